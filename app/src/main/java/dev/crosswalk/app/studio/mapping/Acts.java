package dev.crosswalk.app.studio.mapping;

import dev.crosswalk.engine.mapping.FieldMapping;
import dev.crosswalk.engine.mapping.FieldMapping.From;
import dev.crosswalk.engine.mapping.FieldMapping.StepCall;
import dev.crosswalk.engine.match.Suggestions.Candidate;
import dev.crosswalk.engine.schema.FieldPath;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a person's decision writes into the mapping. */
public final class Acts {
  private Acts() {}

  /** The path by which a mapping names a field of an object. */
  public static String path(String fieldName) {
    return FieldPath.of(fieldName).toString();
  }

  static List<String> paths(Candidate candidate) {
    return candidate.paths();
  }

  /** How a rejected proposal is written down: its source, or its sources joined by a plus. */
  public static String rejectKey(Candidate candidate) {
    return String.join(" + ", paths(candidate));
  }

  /**
   * The field mapping that a line drawn by hand writes: keeps what the target said about writing
   * and defaults, and takes the steps of a known suggestion for the same sources.
   *
   * @param before what fed the target until now; null if nothing
   * @param known a suggestion with the same sources; null if none
   */
  public static FieldMapping byHand(
      List<String> sources, @Nullable FieldMapping before, @Nullable Candidate known) {
    FieldMapping.Input input = sources.size() == 1 ? From.of(sources.getFirst()) : From.of(sources);
    List<StepCall> use =
        known != null
            ? known.use()
            : sources.size() > 1
                ? List.of(new StepCall("join", Map.of("separator", " ")))
                : List.of();
    FieldMapping kept = before == null ? FieldMapping.of(input) : before;
    return withInput(kept, input, use)
        .withWhen(null)
        .withValues(known == null ? null : known.values())
        .withShared(false);
  }

  /** More sources for a target: those it has, then the new ones, joined by a space. */
  public static FieldMapping withSources(FieldMapping before, List<String> sources) {
    List<String> all = new java.util.ArrayList<>(before.sources());
    sources.stream().filter(s -> !all.contains(s)).forEach(all::add);
    List<StepCall> use = before.use();
    boolean combines = use.stream().anyMatch(s -> s.name().equals("join"));
    if (all.size() > 1 && !combines) {
      use = new java.util.ArrayList<>(use);
      use.addFirst(new StepCall("join", Map.of("separator", " ")));
    }
    return withInput(before, all.size() == 1 ? From.of(all.getFirst()) : From.of(all), use);
  }

  /** Another input is a person's choice: the mapping is no longer a suggestion's. */
  static FieldMapping withInput(FieldMapping f, FieldMapping.Input input, List<StepCall> use) {
    return f.withInput(input).withUse(use).withOrigin(null);
  }

  /**
   * Marks those of the changes as shared whose sources feed another target already, so that what
   * feeds that one stays as it is.
   *
   * @param all the field mappings as they are
   * @param changes new field mappings by target
   */
  static Map<String, FieldMapping> markShared(
      Map<String, FieldMapping> all, Map<String, FieldMapping> changes) {
    Set<String> fed = new HashSet<>();
    all.forEach((target, field) -> {
      if (!changes.containsKey(target) && !field.shared()) {
        fed.addAll(field.sources());
      }
    });
    Map<String, FieldMapping> marked = new TreeMap<>();
    changes.forEach((target, field) -> {
      boolean again = field.sources().stream().anyMatch(fed::contains);
      marked.put(target, again ? field.withShared(true) : field);
      if (!again) {
        fed.addAll(field.sources());
      }
    });
    return marked;
  }
}
