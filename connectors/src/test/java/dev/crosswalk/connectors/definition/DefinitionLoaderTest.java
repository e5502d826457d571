package dev.crosswalk.connectors.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The shipped definitions are valid, and an author is told what is wrong, where and how to mend.
 */
final class DefinitionLoaderTest {
  private final DefinitionLoader loader = new DefinitionLoader();

  private static String shipped(String id) throws IOException {
    try (var in =
        DefinitionLoader.class.getResourceAsStream(
            "/dev/crosswalk/assets/connectors/" + id + ".yaml")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"salesforce", "hubspot"})
  void shippedDefinitionsAreValid(String id) throws IOException {
    ConnectorDefinition definition = loader.load(shipped(id), id + ".yaml", false);
    assertThat(definition.info().id()).isEqualTo(id);
    assertThat(definition.info().auths()).hasSizeGreaterThan(1);
    assertThat(definition.info().inputs()).isNotEmpty();
    for (String step : definition.fields().postprocess()) {
      assertThat(dev.crosswalk.connectors.plugin.Plugins.fieldPostprocessors()).containsKey(step);
    }
  }

  static final String SMALL =
      """
      connector: 1
      id: acme
      name: Acme
      inputs:
        key: {label: Key, secret: true}
      auth:
        - {id: key, type: header, label: Key, headers: {X-Key: '${key}'}}
      http:
        base: https://api.acme.com/v1
        allowHosts: [api.acme.com]
      objects:
        static: [{name: people}]
      fields:
        request: {get: '/meta/${object.name}'}
        items: fields
        map: {name: name, native: type}
      types:
        text: string
        "*": any
      """;

  @Test
  void theSmallestDefinitionIsRead() {
    assertThat(loader.load(SMALL, "acme.yaml", false).info().shipped()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "static: [{name: people}]|statik: []|connector-unknown-key|12:11|Did you mean 'static'?",
        "native: type}|natve: type}|connector-unknown-key|16:28|Did you mean 'native'?",
        "map: {name: name, |map: {|connector-missing-key|16:8|Add it.",
        "'/meta/${object.name}'|'/meta/${object.nam}'|connector-unknown-name|14:18|Did you mean 'object.name'?",
        "'/meta/${object.name}'|'/meta/${object.name|lowr}'|connector-template|14:18|Did you mean 'lower'?",
        "'/meta/${object.name}'|'/meta/${key}'|connector-secret|14:18|Secrets may stand",
        "items: fields|items: 'fields[' |jsonata-syntax|15:10|",
        "static: [{name: people}]|page: {offset: {}}|connector-missing-key|12:18|Name the parameter",
        "text: string|text: strng|connector-type|18:9|Did you mean 'string'?",
        "[api.acme.com]|['*.com']|connector-host|10:16|Name the vendor's own domain",
        "[api.acme.com]|[api.acme.org]|connector-host|9:9|Add it there",
        "connector: 1|connector: 2|connector-value|1:12|",
      })
  void whatIsWrongIsToldWithItsPlace(
      String from, String to, String code, String place, String next) {
    String yaml = SMALL.replace(from, to);
    assertThat(yaml).isNotEqualTo(SMALL);
    ProblemException e =
        catchThrowableOfType(ProblemException.class, () -> loader.load(yaml, "acme.yaml", false));
    List<Problem> problems = Objects.requireNonNull(e).problems();
    assertThat(problems)
        .anySatisfy(p -> {
          if (!code.startsWith("jsonata")) {
            assertThat(p.code()).isEqualTo(code);
          }
          assertThat(p.place()).hasToString("acme.yaml:" + place);
          assertThat(p.next()).contains(next == null ? "" : next);
        });
  }

  /** Otherwise each page would be the first one again. */
  @Test
  void aPageThatTheRequestDoesNotNameIsTold() {
    String paged =
        SMALL.replace("  items: fields\n", "  items: fields\n  page: {offset: {in: template}}\n");
    assertThatThrownBy(() -> loader.load(paged, "acme.yaml", false))
        .hasMessageContaining("acme.yaml:14:12")
        .hasMessageContaining("Nothing in the request names ${page.offset}");
    String named =
        paged.replace("/meta/${object.name}'", "/meta/${object.name}?at=${page.offset}'");
    assertThat(loader.load(named, "acme.yaml", false).info().id()).isEqualTo("acme");
  }

  @Test
  void allProblemsAreToldAtOnce() {
    String yaml =
        SMALL.replace("'/meta/${object.name}'", "'/meta/${nobody}'").replace(": string", ": strng");
    ProblemException e =
        catchThrowableOfType(ProblemException.class, () -> loader.load(yaml, "acme.yaml", false));
    assertThat(Objects.requireNonNull(e).problems()).hasSize(2);
  }
}
