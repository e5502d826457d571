package dev.crosswalk.engine.transform.step;

import com.google.re2j.Pattern;
import dev.crosswalk.engine.transform.Declaration;
import dev.crosswalk.engine.transform.Declaration.Trait;
import dev.crosswalk.engine.transform.Example;
import dev.crosswalk.engine.transform.JsonataText;
import dev.crosswalk.engine.transform.Parameter;
import dev.crosswalk.engine.transform.Parameters;
import dev.crosswalk.engine.transform.Step;
import dev.crosswalk.engine.transform.StepContext;
import dev.crosswalk.engine.transform.StepFunction;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Replaces parts of a text; patterns run in linear time (RE2). */
public final class ReplaceStep implements Step {
  private static final Declaration DECLARATION =
      Declaration.text(
          "replace",
          "Replace",
          "Replaces every occurrence of a text, or of a pattern, by another text.",
          List.of(
              Parameter.text("find", null, "What to look for; upper and lower case differ.")
                  .mustBeGiven(),
              Parameter.text("with", "", "What to put in its place; nothing where left out."),
              Parameter.flag(
                  "regex",
                  false,
                  "Whether find is a pattern in RE2's syntax; $1 in with then stands for its first"
                      + " group, and \\$ for a dollar sign.")),
          Set.of(Trait.JSONATA),
          List.of(
              Example.of(Map.of("find", "&amp;", "with", "&"), "A &amp; B", "A & B"),
              Example.of(Map.of("find", "[^0-9]", "regex", true), "AB-12 34", "1234"),
              Example.of(
                  Map.of("find", "^(\\w+), (\\w+)$", "with", "$2 $1", "regex", true),
                  "Lovelace, Ada",
                  "Ada Lovelace")));

  @Override
  public Declaration declaration() {
    return DECLARATION;
  }

  @Override
  public StepFunction compile(Parameters parameters, StepContext context) {
    String find = parameters.needText("find");
    String with = parameters.needText("with");
    if (find.isEmpty()) {
      throw new IllegalArgumentException("find is empty. Say what to look for.");
    }
    if (!parameters.flag("regex")) {
      return (value, record) -> value instanceof String text ? text.replace(find, with) : value;
    }
    Pattern pattern = Patterns.compile(find);
    checkGroups(with, pattern.groupCount());
    QuickPattern quick =
        with.indexOf('$') >= 0 || with.indexOf('\\') >= 0
            ? null
            : QuickPattern.of(find).orElse(null);
    return (value, record) -> {
      if (!(value instanceof String text)) {
        return value;
      }
      String replaced = quick == null ? null : quick.replaceAll(text, with);
      return replaced == null ? pattern.matcher(text).replaceAll(with) : replaced;
    };
  }

  /** RE2 only notices a bad group when a record matches, which is too late. */
  private static void checkGroups(String with, int groups) {
    for (int i = 0; i < with.length(); i++) {
      char c = with.charAt(i);
      if (c == '\\') {
        if (++i == with.length()) {
          throw new IllegalArgumentException(
              "with ends in a backslash. Write \\\\ for a backslash.");
        }
      } else if (c == '$') {
        int number = 0;
        int start = ++i;
        while (i < with.length() && Character.digit(with.charAt(i), 10) >= 0 && i - start < 3) {
          number = number * 10 + Character.digit(with.charAt(i), 10);
          i++;
        }
        if (i == start) {
          throw new IllegalArgumentException(
              "with has a dollar sign that no group number follows. Write \\$ for a dollar sign.");
        }
        i--;
        if (number > groups) {
          throw new IllegalArgumentException(
              "with names group $%d, and the pattern has %d.".formatted(number, groups));
        }
      }
    }
  }

  @Override
  public Optional<String> jsonata(Parameters parameters, StepContext context, String value) {
    String find = parameters.needText("find");
    String with = parameters.needText("with");
    if (!parameters.flag("regex")) {
      return Optional.of(replaced(value, JsonataText.quoted(find), with.replace("$", "$$")));
    }
    // JSONata reads $10 by the number of groups, and has no backslashes.
    return with.indexOf('\\') >= 0 || with.matches("(?s).*\\$[0-9]{2}.*")
        ? Optional.empty()
        : PlainPattern.of(find).map(pattern -> replaced(value, pattern, with));
  }

  private static String replaced(String value, String find, String with) {
    return "$replace(%s, %s, %s)".formatted(value, find, JsonataText.quoted(with));
  }
}
