package dev.crosswalk.engine.match;

import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.Schema;
import dev.crosswalk.engine.schema.SchemaObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Short words that a schema explains itself: a field {@code SHIP_STAT} with the label "Shipping
 * status" says that {@code stat} is short for status, and {@code ARR__c} with "Annual recurring
 * revenue" what {@code ARR_Date__c} is about, whose label says only "ARR date".
 */
final class SchemaAbbreviations {
  private static final int LEAST = 2;
  private static final int MOST = 6;

  /** A word shorter than this is no cut word, unless all others of the name are explained. */
  private static final int TELLING = 3;

  /** This share of the fields that explain a short word must explain it alike. */
  private static final double AGREE = 0.8;

  private final Thesaurus thesaurus;
  private final Map<String, TreeMap<String, Integer>> votes = new HashMap<>();

  /** Most names and labels stand in many objects; each is cut once. */
  private final Map<String, List<String>> names = new HashMap<>();

  private final Map<String, List<String>> labels = new HashMap<>();

  private SchemaAbbreviations(Thesaurus thesaurus) {
    this.thesaurus = thesaurus;
  }

  /** Those of the thesaurus and, behind them, those that the schemas explain. */
  static Map<String, List<String>> of(Thesaurus thesaurus, List<Schema> schemas) {
    SchemaAbbreviations learned = new SchemaAbbreviations(thesaurus);
    for (Schema schema : schemas) {
      for (SchemaObject object : schema.objects()) {
        object.fields().forEach(learned::look);
      }
    }
    return learned.known();
  }

  private Map<String, List<String>> known() {
    Map<String, List<String>> out = new HashMap<>(thesaurus.abbreviations());
    votes.forEach((part, meanings) -> {
      int all = meanings.values().stream().mapToInt(Integer::intValue).sum();
      int most = Collections.max(meanings.values());
      if (most >= AGREE * all) {
        meanings.entrySet().stream()
            .filter(e -> e.getValue() == most)
            .findFirst()
            .ifPresent(e -> out.putIfAbsent(part, List.of(e.getKey().split(" "))));
      }
    });
    return out;
  }

  private void look(Field field) {
    String label = field.label();
    if (label == null || label.isBlank() || label.length() > 80) {
      return;
    }
    List<String> words = labels.computeIfAbsent(label, Words::split);
    List<String> parts = names.computeIfAbsent(field.name(), n -> Words.split(Words.bare(n)));
    if (words.containsAll(parts)) {
      return;
    }
    List<String> shorts = new ArrayList<>(parts);
    shorts.removeAll(words);
    List<String> full = new ArrayList<>(words);
    full.removeAll(parts);
    if (shorts.isEmpty() || full.isEmpty()) {
      return;
    }
    if (shorts.size() == 1 && isInitials(shorts.get(0), full)) {
      vote(shorts.get(0), String.join(" ", full));
      return;
    }
    boolean oneByOne = shorts.size() == full.size();
    for (int i = 0; i < shorts.size(); i++) {
      String part = shorts.get(i);
      if (oneByOne) {
        if (isCut(part, full.get(i), LEAST)) {
          vote(part, full.get(i));
        }
      } else {
        List<String> fits = full.stream().filter(w -> isCut(part, w, TELLING)).toList();
        if (fits.size() == 1) {
          vote(part, fits.get(0));
        }
      }
    }
  }

  private void vote(String part, String meaning) {
    boolean known =
        thesaurus.vocabulary().contains(part) || thesaurus.abbreviations().containsKey(part);
    if (!known) {
      votes.computeIfAbsent(part, p -> new TreeMap<>()).merge(meaning, 1, Integer::sum);
    }
  }

  /** Whether the word is longer and has the letters of the part in this order, the first first. */
  private static boolean isCut(String part, String word, int least) {
    return part.length() >= least
        && part.length() <= MOST
        && word.length() >= part.length() + 2
        && part.charAt(0) == word.charAt(0)
        && part.chars().allMatch(Character::isLetter)
        && SoftWords.isWithin(part, word);
  }

  /** {@code dob} for date of birth. */
  private static boolean isInitials(String part, List<String> words) {
    if (part.length() != words.size() || part.length() < TELLING) {
      return false;
    }
    for (int i = 0; i < words.size(); i++) {
      if (words.get(i).charAt(0) != part.charAt(i)) {
        return false;
      }
    }
    return part.chars().allMatch(Character::isLetter);
  }
}
