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
import java.util.regex.Pattern;

/**
 * What an object is paired by.
 *
 * @param names its name, label and plural
 * @param kinds bits of the kinds of record that its names name, as {@link Subject} knows them
 * @param phrases numbers of the phrases that its fields' names and labels are, each once
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; the array is for speed
record ObjectSketch(String name, String shown, List<Name> names, int kinds, int[] phrases) {

  /** Stems that say what kind of thing holds the records, and not of what they are. */
  private static final Set<String> MADE =
      Set.of(
          Words.stemOf("entity"),
          Words.stemOf("table"),
          Words.stemOf("view"),
          Words.stemOf("header"),
          Words.stemOf("base"),
          Words.stemOf("dto"),
          Words.stemOf("cds"),
          "vo");

  private static final Pattern VERSION = Pattern.compile("v\\d+");

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
      Set<String> own = new HashSet<>();
      for (List<String> name :
          List.of(
              words.ofName(object.name()),
              words.ofLabel(object.label()),
              words.ofLabel(object.plural()))) {
        own.addAll(thesaurus.standardise(name));
        all.add(thesaurus.standardise(telling(name)));
      }
      all.removeIf(List::isEmpty);
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

    /**
     * The words of a name, each once and without those that only say what is made of the object:
     * {@code CustCustomerV3Entity} is the customer. All of them where no other is left.
     */
    static List<String> telling(List<String> name) {
      List<String> out = new ArrayList<>();
      for (int i = 0; i < name.size(); i++) {
        String word = name.get(i);
        boolean version = i > 0 && VERSION.matcher(name.get(i - 1) + word).matches();
        boolean before = i + 1 < name.size() && VERSION.matcher(word + name.get(i + 1)).matches();
        if (!version && !before && !MADE.contains(word) && !out.contains(word)) {
          out.add(word);
        }
      }
      return out.isEmpty() ? name : out;
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
