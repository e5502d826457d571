package dev.crosswalk.engine.mapping;

import dev.crosswalk.engine.mapping.FieldMapping.Ask;
import dev.crosswalk.engine.problem.Place;
import dev.crosswalk.engine.problem.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Checks what a mapping says by itself, without schemas; names and types of fields are checked
 * against the schemas by {@code transform.MappingTypes}.
 */
public final class MappingCheck {

  private MappingCheck() {}

  /**
   * @param customer whether the mapping is a customer's, in which no question may be open
   * @param places the place of a target path in the file
   */
  public static List<Problem> check(
      Mapping mapping, boolean customer, Function<String, Place> places) {
    List<Problem> problems = new ArrayList<>();
    Map<String, String> fed = new HashMap<>();
    mapping
        .fields()
        .forEach((path, field) -> {
          for (String from : field.sources()) {
            // Any but one of a source's targets may say that it shares it, so that a new target can
            // do so itself and one made by hand need not be touched.
            String first = field.shared() ? null : fed.putIfAbsent(from, path);
            if (first != null && !first.equals(path)) {
              problems.add(
                  Problem.error(
                      "source-shared",
                      places.apply(path),
                      "The source '" + from + "' feeds '" + first + "' and '" + path + "'.",
                      "Add 'shared: true' to '" + path + "' if that is meant."));
            }
          }
          if (customer && field.input() instanceof Ask ask) {
            problems.add(
                Problem.warning(
                    "ask-open",
                    places.apply(path),
                    "The question for '" + path + "' is not answered: " + ask.question(),
                    "Map it in the overlay; until then the target stays empty."));
          }
        });
    return problems;
  }
}
