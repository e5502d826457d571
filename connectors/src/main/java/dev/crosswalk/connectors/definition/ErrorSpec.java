package dev.crosswalk.connectors.definition;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What answers mean. The rules run on every answer, the first that fits wins; each expression sees
 * {@code {status, headers, body}}.
 *
 * @param message where the system's own words are, in the body
 * @param code where the system's error code is, in the body
 * @param trace where the system's id of this error is, in the body
 */
public record ErrorSpec(
    List<Rule> rules,
    @Nullable Expression message,
    @Nullable Expression code,
    @Nullable Expression trace) {

  public ErrorSpec {
    rules = List.copyOf(rules);
  }

  /**
   * @param refresh whether to sign in anew and ask once more, whatever the answer counts for
   * @param retry whether to try again; null = by the status
   * @param detail what is missing or wrong, such as scopes; null if nothing tells
   */
  public record Rule(
      Expression when,
      FailureKind as,
      boolean refresh,
      @Nullable Boolean retry,
      @Nullable Expression detail) {}
}
