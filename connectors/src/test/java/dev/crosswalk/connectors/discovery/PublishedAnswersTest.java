package dev.crosswalk.connectors.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.crosswalk.connectors.Engines;
import dev.crosswalk.connectors.definition.ConnectorDefinition;
import dev.crosswalk.connectors.definition.DefinitionLoader;
import dev.crosswalk.connectors.definition.Expression;
import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.FieldType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** The shipped maps understand answers of the real systems: every field has a name and a type. */
final class PublishedAnswersTest {
  private Path fixtures;

  @BeforeEach
  void find() {
    assumeTrue(Engines.shared().isPresent(), "the folder 'shared' with real answers is not here");
    fixtures = Engines.shared().orElseThrow().resolve("fixtures");
  }

  private List<Field> fields(String connector, String file) throws IOException {
    String name = "/dev/crosswalk/assets/connectors/" + connector + ".yaml";
    String yaml;
    try (var in = Objects.requireNonNull(getClass().getResourceAsStream(name))) {
      yaml = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    ConnectorDefinition definition = new DefinitionLoader().load(yaml, connector, true);
    FieldMapper mapper = new FieldMapper(definition);
    Object answer =
        JsonMapper.builder().build().readValue(Files.readString(fixtures.resolve(file)), Map.class);
    List<Field> fields = new ArrayList<>();
    ConnectorDefinition.FieldSource source = definition.fields().sources().get(0);
    for (Object item : Expression.asList(source.items().evaluate(answer))) {
      fields.add(Objects.requireNonNull(mapper.field(mapper.map(source.map(), item, Map.of()))));
    }
    return fields;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "camel/account", "camel/asset", "camel/case", "camel/complex_calculated_formula",
        "camel/group", "camel/invoice", "camel/line_item", "camel/merchandise",
        "camel/objectDescription", "camel/product2", "camel/user", "camel/with_external_id",
        "camel/with_reference", "restforce/sobject_describe_success_response"
      })
  void salesforceDescribes(String file) throws IOException {
    List<Field> fields = fields("salesforce", "salesforce/" + file + ".json");
    assertThat(fields)
        .isNotEmpty()
        .allSatisfy(f -> {
          assertThat(f.warnings()).as(f.name()).isEmpty();
          assertThat(f.nativeType()).as(f.name()).isNotBlank();
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"contacts", "deals"})
  void hubspotProperties(String object) throws IOException {
    assertThat(
            fields("hubspot", "hubspot/amp-labs/metadata-" + object + "-properties-sampled.json"))
        .isNotEmpty()
        .allSatisfy(f -> assertThat(f.warnings()).as(f.name()).isEmpty());
  }

  @Test
  void whatSalesforceSaysOfAnAccountIsUnderstood() throws IOException {
    Map<String, Field> fields = new java.util.HashMap<>();
    fields("salesforce", "salesforce/camel/account.json").forEach(f -> fields.put(f.name(), f));
    assertThat(Objects.requireNonNull(fields.get("Id")).type()).isEqualTo(FieldType.ID);
    Field name = Objects.requireNonNull(fields.get("Name"));
    assertThat(name.required()).isTrue();
    assertThat(name.length()).isEqualTo(255);
    assertThat(name.custom()).isFalse();
    Field parent = Objects.requireNonNull(fields.get("ParentId"));
    assertThat(parent.type()).isEqualTo(FieldType.REFERENCE);
    assertThat(parent.references()).containsExactly("Account");
    assertThat(parent.relationship()).isEqualTo("Parent");
    assertThat(Objects.requireNonNull(fields.get("BillingStreet")).partOf())
        .isEqualTo("BillingAddress");
    Field industry = Objects.requireNonNull(fields.get("Industry"));
    assertThat(industry.type()).isEqualTo(FieldType.ENUM);
    assertThat(industry.values()).isNotEmpty();
    assertThat(Objects.requireNonNull(fields.get("IsDeleted")).readOnly()).isTrue();
    assertThat(Objects.requireNonNull(fields.get("AnnualRevenue")).type())
        .isEqualTo(FieldType.MONEY);
  }
}
