package dev.crosswalk.app.workspace;

import dev.crosswalk.engine.mapping.FieldMapping;
import dev.crosswalk.engine.mapping.FieldMapping.Ask;
import dev.crosswalk.engine.mapping.FieldMapping.From;
import dev.crosswalk.engine.mapping.FieldMapping.Origin;
import dev.crosswalk.engine.match.Suggestions.Candidate;
import dev.crosswalk.engine.schema.Field;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a suggestion becomes in a mapping file. */
public final class Suggested {
  private static final int KINDS = 2;
  private static final double STRONG = 0.5;

  private Suggested() {}

  /** The field mapping of an accepted suggestion. */
  public static FieldMapping accepted(Candidate candidate) {
    List<String> paths = candidate.paths();
    FieldMapping.Input input = paths.size() == 1 ? From.of(paths.getFirst()) : From.of(paths);
    double score = Math.round(candidate.score() * 100) / 100.0;
    return FieldMapping.of(input)
        .withUse(candidate.use())
        .withValues(candidate.values())
        .withOrigin(new Origin("suggestion", score, why(candidate)));
  }

  /** A question in place of a source: every customer answers it. */
  public static FieldMapping question(Field target, @Nullable Candidate best) {
    String proposal = best == null ? null : best.paths().getFirst();
    return FieldMapping.of(new Ask("Which field holds: " + target.shown() + "?", proposal));
  }

  private static String why(Candidate candidate) {
    if (candidate.sourceFields().size() > 1) {
      return "composite";
    }
    String kinds =
        candidate.evidence().entrySet().stream()
            .filter(e -> e.getValue() >= STRONG)
            .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
            .limit(KINDS)
            .map(Map.Entry::getKey)
            .collect(Collectors.joining("+"));
    return kinds.isEmpty() ? "weak" : kinds;
  }
}
