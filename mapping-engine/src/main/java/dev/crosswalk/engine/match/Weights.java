package dev.crosswalk.engine.match;

import dev.crosswalk.engine.problem.Place;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How much each feature counts: a sum of weights gives log-odds, a logistic curve the probability.
 * All weights are at least zero, so that more evidence never lowers a score.
 *
 * @param values weight by name of the feature; {@code bias} is the log-odds of no evidence at all
 */
record Weights(Map<String, Double> values) {
  private static final String LEARNED = "/dev/crosswalk/assets/match/weights.txt";

  Weights {
    values = Map.copyOf(values);
  }

  /** Set by hand, and enough to work with where nothing was learned. */
  static Weights prior() {
    Map<String, Double> w = new LinkedHashMap<>();
    w.put("bias", -9.8);
    w.put("history", 5.0);
    w.put("name", 1.2);
    w.put("label", 1.2);
    w.put("thesaurus", 1.6);
    w.put("spelling", 1.0);
    w.put("description", 2.0);
    w.put("values", 2.0);
    w.put("samples", 1.0);
    w.put("type", 1.5);
    w.put("structure", 0.8);
    w.put("best", 3.0);
    w.put("exact", 1.0);
    w.put("current", 3.0);
    w.put("main", 0.8);
    w.put("row", 0.25);
    w.put("column", 0.35);
    return new Weights(w);
  }

  /** The learned weights that come with the product, or the prior where there are none. */
  static Weights standard() {
    try (InputStream in = Weights.class.getResourceAsStream(LEARNED)) {
      return in == null
          ? prior()
          : parse(new String(in.readAllBytes(), StandardCharsets.UTF_8), "weights.txt");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads lines of {@code name = number}; what the file does not name keeps its prior.
   *
   * @throws ProblemException with the line that is not understood
   */
  static Weights parse(String text, String file) {
    Map<String, Double> w = new LinkedHashMap<>(prior().values());
    int number = 0;
    for (String raw : text.split("\n", -1)) {
      number++;
      String line = raw.strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      int equals = line.indexOf('=');
      String name = equals < 0 ? line : line.substring(0, equals).strip();
      try {
        double value = Double.parseDouble(line.substring(equals + 1).strip());
        if (!w.containsKey(name) || !Double.isFinite(value)) {
          throw new NumberFormatException(name);
        }
        w.put(name, value);
      } catch (NumberFormatException e) {
        throw new ProblemException(
            Problem.error(
                "weights-line",
                new Place(file, number, 0, null),
                "The weights cannot be read: '" + line + "' is not 'known name = number'.",
                "Write the file again with the command in docs/matching.md."),
            e);
      }
    }
    return new Weights(w);
  }

  double of(String name) {
    return values.getOrDefault(name, 0.0);
  }

  static double probability(double logOdds) {
    return 1 / (1 + Math.exp(-logOdds));
  }
}
