package dev.crosswalk.connectors.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

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

  private List<Problem> problems(String request) {
    String yaml = SMALL.replace("request: {get: '/meta/${object.name}'}", request);
    assertThat(yaml).isNotEqualTo(SMALL);
    ProblemException e =
        catchThrowableOfType(ProblemException.class, () -> loader.load(yaml, "acme.yaml", false));
    return Objects.requireNonNull(e).problems();
  }

  /** Several GraphQL operations in one body are a list, and none of them may write. */
  @Test
  void aBodyMayBeAListThatOnlyReads() {
    assertThat(problems("request: {post: /m, body: [{query: 'mutation { x }'}]}"))
        .extracting(Problem::code)
        .containsExactly("connector-writes");
  }

  @Test
  void aPageInTheBodyNeedsABodyWithNames() {
    assertThat(problems("request: {post: /m, body: [1]}\n  page: {page: {param: p, in: body}}"))
        .singleElement()
        .satisfies(p -> assertThat(p.next()).contains("in: template"));
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
        "connector: 1|connector: 2|connector-value|1:12|docs/connectors.md",
        "type: header|type: heder|connector-value|7:21|Did you mean 'header'?",
        "https://api.acme.com/v1|ftp://api.acme.com/v1|connector-address|9:9|Begin it with https://",
        "https://api.acme.com/v1|api.acme.com/v1|connector-address|9:9|Begin it with https://",
        "'/meta/${object.name}'}|'/meta', form: {a: b}}|connector-request|14:33|Leave one",
        "types:|limits: {quota: {limitHeader: X-Limit}}\\ntypes:|connector-quota|17:17|'remainingHeader'",
        "types:|limits: {quota: {header: X, pattern: '('}}\\ntypes:|connector-pattern|17:38|regular expression",
        "types:|limits: {quota: {header: X, pattern: '(?P<used>.)'}}\\ntypes:|connector-pattern|17:38|(?P<limit>",
      })
  void whatIsWrongIsToldWithItsPlace(
      String from, String to, String code, String place, String next) {
    String yaml = SMALL.replace(from, to.replace("\\n", "\n"));
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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "id: acme|id: Acme CRM|'Acme CRM' of 'id' has to be small letters, digits and '-'",
        "name: Acme|name: [a]|of 'name' has to be a text.",
        "[api.acme.com]|[]|of 'http.allowHosts' has to be a list of at least 1.",
        "connector: 1|connector: 2|'2' of 'connector' has to be 1.",
        "  key: {|  my-key: {|letters and digits that begin with a letter",
        "base: https|timeoutSeconds: 900\\n  base: https|'900' of 'http.timeoutSeconds' has to be 600 or less.",
      })
  void whatAValueHasToBeIsSaidInPlainWords(String from, String to, String what) {
    String yaml = SMALL.replace(from, to.replace("\\n", "\n"));
    assertThat(yaml).isNotEqualTo(SMALL);
    assertThatThrownBy(() -> loader.load(yaml, "acme.yaml", false))
        .hasMessageContaining(what)
        .message()
        .doesNotContain("regex", "enumeration", "does not fit");
  }

  /** What the schema has a pattern for has words, too. */
  @Test
  void everyPatternOfTheSchemaHasWords() throws IOException {
    String schema;
    try (InputStream in =
        Objects.requireNonNull(
            DefinitionLoader.class.getResourceAsStream(
                "/dev/crosswalk/assets/schema/v1/connector.json"))) {
      schema = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    List<JsonNode> patterns =
        JsonMapper.shared().readTree(schema).findValues("pattern").stream()
            .filter(JsonNode::isString)
            .toList();
    assertThat(patterns)
        .hasSizeGreaterThan(5)
        .allSatisfy(p -> assertThat(SchemaWords.wanted("pattern", p)).as(p.asString()).isPresent());
  }

  @Test
  void aListOfFieldsWithoutItsPlaceIsOneProblem() {
    String yaml = SMALL.replace("  items: fields\n", "");
    ProblemException e =
        catchThrowableOfType(ProblemException.class, () -> loader.load(yaml, "acme.yaml", false));
    assertThat(Objects.requireNonNull(e).problems())
        .singleElement()
        .satisfies(p -> assertThat(p.what()).isEqualTo("The key 'items' is missing in 'fields'."));
  }

  @Test
  void aFileThatIsNotThereIsToldFromOneThatIsNoText(@TempDir Path folder) throws IOException {
    assertThatThrownBy(() -> loader.load(folder.resolve("nope.yaml")))
        .hasMessageContaining("The file does not exist.");
    Path odd = Files.write(folder.resolve("odd.yaml"), new byte[] {'a', (byte) 0xff, '\n'});
    assertThatThrownBy(() -> loader.load(odd)).hasMessageContaining("not UTF-8");
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
