package dev.crosswalk.engine.match;

import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.SchemaObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What an object is paired by.
 *
 * @param names its name, label and plural
 * @param kinds bits of the kinds of record that its names name, as {@link Subject} knows them
 * @param phrases numbers of the phrases that its fields' names and labels are, each once
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; the array is for speed
record ObjectSketch(String name, String shown, List<Name> names, int kinds, int[] phrases) {

  /**
   * One name of an object.
   *
   * @param words as standard terms
   * @param lines of the thesaurus on which the whole name stands
   */
  record Name(List<String> words, String joined, Set<Integer> lines) {}

  /** Makes sketches of which the phrases have the same numbers. */
  static final class Pencil {
    private final Thesaurus thesaurus;
    private final Words words;
    private final Map<String, Integer> numbers = new HashMap<>();

    /** Most names stand in many objects; each is cut and looked up once. */
    private final Map<String, Phrase> names = new HashMap<>();

    private final Map<String, Phrase> labels = new HashMap<>();

    private record Phrase(List<String> words, int number) {}

    Pencil(Thesaurus thesaurus) {
      this.thesaurus = thesaurus;
      this.words = new Words(thesaurus.abbreviations(), thesaurus.vocabulary());
    }

    /** How many different phrases there are so far. */
    int phrases() {
      return numbers.size();
    }

    ObjectSketch sketch(SchemaObject object) {
      Set<List<String>> all = new LinkedHashSet<>();
      all.add(thesaurus.standardise(words.ofName(object.name())));
      all.add(thesaurus.standardise(words.ofLabel(object.label())));
      all.add(thesaurus.standardise(words.ofLabel(object.plural())));
      all.removeIf(List::isEmpty);
      Set<String> own = new HashSet<>();
      all.forEach(own::addAll);
      Set<Integer> phrases = new LinkedHashSet<>();
      for (Field field : object.fields()) {
        add(phrases, names.computeIfAbsent(leaf(field.name()), n -> of(words.ofName(n))), own);
        String label = field.label();
        if (label != null) {
          add(phrases, labels.computeIfAbsent(label, l -> of(words.ofLabel(l))), own);
        }
      }
      List<Name> named = new ArrayList<>();
      for (List<String> each : all) {
        String joined = String.join(" ", each);
        named.add(new Name(each, joined, thesaurus.objects().getOrDefault(joined, Set.of())));
      }
      return new ObjectSketch(
          object.name(),
          object.shown(),
          named,
          Subject.bits(own),
          phrases.stream().mapToInt(Integer::intValue).toArray());
    }

    private static String leaf(String name) {
      return name.substring(name.lastIndexOf('.') + 1);
    }

    private Phrase of(List<String> stems) {
      List<String> standard = thesaurus.standardise(stems);
      return new Phrase(standard, standard.isEmpty() ? -1 : number(standard));
    }

    private int number(List<String> standard) {
      return numbers.computeIfAbsent(String.join(" ", standard), k -> numbers.size());
    }

    /** Without the words of the object itself, unless nothing else is left. */
    private void add(Set<Integer> phrases, Phrase phrase, Set<String> own) {
      if (phrase.number() < 0) {
        return;
      }
      List<String> rest = phrase.words();
      for (String word : phrase.words()) {
        if (own.contains(word)) {
          rest = phrase.words().stream().filter(w -> !own.contains(w)).toList();
          break;
        }
      }
      boolean whole = rest.isEmpty() || rest.size() == phrase.words().size();
      phrases.add(whole ? phrase.number() : number(rest));
    }
  }
}
