package dev.crosswalk.engine.match;

import dev.crosswalk.engine.schema.Field;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Words that say how a field is meant rather than what it holds: the second of its kind, who made
 * it, whether somebody may be written to, whether it is still in use; and how much a word says.
 */
final class Markers {
  /** Stems that say a field is not the main one of its kind: a second address, another phone. */
  private static final Map<String, String> QUALIFIERS =
      Map.ofEntries(
          Map.entry("other", "other"),
          Map.entry("alternat", "other"),
          Map.entry("alternativ", "other"),
          Map.entry("ship", "ship"),
          Map.entry("deliveri", "ship"),
          Map.entry("deliver", "ship"),
          Map.entry("secondari", "second"),
          Map.entry("second", "second"),
          Map.entry("third", "third"),
          Map.entry("assistant", "assistant"),
          Map.entry("asst", "assistant"),
          Map.entry("previou", "before"),
          Map.entry("previous", "before"),
          Map.entry("old", "before"),
          Map.entry("home", "home"),
          Map.entry("spous", "spouse"),
          Map.entry(Words.stemOf("emergency"), "emergency"));

  /** The second of its kind. */
  static final String SECOND = "second";

  private static final Set<String> IN_USE = Set.of(Thesaurus.term("active"));

  private static final Set<String> OUT_OF_USE =
      Set.of(
          Thesaurus.term("deleted"),
          Words.stemOf("inactive"),
          "is " + Words.stemOf("inactive"),
          Words.stemOf("blocked"),
          "is " + Words.stemOf("blocked"),
          Words.stemOf("disabled"),
          "is " + Words.stemOf("disabled"));

  private static final String THIRD = "third";

  /** After these a second is a unit of time. */
  private static final Set<String> TIMED =
      Set.of("in", "time", Words.stemOf("duration"), Words.stemOf("response"));

  /** Who made or changed a record is seldom meant where nobody says so. */
  private static final Set<String> MADE_BY =
      Set.of(Thesaurus.term("creator"), Thesaurus.term("modifier"));

  /** Before other words these say that a field counts them. */
  private static final Set<String> COUNTS = Set.of("number", "count", "quantiti");

  /** After these a number says which one of several. */
  private static final Set<String> NUMBERED =
      Set.of(
          Thesaurus.term("phone"),
          Thesaurus.term("mobile phone"),
          Thesaurus.term("work phone"),
          Thesaurus.term("home phone"),
          Thesaurus.term("email"),
          Thesaurus.term("fax"));

  /** Stems by which a field says that somebody may be written to or called, or may not. */
  private static final Set<String> PERMISSION =
      Set.of(
          "optout",
          "optin",
          "donot",
          "unsubscrib",
          "consent",
          "subscrib",
          "bounc",
          "allow",
          "permiss");

  /** The same, two stems in a row. */
  private static final Map<String, Set<String>> PERMISSION_PAIRS =
      Map.of(
          "do", Set.of("not"),
          "no", Set.of("email", "e", "mail", "call", "phone", "fax"),
          "may", Set.of("be", "call", "contact", "email", "mail"),
          "opt", Set.of("out", "in"),
          "opted", Set.of("out", "in"));

  /** Stems of a permission that say no. */
  private static final Set<String> FORBIDDING =
      Set.of("not", "no", "out", "optout", "donot", "unsubscrib", "bounc", "never");

  /** After "do not" these are said of the field and not of somebody. */
  private static final Set<String> OF_FIELD =
      Set.of("use", Words.stemOf("used"), Words.stemOf("edit"), Words.stemOf("change"), "touch");

  private static final Pattern FADING =
      Pattern.compile(
          "\\b(?:legacy|old|deprecated|obsolete|do not use|don'?t use|unused|not used|retired|zz+|xx+"
              + "|to be deleted|archived? field|backup|superseded)\\b",
          Pattern.CASE_INSENSITIVE);

  /** One of them is in each alternative of {@link #FADING}. */
  private static final List<String> FADING_PIECES =
      List.of(
          "legacy",
          "old",
          "deprec",
          "obsolete",
          "not ",
          "t use",
          "unused",
          "retired",
          "zz",
          "xx",
          "to be ",
          "archive",
          "backup",
          "superseded");

  /** Words that only join others. */
  private static final Set<String> JOINING =
      Set.of(
          "to", "of", "in", "on", "at", "by", "for", "from", "with", "the", "a", "an", "and", "or",
          "is", "has", "was");

  /** Stems that say of what sort a value is, and not of what. */
  private static final Set<String> GENERIC =
      Set.of(
          "number", "cod", "code", "percent", "valu", "value", "text", "field", "data", "info",
          "flag");

  private static final String IDENTIFYING = Words.stemOf("identification");

  private static final double JOINS = 0.3;
  private static final double SAYS_SORT = 0.6;

