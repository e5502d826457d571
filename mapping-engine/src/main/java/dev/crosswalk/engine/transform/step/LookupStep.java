package dev.crosswalk.engine.transform.step;

import dev.crosswalk.engine.text.Nearest;
import dev.crosswalk.engine.transform.Declaration;
import dev.crosswalk.engine.transform.Declaration.Trait;
import dev.crosswalk.engine.transform.Example;
import dev.crosswalk.engine.transform.Failure;
import dev.crosswalk.engine.transform.JsonataText;
import dev.crosswalk.engine.transform.Kind;
import dev.crosswalk.engine.transform.Lookups;
import dev.crosswalk.engine.transform.Parameter;
import dev.crosswalk.engine.transform.Parameters;
import dev.crosswalk.engine.transform.Step;
import dev.crosswalk.engine.transform.StepContext;
import dev.crosswalk.engine.transform.StepFunction;
import dev.crosswalk.engine.transform.Texts;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Looks values up in a table of the workspace. */
public final class LookupStep implements Step {
  private static final Declaration DECLARATION =
      new Declaration(
          "lookup",
          "Lookup table",
          "Looks a value up in a table that the workspace keeps (lookups/NAME.csv), and gives another column of the same row; a value that is not in the table is invalid.",
          List.of(
              Parameter.text(
                      "table",
                      null,
                      "The name of the table, which is its file's name without .csv.")
                  .mustBeGiven(),
              Parameter.text("key", null, "The column to look in; without it the first."),
              Parameter.text("value", null, "The column to give; without it the second."),
              Parameter.flag(
                  "ignoreCase", false, "Whether upper and lower case count as the same.")),
          Kind.SCALARS_AND_LISTS,
          Set.of(Kind.TEXT),
          Set.of(Trait.EACH, Trait.AS_TEXT, Trait.CAN_FAIL, Trait.JSONATA),
          List.of(
              Example.of(Map.of("table", "owners"), "0051", "ada@example.com"),
              Example.of(
                  Map.of("table", "owners", "key", "email", "value", "id", "ignoreCase", true),
                  "ADA@example.com",
                  "0051"),
              Example.fails(
                  Map.of("table", "owners"), "0099", "'0099' is not in the lookup table owners.")));

  @Override
  public Declaration declaration() {
    return DECLARATION;
  }

  @Override
  public StepFunction compile(Parameters parameters, StepContext context) {
    String name = parameters.needText("table");
    Lookups.Table table =
        context
            .lookups()
            .find(name)
            .orElseThrow(() ->
                new IllegalArgumentException(
                    "the workspace has no lookup table '%s'. %s"
                        .formatted(
                            name,
                            Nearest.mend(
                                name,
                                context.lookups().tables().keySet(),
                                "Put it into lookups/" + name + ".csv."))));
    int key = column(table, parameters.text("key"), 0);
    int to = column(table, parameters.text("value"), 1);
    boolean ignoreCase = parameters.flag("ignoreCase");
    Map<String, String> rows = new HashMap<>();
    for (List<String> row : table.rows()) {
      String old = rows.put(key(row.get(key), ignoreCase), row.get(to));
      if (old != null && !old.equals(row.get(to))) {
        throw new IllegalArgumentException(
            "the lookup table '%s' has '%s' twice, with different values. Keep one."
                .formatted(name, row.get(key)));
      }
    }
    return (value, record) -> {
      if (!(value instanceof String text)) {
        return value;
      }
      String wanted = key(text, ignoreCase);
      if (wanted.isEmpty()) {
        return null;
      }
      String found = rows.get(wanted);
      return found == null
          ? new Failure(Texts.shown(text) + " is not in the lookup table " + name + ".")
          : found;
    };
  }

  private static String key(String text, boolean ignoreCase) {
    String key = Texts.trim(text);
    return ignoreCase ? key.toLowerCase(Locale.ROOT) : key;
  }

  private static int column(Lookups.Table table, @Nullable String name, int standard) {
    int index = name == null ? standard : table.columns().indexOf(name);
    if (name != null && index < 0) {
      throw new IllegalArgumentException(
          "the lookup table has no column '" + name + "'. " + Nearest.mend(name, table.columns()));
    }
    if (index >= table.columns().size()) {
      throw new IllegalArgumentException("the lookup table has one column. It needs two.");
    }
    return index;
  }

  @Override
  public Optional<String> jsonata(Parameters parameters, StepContext context, String value) {
    Lookups.Table table = context.lookups().find(parameters.needText("table")).orElse(null);
    if (table == null || table.rows().size() > MOST_ROWS) {
      return Optional.empty();
    }
    boolean ignoreCase = parameters.flag("ignoreCase");
    int key = column(table, parameters.text("key"), 0);
    int to = column(table, parameters.text("value"), 1);
    Map<String, String> rows = new TreeMap<>();
    table.rows().forEach(row -> rows.put(key(row.get(key), ignoreCase), row.get(to)));
    String trimmed = TrimStep.jsonata(value);
    return Optional.of(
        ("($m := %s; $k := %s; $k = \"\" ? null : $k in $keys($m) ? $lookup($m, $k) :"
                + " $error(\"not in the lookup table: \" & $k))")
            .formatted(
                JsonataText.literal(rows), ignoreCase ? "$lowercase(" + trimmed + ")" : trimmed));
  }

  /** Longer tables would make an expression that nobody can read. */
  private static final int MOST_ROWS = 200;
}
