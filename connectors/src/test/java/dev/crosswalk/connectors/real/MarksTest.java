package dev.crosswalk.connectors.real;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.connectors.definition.ConnectorInfo;
import dev.crosswalk.connectors.definition.DefinitionLoader;
import dev.crosswalk.connectors.definition.ShippedDefinitions;
import dev.crosswalk.connectors.plugin.jdbc.JdbcTest;
import java.lang.reflect.Method;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a definition says it was tried on is what the tests try it on: no more and no less. */
final class MarksTest {
  /**
   * What was tried by hand on a server that ran here, field by field, as docs/decisions/0044 tells.
   * Servers of that size cannot be started by a test. And what was compared by hand with answers
   * that others recorded, as docs/decisions/0047 tells.
   */
  private static final Map<String, Set<String>> BY_HAND =
      Map.of(
          "odoo", Set.of("fields", "records", "errors", "sign-in"),
          "odoo-json2", Set.of("records"),
          "zendesk", Set.of("fields", "records", "errors"),
          "zendesk-sell", Set.of("records", "errors"),
          "freshsales", Set.of("records"),
          "quickbooks", Set.of("records", "errors"),
          "xero", Set.of("records", "errors"),
          "sage-intacct", Set.of("fields", "errors"),
          "files", Set.of("records"));

  static List<String> ids() {
    return ShippedDefinitions.ids();
  }

  @ParameterizedTest
  @MethodSource("ids")
  void theMarkIsTrue(String id) {
    ConnectorInfo info =
        new DefinitionLoader().load(ShippedDefinitions.of(id).orElseThrow(), id, true).info();
    Set<String> tried = new HashSet<>(BY_HAND.getOrDefault(id, Set.of()));
    Stream.of(RestAnswersTest.class, OdataAnswersTest.class, JdbcTest.class)
        .flatMap(c -> Stream.of(c.getDeclaredMethods()))
        .map((Method m) -> m.getAnnotation(Tries.class))
        .filter(t -> t != null && t.connector().equals(id))
        .forEach(t -> tried.addAll(List.of(t.what())));
    assertThat(info.tried()).as(id).containsExactlyInAnyOrderElementsOf(tried);
  }
}
