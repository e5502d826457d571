package dev.crosswalk.engine.match;

import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.Schema;
import dev.crosswalk.engine.schema.SchemaObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Words by which names that were written together are cut. */
final class Vocabulary {
  /** Longer words of names may be whole ones; shorter ones are often cut. */
  private static final int WHOLE = 4;

  /** Longer ones are several words written together. */
  private static final int LONGEST = 14;

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
    addWordsOfNames(known, schemas);
    return known;
  }

  /**
   * Words of names that are written in parts, so that {@code ConfirmedShippingDate} on one side
   * cuts {@code confirmedshippingdate} on the other; not those that are several words themselves.
   */
  private static void addWordsOfNames(Set<String> known, List<Schema> schemas) {
    Set<String> names = new HashSet<>();
    for (Schema schema : schemas) {
      for (SchemaObject object : schema.objects()) {
        object.fields().forEach(field -> names.add(field.name()));
      }
    }
    Set<String> parts = new HashSet<>();
    for (String name : names) {
      List<String> words = Words.split(name);
      if (words.size() > 1) {
        for (String word : words) {
          boolean whole = word.length() >= WHOLE && word.length() <= LONGEST;
          if (whole && !known.contains(word)) {
            parts.add(word);
          }
        }
      }
    }
    // The short ones first, of which the long ones may be made.
    List<String> rising = new ArrayList<>(parts);
    rising.sort(Comparator.comparingInt(String::length).thenComparing(w -> w));
    Words words = new Words(Map.of(), known);
    for (String part : rising) {
      if (words.segment(part).size() == 1) {
        known.add(part);
      }
    }
  }

  private static void addWords(Set<String> known, Set<String> seen, @Nullable String text) {
    if (text != null && text.indexOf(' ') > 0 && seen.add(text)) {
      for (String word : Words.split(text)) {
        if (word.length() <= LONGEST) {
          known.add(word);
        }
      }
    }
  }
}
