package dev.crosswalk.connectors.plugin.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crosswalk.connectors.discovery.Described;
import dev.crosswalk.connectors.discovery.MetadataParser.Unreadable;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Lists are found wherever they lie, and one broken operation does not cost the others. */
final class OpenApiTest {
  @Test
  void yamlWithListsInOddPlaces() {
    List<Described> described =
        new OpenApi()
            .parse(
                """
                openapi: 3.1.0
                paths:
                  /v1/boats:
                    get: {responses: {"200": {content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Boat'}}}}}}}
                  /v1/people:
                    get: {responses: {"200": {$ref: '#/components/responses/People'}}}
                  /v1/broken:
                    get: {responses: {"200": {content: {application/json: {schema: {$ref: '#/components/schemas/Nope'}}}}}}
                  /v1/people/{id}:
                    get: {responses: {"200": {content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Boat'}}}}}}}
                  /v1/boats/{id}:
                    get: {responses: {"200": {content: {application/json: {schema: {type: object, properties: {boat: {$ref: '#/components/schemas/Boat'}}}}}}}}
                  /v1/people/{slug}:
                    get: {responses: {"200": {content: {application/json: {schema: {$ref: '#/components/schemas/Nope'}}}}}}
                  /v1/ping:
                    get: {responses: {"200": {content: {text/plain: {schema: {type: string}}}}}}
                components:
                  responses:
                    People: {content: {application/json: {schema: {type: object, properties: {meta: {type: object, properties: {links: {type: array, items: {type: string}}}}, d: {type: object, properties: {results: {type: array, items: {allOf: [{$ref: '#/components/schemas/Boat'}, {type: object, required: [email], properties: {email: {type: string, format: email}, boss: {$ref: '#/components/schemas/Boat'}}}]}}}}}}}}}
                  schemas:
                    Boat: {type: object, properties: {id: {type: integer}, name: {type: string, maxLength: 30}, kind: {type: string, enum: [sail, motor]}}}
                """);
    assertThat(described)
        .extracting(d -> d.object().get("name"))
        .containsExactly("boats", "people");
    assertThat(described.get(0).object())
        .containsEntry("itemsPath", "")
        .containsEntry("onePath", "boat")
        .containsEntry("endpoint", "/v1/boats");
    assertThat(described.get(1).object())
        .containsEntry("itemsPath", "d.results")
        .containsEntry("onePath", null);
    assertThat(described.get(1).fields())
        .anySatisfy(
            f -> assertThat(f).containsEntry("name", "email").containsEntry("required", true))
        .anySatisfy(
            f -> assertThat(f).containsEntry("name", "boss").containsEntry("type", "reference"));
  }

  @Test
  void ofSeveralListsTheRecordsAreTaken() {
    String yaml =
        """
        openapi: 3.0.3
        paths:
          /crm/people:
            get: {responses: {"200": {content: {application/json: {schema: {type: object, properties: {
              errors: {type: array, items: {type: object, properties: {code: {type: string}, text: {type: string}}}},
              payload: {type: object, properties: {rows: {type: array, items: {type: object, properties: {id: {type: integer}, name: {type: string}}}}}}}}}}}}}
          /crm/deals:
            get: {responses: {"200": {content: {application/json: {schema: {type: object, properties: {
              stages: {type: array, items: {type: object, properties: {id: {type: integer}, name: {type: string}}}},
              deals: {type: array, items: {type: object, properties: {id: {type: integer}, title: {type: string}}}}}}}}}}}
        """;
    assertThat(new OpenApi().parse(yaml))
        .extracting(d -> d.object().get("itemsPath"))
        .containsExactly("payload.rows", "deals");
  }

  @Test
  void aDocumentThatSaysNothingOfListsNamesItsPaths() {
    assertThatThrownBy(() ->
            new OpenApi().parse("openapi: 3.0.3\npaths: {/crm/people: {get: {responses: {}}}}"))
        .hasMessageContaining("extends: openapi")
        .hasMessageContaining("/crm/people");
  }

  @Test
  void jsonSchemaOfOneRecordAndOfSeveral() {
    assertThat(
            new JsonSchemaParser()
                .parse(
                    Map.of(
                        "title", "Boat", "properties", Map.of("name", Map.of("type", "string")))))
        .singleElement()
        .satisfies(d -> assertThat(d.object()).containsEntry("name", "Boat"));
    assertThat(
            new JsonSchemaParser()
                .parse("$defs: {boat: {properties: {a: {type: string}}}, word: {type: string}}"))
        .singleElement()
        .satisfies(d -> assertThat(d.object()).containsEntry("name", "boat"));
  }

  @Test
  void otherDocumentsAreNamed() {
    assertThatThrownBy(() -> new OpenApi().parse(Map.of("swagger", "2.0")))
        .isInstanceOf(Unreadable.class)
        .hasMessageContaining("Swagger 2.0");
    assertThatThrownBy(() -> new OpenApi().parse("<html>")).isInstanceOf(Unreadable.class);
    assertThatThrownBy(() -> new JsonSchemaParser().parse(Map.of("type", "string")))
        .isInstanceOf(Unreadable.class);
  }
}
