package dev.crosswalk.engine.match;

import dev.crosswalk.engine.problem.Place;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Words that mean the same, read from a plain text file that a person can extend (the format stands
 * at the top of {@code assets/match/thesaurus.txt}).
 *
 * @param abbreviations short word to the words it stands for
 * @param synonyms phrase of stems, joined by spaces, to its standard term
 * @param fields phrase to the numbers of the groups it stands in
 * @param objects the same for objects
 * @param values the same for picklist values
 * @param vocabulary all whole words of the file
 */
record Thesaurus(
    Map<String, List<String>> abbreviations,
    Map<String, String> synonyms,
    Map<String, Set<Integer>> fields,
    Map<String, Set<Integer>> objects,
    Map<String, Set<Integer>> values,
    Set<String> vocabulary) {

  private static final String STANDARD = "/dev/crosswalk/assets/match/thesaurus.txt";

  /** The file of a workspace that adds words of its own. */
  static final String OF_WORKSPACE = "thesaurus.txt of the workspace";

  /** The longest phrase that is looked for, in words. */
  private static final int LONGEST = 7;

  static final Thesaurus EMPTY = parse("", "empty");

  /** The thesaurus that comes with the product. */
  static Thesaurus standard() {
    return parse(text(), "thesaurus.txt");
  }

  private static String text() {
    try (InputStream in = Thesaurus.class.getResourceAsStream(STANDARD)) {
      return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a thesaurus file.
   *
   * @throws ProblemException with the line that is not understood
   */
  static Thesaurus parse(String text, String file) {
    return parse(List.of(text), List.of(file));
  }

  /** The words of a workspace, and behind them the thesaurus that comes with the product. */
  static Thesaurus standardWith(String words) {
    return words.isBlank()
        ? standard()
        : parse(List.of(words, text()), List.of(OF_WORKSPACE, "thesaurus.txt"));
  }

  private static Thesaurus parse(List<String> texts, List<String> files) {
    Map<String, List<String>> abbreviations = new HashMap<>();
    List<List<List<String>>> synonyms = new ArrayList<>();
    Map<String, Map<String, Set<Integer>>> groups = new HashMap<>();
    Set<String> vocabulary = new LinkedHashSet<>();
    int lines = 0;
    for (int f = 0; f < texts.size(); f++) {
      String file = files.get(f);
      String section = "";
      int number = 0;
      for (String raw : texts.get(f).split("\n", -1)) {
        number++;
        int unique = ++lines;
        String line = raw.strip();
        if (line.isEmpty() || line.startsWith("#")) {
          continue;
        }
        if (line.startsWith("[") && line.endsWith("]")) {
          section = line.substring(1, line.length() - 1).strip();
          continue;
        }
        int equals = line.indexOf('=');
        if (equals < 1 || equals == line.length() - 1) {
          throw broken(file, number, "'" + line + "' has no 'term = phrase, phrase'");
        }
        List<List<String>> phrases = new ArrayList<>();
        phrases.add(Words.split(line.substring(0, equals)));
        for (String phrase : line.substring(equals + 1).split(",")) {
          phrases.add(Words.split(phrase));
        }
        phrases.removeIf(List::isEmpty);
        switch (section) {
          case "abbreviations" -> abbreviations.putIfAbsent(phrases.get(0).get(0), phrases.get(1));
          case "synonyms" -> synonyms.add(phrases);
          case "fields", "objects", "values" -> {
            var map = groups.computeIfAbsent(section, s -> new LinkedHashMap<>());
            for (List<String> phrase : phrases) {
              map.computeIfAbsent(key(phrase), k -> new LinkedHashSet<>()).add(unique);
            }
          }
          default -> throw broken(file, number, "section [" + section + "] is not known");
        }
        phrases.forEach(vocabulary::addAll);
      }
    }
    vocabulary.removeAll(abbreviations.keySet());
    Map<String, String> standard = new HashMap<>();
    for (List<List<String>> line : synonyms) {
      String term = key(line.get(0));
      line.forEach(phrase -> standard.putIfAbsent(key(phrase), term));
    }
    Thesaurus words =
        new Thesaurus(abbreviations, standard, Map.of(), Map.of(), Map.of(), vocabulary);
    return new Thesaurus(
        Map.copyOf(abbreviations),
        Map.copyOf(standard),
        words.standardised(groups.getOrDefault("fields", Map.of())),
        words.standardised(groups.getOrDefault("objects", Map.of())),
        groups.getOrDefault("values", Map.of()),
        Set.copyOf(vocabulary));
  }

  private Map<String, Set<Integer>> standardised(Map<String, Set<Integer>> groups) {
    Map<String, Set<Integer>> out = new HashMap<>();
    groups.forEach((phrase, numbers) ->
        out.computeIfAbsent(
                String.join(" ", standardise(List.of(phrase.split(" ")))),
                k -> new LinkedHashSet<>())
            .addAll(numbers));
    return out;
  }

  /** The stems with every known phrase replaced by the one word of its standard term. */
  List<String> standardise(List<String> stems) {
    List<String> out = new ArrayList<>(stems.size());
    int i = 0;
    while (i < stems.size()) {
      int taken = 0;
      for (int n = Math.min(LONGEST, stems.size() - i); n > 0 && taken == 0; n--) {
        String phrase = n == 1 ? stems.get(i) : String.join(" ", stems.subList(i, i + n));
        String term = synonyms.get(phrase);
        if (term != null) {
          out.add(word(term));
          taken = n;
        }
      }
      if (taken == 0) {
        out.add(stems.get(i));
        taken = 1;
      }
      i += taken;
    }
    return out;
  }

  /** The one word that stands for a standard term after {@link #standardise}. */
  static String term(String term) {
    return word(key(Words.split(term)));
  }

  private static String word(String key) {
    return "~" + key.replace(' ', '-');
  }

  /** The key by which a phrase is found: its stems in order. */
  static String key(List<String> words) {
    return String.join(" ", words.stream().map(Words::stemOf).toList());
  }

  /** Whether two phrases stand together on one line of a section. */
  static boolean together(Map<String, Set<Integer>> section, String a, String b) {
    Set<Integer> left = section.get(a);
    if (left == null) {
      return false;
    }
    Set<Integer> right = section.get(b);
    if (right != null) {
      for (Integer line : left) {
        if (right.contains(line)) {
          return true;
        }
      }
    }
    return false;
  }

  private static ProblemException broken(String file, int line, String what) {
    return new ProblemException(
        Problem.error(
            "thesaurus-line",
            new Place(file, line, 0, null),
            "The thesaurus cannot be read: " + what + ".",
            "Write 'standard term = phrase, phrase' under one of [abbreviations], [synonyms],"
                + " [fields], [objects], [values]."));
  }
}
