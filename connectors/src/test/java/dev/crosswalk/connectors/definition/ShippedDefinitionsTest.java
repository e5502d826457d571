package dev.crosswalk.connectors.definition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.connectors.plugin.Plugins;
import dev.crosswalk.engine.text.YamlDocument;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What ships is valid, complete, dated, and names only code that is there. */
final class ShippedDefinitionsTest {
  static List<String> ids() {
    return ShippedDefinitions.ids();
  }

  @ParameterizedTest
  @MethodSource("ids")
  void isValidAndComplete(String id) {
    String text = ShippedDefinitions.of(id).orElseThrow();
    DefinitionText document = DefinitionText.of(YamlDocument.parse(text, id + ".yaml"));
    assertThat(new DefinitionSchema().check(document)).isEmpty();
    ConnectorDefinition definition = new DefinitionLoader().load(text, id + ".yaml", true);
    assertThat(definition.info().id()).isEqualTo(id);
    assertThat(LocalDate.parse(String.valueOf(definition.info().checkedOn())))
        .isAfter("2026-01-01");
    assertThat(definition.info().inputs()).isNotEmpty();
    if (definition.plugin() == null) {
      assertThat(definition.info().auths()).isNotEmpty();
      assertThat(definition.records()).isNotNull();
      // Of services that nobody knows beforehand nobody knows the errors.
      assertThat(definition.errors().rules().isEmpty()).isEqualTo(id.equals("openapi"));
    }
    for (String step : definition.fields().postprocess()) {
      assertThat(Plugins.fieldPostprocessors()).containsKey(step);
    }
    MetadataSpec metadata = definition.metadata();
    if (metadata != null && metadata.request() != null) {
      assertThat(Plugins.metadataParsers()).containsKey(metadata.parser());
    }
  }

  @Test
  void theListHasEverySystemOfTheHouse() {
    assertThat(ids())
        .contains(
            "salesforce",
            "hubspot",
            "dynamics",
            "pipedrive",
            "attio",
            "zoho",
            "zendesk",
            "zendesk-sell",
            "netsuite",
            "freshsales",
            "close",
            "sap",
            "marketo",
            "quickbooks",
            "xero",
            "sage-intacct",
            "odoo",
            "odoo-json2",
            "odata",
            "openapi")
        .doesNotHaveDuplicates();
  }
}
