package dev.crosswalk.app.studio.mapping;

import dev.crosswalk.engine.mapping.FieldMapping;
import dev.crosswalk.engine.mapping.FieldMapping.From;
import dev.crosswalk.engine.mapping.FieldMapping.StepCall;
import dev.crosswalk.engine.match.Suggestions.Candidate;
import dev.crosswalk.engine.schema.FieldPath;
import java.util.List;
import java.util.Map;
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
    return candidate.sourceFields().stream().map(Acts::path).toList();
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

  /** One more source for a target: those it has, then the new one, joined by a space. */
  public static FieldMapping withSource(FieldMapping before, String source) {
    List<String> all = new java.util.ArrayList<>(before.sources());
    if (!all.contains(source)) {
      all.add(source);
    }
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
   * What must be written so that every target after the first that a source feeds says that it
   * shares it.
   *
   * @param all the field mappings as they are
   * @param changes new field mappings by target
   * @return the changes, with the marks, and those of other targets that need the mark
   */
  static Map<String, FieldMapping> markShared(
      Map<String, FieldMapping> all, Map<String, FieldMapping> changes) {
    Map<String, FieldMapping> after = new TreeMap<>(all);
    after.putAll(changes);
    Map<String, FieldMapping> marked = new TreeMap<>(changes);
    java.util.Set<String> seen = new java.util.HashSet<>();
    java.util.Set<String> touched = new java.util.HashSet<>();
    changes.values().forEach(f -> touched.addAll(f.sources()));
    after.forEach((target, field) -> {
      boolean again = field.sources().stream().anyMatch(seen::contains);
      boolean concerned = field.sources().stream().anyMatch(touched::contains);
      if (again && concerned && !field.shared()) {
        marked.put(target, field.withShared(true));
      }
      seen.addAll(field.sources());
    });
    return marked;
  }
}
