package dev.crosswalk.engine.transform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.engine.mapping.FieldMapping.StepCall;
import dev.crosswalk.engine.mapping.MappingDocument;
import dev.crosswalk.engine.text.PublishedSchemas;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Protects: the published schemas offer the operators and words that there are, and no others. */
class PublishedWordsTest {

  private static List<String> words(JsonNode list) {
    List<String> words = new ArrayList<>();
    list.forEach(word -> words.add(word.asString()));
    return words;
  }

  @ParameterizedTest
  @ValueSource(strings = {"mapping", "overlay"})
  void theSchemaKnowsEveryOperator(String kind) {
    JsonNode schema = JsonMapper.builder().build().readTree(PublishedSchemas.text(kind));

    assertThat(words(schema.at("/properties/where/items/properties/operator/enum")))
        .isEqualTo(Arrays.stream(RowTest.Operator.values()).map(o -> o.word).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "'null'"})
  void aNullForInvalidValuesIsTheWord(String written) {
    MappingDocument document =
        MappingDocument.parse(
            """
            format: crosswalk/v1
            kind: Mapping
            id: a
            source: { system: s, object: A }
            target: { system: t, object: B }
            fields:
              x: { from: X, use: [{ number: { onInvalid: %s } }] }
            """
                .formatted(written),
            "m.yaml");

    assertThat(PublishedSchemas.validate("mapping", document.yaml().orElseThrow())).isEmpty();
    assertThat(document.mapping().orElseThrow().fields().get("x").use())
        .containsExactly(new StepCall("number", Map.of("onInvalid", "null")));
  }
}
