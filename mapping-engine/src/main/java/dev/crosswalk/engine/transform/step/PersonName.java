package dev.crosswalk.engine.transform.step;

import dev.crosswalk.engine.transform.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The parts of a person's name. Texts are empty where a part is not there.
 *
 * @param prefix such as Dr.
 * @param suffix such as Jr. or PhD
 */
record PersonName(String prefix, String first, String middle, String last, String suffix) {

  static final List<String> PARTS = List.of("prefix", "first", "middle", "last", "suffix");

  private static final Set<String> PREFIXES =
      Set.of(
          "mr",
          "mrs",
          "ms",
          "miss",
          "mx",
          "dr",
          "prof",
          "professor",
          "sir",
          "dame",
          "lord",
          "lady",
          "rev",
          "hon",
          "capt",
          "col",
          "gen",
          "lt",
          "herr",
          "frau",
          "hr",
          "fr",
          "dipl-ing",
          "ing",
          "mag",
          "m",
          "mme",
          "mlle",
          "sr",
          "sra",
          "srta",
          "don",
          "do\u00f1a",
          "dott",
          "sig",
          "sig.ra");
  private static final Set<String> SUFFIXES =
      Set.of(
          "jr", "sr", "ii", "iii", "iv", "phd", "md", "esq", "dds", "dvm", "mba", "cpa", "jd", "rn",
          "msc", "bsc", "ma", "ba", "llm", "obe", "mbe", "cbe", "frs");

  /** What stands between the prefixes of a couple. */
  private static final Set<String> AND = Set.of("&", "and", "und", "et", "y", "+");

  /** Endings of two letters that are no names. */
  private static final Set<String> SURE = Set.of("jr", "sr", "ii", "iv", "md", "jd");

  private static final Set<String> PARTICLES =
      Set.of(
          "van", "von", "der", "den", "de", "del", "della", "di", "da", "dos", "das", "do", "du",
          "la", "le", "ten", "ter", "zu", "zum", "zur", "bin", "ibn", "al", "el", "af", "av", "st");

  /** Reads a name as people write it: Dr. Ada M. van Lovelace Jr., or Lovelace, Ada. */
  static PersonName parse(String text, boolean familyFirst) {
    List<String> words = words(text);
    String prefix = prefixes(words);
    int comma = comma(words);
    String suffix = suffixes(words, comma);
    comma = comma(words);
    if (comma >= 0) {
      List<String> last = words.subList(0, comma + 1);
      List<String> given = new ArrayList<>(words.subList(comma + 1, words.size()));
      if (suffix.isEmpty() && given.size() > 1 && isSign(given.get(0))) {
        suffix = bare(given.remove(0));
      }
      String more = prefixes(given);
      String title = prefix.isEmpty() ? more : more.isEmpty() ? prefix : prefix + " " + more;
      return new PersonName(title, at(given, 0), from(given, 1), plain(last), suffix);
    }
    if (words.size() <= 1) {
      return new PersonName(prefix, "", "", plain(words), suffix);
    }
    if (familyFirst) {
      return new PersonName(prefix, at(words, 1), from(words, 2), at(words, 0), suffix);
    }
    int last = words.size() - 1;
    for (int i = 1; i < words.size() - 1; i++) {
      if (PARTICLES.contains(key(words.get(i)))) {
        last = i;
        break;
      }
    }
    return new PersonName(
        prefix,
        words.get(0),
        plain(words.subList(1, last)),
        plain(words.subList(last, words.size())),
        suffix);
  }

  String part(String name) {
    return switch (name) {
      case "prefix" -> prefix;
      case "first" -> first;
      case "middle" -> middle;
      case "last" -> last;
      default -> suffix;
    };
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Texts.isSpace(c) || c == ',') {
        if (!word.isEmpty()) {
          words.add(word.toString());
          word.setLength(0);
        }
        int last = words.size() - 1;
        if (c == ',' && last >= 0 && !words.get(last).endsWith(",")) {
          words.set(last, words.get(last) + ",");
        }
      } else {
        word.append(c);
      }
    }
    if (!word.isEmpty()) {
      words.add(word.toString());
    }
    return words;
  }

  private static String prefixes(List<String> words) {
    StringBuilder prefix = new StringBuilder();
    while (words.size() > 1 && (isPrefix(words, 0) || isAnd(words, prefix))) {
      prefix.append(prefix.isEmpty() ? "" : " ").append(words.remove(0));
    }
    return prefix.toString();
  }

  private static boolean isPrefix(List<String> words, int at) {
    String word = words.get(at);
    return !word.endsWith(",") && PREFIXES.contains(key(word));
  }

  /** Whether a couple's second prefix follows: Mr. & Mrs. */
  private static boolean isAnd(List<String> words, CharSequence before) {
    return !before.isEmpty()
        && words.size() > 2
        && AND.contains(key(words.get(0)))
        && isPrefix(words, 1);
  }

  /** Takes endings off; with a comma before them they may be single words of any case. */
  private static String suffixes(List<String> words, int comma) {
    String suffix = "";
    while (words.size() > 1 && SUFFIXES.contains(key(words.get(words.size() - 1)))) {
      int last = words.size() - 1;
      // "Ma, Jack" is no Master of Arts, and neither is "Yo-Yo Ma".
      boolean sure =
          key(words.get(last)).length() > 2
              || words.get(last - 1).endsWith(",")
              || isSign(words.get(last));
      if (!sure || comma == last - 1 && words.size() == 2) {
        break;
      }
      String word = words.remove(last);
      suffix = suffix.isEmpty() ? bare(word) : bare(word) + " " + suffix;
      String before = words.get(last - 1);
      if (before.endsWith(",") && comma == last - 1) {
        words.set(last - 1, bare(before));
      }
    }
    return suffix;
  }

  private static boolean isSign(String word) {
    return SURE.contains(key(word));
  }

  private static int comma(List<String> words) {
    for (int i = 0; i < words.size() - 1; i++) {
      if (words.get(i).endsWith(",")) {
        return i;
      }
    }
    return -1;
  }

  private static String key(String word) {
    return bare(word).replace(".", "").toLowerCase(Locale.ROOT);
  }

  private static String bare(String word) {
    return word.endsWith(",") ? word.substring(0, word.length() - 1) : word;
  }

  private static String plain(List<String> words) {
    return words.stream().map(PersonName::bare).collect(Collectors.joining(" "));
  }

  private static String at(List<String> words, int index) {
    return index < words.size() ? bare(words.get(index)) : "";
  }

  private static String from(List<String> words, int index) {
    return index < words.size() ? plain(words.subList(index, words.size())) : "";
  }
}
