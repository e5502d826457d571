package dev.crosswalk.engine.match;

import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.Schema;
import dev.crosswalk.engine.schema.SchemaObject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Words by which names that were written together are cut. */
final class Vocabulary {
  private Vocabulary() {}

  /** Whole words that stand alone somewhere; shorter ones are too likely to be chance. */
  static Set<String> of(Thesaurus thesaurus, List<Schema> schemas) {
    Set<String> known = new HashSet<>(thesaurus.vocabulary());
    Set<String> seen = new HashSet<>();
    for (Schema schema : schemas) {
      for (SchemaObject object : schema.objects()) {
        addWords(known, seen, object.label());
        for (Field field : object.fields()) {
          addWords(known, seen, field.label());
          addWords(known, seen, field.description());
        }
      }
    }
    known.removeIf(w -> w.length() < 3);
    return known;
  }

  private static void addWords(Set<String> known, Set<String> seen, @Nullable String text) {
    if (text != null && text.indexOf(' ') > 0 && seen.add(text)) {
      for (String word : Words.split(text)) {
        if (word.length() <= 14) {
          known.add(word);
        }
      }
    }
  }
}
