package dev.crosswalk.engine.match;

import dev.crosswalk.engine.problem.Place;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * How much each feature counts: a sum of weights gives log-odds, a logistic curve the probability.
 * All weights are at least zero, so that more evidence never lowers a score.
 *
 * @param values weight by name of the feature; {@code bias} is the log-odds of no evidence at all
 * @param calibration makes probabilities of the log-odds
 */
record Weights(Map<String, Double> values, Calibration calibration) {
  private static final String POINT = "probability at ";

  private static final String LEARNED = "/dev/crosswalk/assets/match/weights.txt";

  Weights {
    values = Map.copyOf(values);
  }

  /** Set by hand, and enough to work with where nothing was learned. */
  static Weights prior() {
    Map<String, Double> w = new LinkedHashMap<>();
    w.put("bias", -19.0);
    w.put("history", 9.0);
    w.put("learned", 4.0);
    w.put("elsewhere", 6.0);
    w.put("places", 0.5);
    w.put("taken", 1.0);
    w.put("line", 0.7);
    for (Evidence kind : Evidence.all(Thesaurus.EMPTY, new SoftWords(new Corpus()))) {
      w.put(kind.name(), kind.weight());
      w.put(kind.name() + ".high", 0.1);
    }
    w.put("best", 3.0);
    w.put("best.high", 0.2);
    w.put("best.share", 0.5);
    w.put("description.share", 0.5);
    w.put("exact", 1.0);
    w.put("current", 3.0);
    w.put("main", 0.8);
    w.put("leaf", 0.8);
    w.put("subject", 1.5);
    w.put("about", 1.5);
    w.put("role", 1.5);
    w.put("permission", 1.0);
    w.put("special", 0.7);
    w.put("sort", 1.0);
    w.put("plain", 1.5);
    w.put("named", 1.5);
    w.put("possible", 1.0);
    w.put("siblings", 2.0);
    w.put("children", 4.0);
    w.put("dense", 1.0);
    w.put("row", 0.25);
    // Not learned: more helps where each source has one target and harms where it has several.
    w.put("column", 0.08);
    return new Weights(w, Calibration.NONE);
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
    TreeMap<Double, Double> points = new TreeMap<>();
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
        if (name.startsWith(POINT)) {
          points.put(Double.parseDouble(name.substring(POINT.length())), value);
        } else if (w.containsKey(name) && Double.isFinite(value)) {
          w.put(name, value);
        } else {
          throw new NumberFormatException(name);
        }
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
    return new Weights(w, new Calibration(points));
  }

  double of(String name) {
    return values.getOrDefault(name, 0.0);
  }

  /** The lines that {@link #parse} reads. */
  String text() {
    StringBuilder out = new StringBuilder();
    List<String> order = new ArrayList<>(values.keySet());
    order.sort(Comparator.naturalOrder());
    for (String name : order) {
      out.append(String.format(Locale.ROOT, "%s = %.4f\n", name, of(name)));
    }
    calibration
        .points()
        .forEach(
            (at, p) -> out.append(String.format(Locale.ROOT, "%s%.3f = %.4f\n", POINT, at, p)));
    return out.toString();
  }

  static double probability(double logOdds) {
    return 1 / (1 + Math.exp(-logOdds));
  }
}