  private Markers() {}

  /**
   * What says that a field is not the main one of its kind.
   *
   * @param stems of the whole name, parents first, and of the label
   * @param meanings of name and label, as standard terms
   * @param address words of an address that say which of several it is; empty for other fields
   * @param which numbers of the objects that it is about
   */
  static Set<String> qualifiers(
      List<List<String>> stems,
      List<List<String>> meanings,
      List<String> address,
      List<String> which) {
    Set<String> out = new HashSet<>();
    for (List<String> words : stems) {
      for (int i = 0; i < words.size(); i++) {
        String qualifier = QUALIFIERS.get(words.get(i));
        if (qualifier != null && !isTime(words, i)) {
          out.add(qualifier);
        }
      }
    }
    for (List<String> meaning : meanings) {
      int last = meaning.size() - 1;
      meaning.stream().filter(MADE_BY::contains).forEach(out::add);
      if (last > 0 && (COUNTS.contains(meaning.get(0)) || meaning.get(last).equals("count"))) {
        out.add("count");
      }
      for (int i = 1; i <= last; i++) {
        if (NUMBERED.contains(meaning.get(i - 1))) {
          addNumber(out, meaning.get(i));
        }
      }
    }
    address.forEach(w -> addNumber(out, w));
    which.forEach(w -> addNumber(out, w));
    if (!address.isEmpty() && (out.contains("ship") || out.contains("other"))) {
      out.add(SECOND); // beside the billing or mailing address
    }
    return Set.copyOf(out);
  }

  /** 1 where a field says that a record is in use, -1 where it says that it is not, 0 else. */
  static int inUse(List<String> phrases) {
    boolean is = phrases.stream().anyMatch(IN_USE::contains);
    boolean isNot = phrases.stream().anyMatch(OUT_OF_USE::contains);
    return is == isNot ? 0 : is ? 1 : -1;
  }

  /** Whether a field is the second or third of its kind. */
  static boolean isLater(Set<String> qualifiers) {
    return qualifiers.contains(SECOND) || qualifiers.contains(THIRD);
  }

  /** -1 where a permission says that somebody may not be reached, 1 where it says that he may. */
  static int allows(List<List<String>> stems) {
    return stems.stream().flatMap(List::stream).anyMatch(FORBIDDING::contains) ? -1 : 1;
  }

  /** Whether a word is the unit of time rather than the second of its kind. */
  private static boolean isTime(List<String> words, int at) {
    return words.get(at).equals("second")
        && (at == words.size() - 1 || (at > 0 && TIMED.contains(words.get(at - 1))));
  }

  private static void addNumber(Set<String> qualifiers, String word) {
    switch (word) {
      case "2" -> qualifiers.add(SECOND);
      case "3" -> qualifiers.add(THIRD);
      default -> {
        // the first one, or no number
      }
    }
  }

  /** Whether a field says that something may or may not be done, rather than what something is. */
  static boolean permission(List<List<String>> stems) {
    for (List<String> words : stems) {
      for (int i = 0; i < words.size(); i++) {
        String word = words.get(i);
        boolean pair =
            i + 1 < words.size()
                && PERMISSION_PAIRS.getOrDefault(word, Set.of()).contains(words.get(i + 1))
                && !(i + 2 < words.size() && OF_FIELD.contains(words.get(i + 2)));
        if (pair || PERMISSION.contains(word)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether a field is marked as old, or not to be used. */
  static boolean isFading(Field field) {
    String text =
        String.join(" ", Words.split(field.name()))
            + " | "
            + (field.label() == null ? "" : field.label())
            + " | "
            + (field.description() == null ? "" : head(field.description()));
    return field.isSetAside()
        || (mayFade(text.toLowerCase(Locale.ROOT)) && FADING.matcher(text).find());
  }

  /** Whether a piece stands there without which {@link #FADING} finds nothing; much quicker. */
  private static boolean mayFade(String text) {
    for (String piece : FADING_PIECES) {
      if (text.contains(piece)) {
        return true;
      }
    }
    return false;
  }

  /** Only the beginning: further on, "old" is about something else. */
  private static String head(String description) {
    return description.substring(0, Math.min(40, description.length())).toLowerCase(Locale.ROOT);
  }

  /** Whether a word only joins others. */
  static boolean joins(String word) {
    return JOINING.contains(word);
  }

  /** Whether a word says of what sort a value is, and not of what. */
  static boolean saysSort(String word) {
    return GENERIC.contains(word) || Subject.isKey(word) || IDENTIFYING.equals(word);
  }

  /** How much a word says beside others: little where every other name might have it. */
  static double heed(String word) {
    return JOINING.contains(word) ? JOINS : GENERIC.contains(word) ? SAYS_SORT : 1;
  }
}
