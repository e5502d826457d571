package dev.crosswalk.engine.transform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Protects: the published schemas and the reference page say what the steps say. With {@code
 * -Dsteps.write=true} it writes them instead.
 */
class StepReferenceTest {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final boolean WRITE = Boolean.getBoolean("steps.write");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @ParameterizedTest
  @ValueSource(strings = {"mapping", "overlay"})
  void theSchemaDescribesEveryStep(String kind) throws IOException {
    Path file =
        ROOT.resolve("assets/src/main/resources/dev/crosswalk/assets/schema/v1/" + kind + ".json");
    ObjectNode schema = (ObjectNode) JSON.readTree(Files.readString(file));
    // As text and back: a number out of a file is of another Java type.
    JsonNode steps = JSON.readTree(JSON.writeValueAsString(StepReference.schema()));
    if (WRITE) {
      ((ObjectNode) schema.get("$defs")).set("step", steps);
      Files.writeString(file, written(schema));
    }
    assertThat(schema.at("/$defs/step"))
        .as("run this test with -Dsteps.write=true to write it")
        .isEqualTo(steps);
  }

  private static String written(JsonNode schema) {
    DefaultIndenter lines = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter(
                Separators.createDefaultInstance()
                    .withObjectNameValueSpacing(Separators.Spacing.AFTER)
                    .withObjectEmptySeparator("")
                    .withArrayEmptySeparator(""))
            .withObjectIndenter(lines)
            .withArrayIndenter(lines);
    return JSON.writer().with(printer).writeValueAsString(schema) + "\n";
  }

  @Test
  void thePageDescribesEveryStep() throws IOException {
    Path file = ROOT.resolve("docs/transforms.md");
    String page = Files.readString(file);
    String begin = "<!-- steps: begin -->\n";
    int from = page.indexOf(begin) + begin.length();
    int to = page.indexOf("<!-- steps: end -->");
    String reference = "\n" + StepReference.markdown() + "\n";
    if (WRITE) {
      Files.writeString(file, page.substring(0, from) + reference + page.substring(to));
    } else {
      assertThat(page.substring(from, to))
          .as("run this test with -Dsteps.write=true to write it")
          .isEqualTo(reference);
    }
  }
}
