package dev.crosswalk.connectors.plugin.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the values out of a check constraint that lists them: {@code tier IN ('gold', 'silver')},
 * in the forms that databases give it back in. A constraint that says anything else is left alone.
 */
final class CheckClause {
  private static final Pattern LITERAL = Pattern.compile("'((?:[^']|'')*)'");
  private static final Pattern CAST =
      Pattern.compile(
          "::\"?[a-z_ ]+\"?(\\.\"?\\w+\"?)?(\\(\\d+\\))?(\\[\\])?", Pattern.CASE_INSENSITIVE);
  private static final int LONGEST = 20_000;

  private CheckClause() {}

  /** The values in their order; empty where the clause does not list those of this column. */
  static Optional<List<String>> values(String clause, String column) {
    if (clause.length() > LONGEST) {
      return Optional.empty();
    }
    // MySQL gives its text escaped, with the character set before each literal.
    String plain = clause.replace("\\'", "'").replaceAll("_utf8mb[34](?=')", "");
    List<String> values = new ArrayList<>();
    Matcher literals = LITERAL.matcher(plain);
    while (literals.find()) {
      values.add(literals.group(1).replace("''", "'"));
    }
    if (values.isEmpty()) {
      return Optional.empty();
    }
    String rest = LITERAL.matcher(plain).replaceAll("");
    rest = CAST.matcher(rest).replaceAll("");
    rest =
        rest.replaceAll("(?i)=\\s*ANY\\b", "=")
            .replaceAll("(?i)\\bARRAY\\s*\\[", "[")
            .replaceAll("(?i)^\\s*CHECK\\b", "")
            .replaceAll("[()\\[\\],\"`\\s]", "");
    String name = column.replaceAll("[()\\[\\],\"`\\s]", "").toLowerCase(Locale.ROOT);
    String form = rest.toLowerCase(Locale.ROOT);
    return form.equals(name + "in") || form.equals(name + "=")
        ? Optional.of(List.copyOf(values))
        : Optional.empty();
  }
}
