package dev.crosswalk.connectors.auth;

import dev.crosswalk.connectors.definition.AuthSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a sign-in asks for: the least that reading needs, and of the optional scopes those that the
 * person chose.
 *
 * @param chosen names of optional scopes; {@code all} for all of them
 */
record ScopeChoice(List<String> chosen) {
  static final String ALL = "all";

  ScopeChoice {
    chosen = List.copyOf(chosen);
  }

  /**
   * @param text names with spaces or commas between
   */
  static ScopeChoice of(String text) {
    return new ScopeChoice(
        java.util.Arrays.stream(text.split("[\\s,]+", -1)).filter(s -> !s.isEmpty()).toList());
  }

  /** The parameters that carry them. */
  Map<String, String> parameters(AuthSpec.OAuth oauth) {
    Map<String, List<String>> lists = new LinkedHashMap<>();
    lists.put("scope", new ArrayList<>(oauth.scopes()));
    AuthSpec.OptionalScopes optional = oauth.optionalScopes();
    if (optional != null) {
      List<String> wanted =
          optional.values().stream()
              .filter(s -> chosen.contains(ALL) || chosen.contains(s))
              .toList();
      lists.computeIfAbsent(optional.param(), p -> new ArrayList<>()).addAll(wanted);
    }
    Map<String, String> parameters = new LinkedHashMap<>();
    lists.forEach((name, values) -> {
      if (!values.isEmpty()) {
        parameters.put(name, String.join(oauth.scopeSeparator(), values));
      }
    });
    return parameters;
  }
}
