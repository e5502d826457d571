package dev.crosswalk.engine.merge;

import dev.crosswalk.engine.mapping.FieldMapping;
import dev.crosswalk.engine.mapping.Mapping;
import dev.crosswalk.engine.mapping.MappingDocument;
import dev.crosswalk.engine.mapping.MappingWords;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says what one side did to an entry: mappings in mapping words, all else by key. */
final class MergeWords {
  private static final int LONGEST = 300;

  private final MergeRules rules;
  private final @Nullable Mapping base;
  private final @Nullable Mapping ours;
  private final @Nullable Mapping theirs;

  MergeWords(MergeRules rules, String base, String ours, String theirs) {
    this.rules = rules;
    this.base = mapping(rules, base);
    this.ours = mapping(rules, ours);
    this.theirs = mapping(rules, theirs);
  }

  private static @Nullable Mapping mapping(MergeRules rules, String text) {
    return rules == MergeRules.MAPPING && !text.isBlank()
        ? MappingDocument.parse(text, "").mapping().orElse(null)
        : null;
  }

  /**
   * On one line.
   *
   * @param mine whether it is our side
   */
  String of(boolean mine, List<String> path, @Nullable Object before, @Nullable Object after) {
    Mapping side = mine ? ours : theirs;
    List<String> words = List.of();
    if (rules.isField(path) && side != null && (base != null || before == Absent.VALUE)) {
      words = MappingWords.field(path.get(1), field(base, path.get(1)), field(side, path.get(1)));
    }
    if (words.isEmpty()) {
      words = TreeWords.diff(rules, path, before, after);
    }
    String line = String.join(" ", words).replaceAll("\\s+", " ");
    String whole = line.isEmpty() ? String.join(".", path) : line;
    return whole.codePointCount(0, whole.length()) > LONGEST
        ? whole.substring(0, whole.offsetByCodePoints(0, LONGEST)) + "…"
        : whole;
  }

  private static @Nullable FieldMapping field(@Nullable Mapping mapping, String target) {
    return Optional.ofNullable(mapping).flatMap(m -> m.field(target)).orElse(null);
  }
}
