package dev.crosswalk.engine.match;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Cuts names, labels and texts into words: by separators, case and digits, without the affixes that
 * vendors put around custom fields, and with words that were written together ({@code
 * numberofemployees}) cut by the words known from elsewhere. Words come out as stems, so that
 * "company" and "companies" are one.
 */
final class Words {
  /** Affixes of vendors that say "custom" or "ours" and carry no meaning of the field. */
  private static final Pattern AFFIX =
      Pattern.compile(
          "^(?:hs_v2_|hs_|new_|cf_|msdyn\\w{0,4}_|adx_|x_studio_|x_|custentity\\d*_?|custbody\\d*_?"
              + "|custrecord\\d*_?|customfield_|custom_field_|custom_|cr[0-9a-f]{2,3}_|properties_"
              + "|fields_|udf_|u_|zcf_|_(?=\\w+_value$))",
          Pattern.CASE_INSENSITIVE);

  /** One of them begins each alternative of {@link #AFFIX}. */
  private static final String AFFIX_BEGINS = "hncmaxpfuz_";

  /** What Salesforce puts behind the names of custom fields, relationships and objects. */
  private static final List<String> SALESFORCE = List.of("__c", "__r", "__pc", "__pr", "__x");

  /** The longest name of a package before a custom name of Salesforce. */
  private static final int LONGEST_PACKAGE = 15;

  private static final Pattern OPAQUE =
      Pattern.compile("^(?:[0-9a-f]{24,64}|[0-9a-f-]{36}|\\d{3,})$", Pattern.CASE_INSENSITIVE);
  private static final Set<String> JOINERS =
      Set.of("of", "id", "at", "to", "by", "is", "in", "no", "on", "or", "po", "do");
  private static final Set<String> STOP =
      Set.of(
          "the", "a", "an", "of", "for", "and", "or", "to", "in", "is", "this", "that", "with",
          "on", "by", "be", "as", "from", "it", "its", "if", "are", "was", "has", "have", "which",
          "can", "will", "not", "when", "whether", "used", "use", "field", "value", "values");

  /** Ways to reach somebody; before them "no" says no and is not short for a number. */
  private static final Set<String> REACHING =
      Set.of(
          "email",
          "emails",
          "e",
          "mail",
          "mails",
          "mailing",
          "mailings",
          "call",
          "calls",
          "phone",
          "phones",
          "fax");

  private final Map<String, List<String>> abbreviations;
  private final Set<String> vocabulary;
  private final Map<String, List<String>> cut = new HashMap<>();
  private final Map<String, String> stems = new HashMap<>();
  private final Map<String, List<String>> named = new HashMap<>();

  /**
   * @param abbreviations short word to its words
   * @param vocabulary whole words in lower case, by which words written together are cut
   */
  Words(Map<String, List<String>> abbreviations, Set<String> vocabulary) {
    this.abbreviations = abbreviations;
    this.vocabulary = vocabulary;
  }

  /** The stems of one segment of a field or object name; empty if the name carries no meaning. */
  List<String> ofName(String name) {
    return named.computeIfAbsent(name, this::cutName);
  }

  private List<String> cutName(String name) {
    String bare = bare(name);
    if (OPAQUE.matcher(bare).matches()) {
      return List.of();
    }
    return List.copyOf(expanded(bare));
  }

  /** The stems of a label: like a name, but a label is never opaque and has no affixes. */
  List<String> ofLabel(@Nullable String label) {
    if (label == null || label.isBlank()) {
      return List.of();
    }
    return expanded(label);
  }

  /** The stems of a running text without the words that every text has. */
  List<String> ofText(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return List.of();
    }
    String head = text.length() > 1200 ? text.substring(0, 1200) : text;
    List<String> out = new ArrayList<>();
    for (String word : split(head)) {
      if (word.length() > 1 && !STOP.contains(word)) {
        out.add(stem(word));
      }
    }
    return out;
  }

  /** The stems of all words, the abbreviations among them written out. */
  private List<String> expanded(String text) {
    List<String> parts = new ArrayList<>();
    split(spoken(text)).forEach(word -> parts.addAll(segment(word)));
    List<String> out = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      List<String> full = forbids(parts, i) ? null : abbreviations.get(parts.get(i));
      if (full == null) {
        out.add(stem(parts.get(i)));
      } else {
        full.forEach(w -> out.add(stem(w)));
      }
    }
    return out;
  }

  /** With the signs that are words written out. */
  private static String spoken(String text) {
    boolean signs = text.indexOf('%') >= 0 || text.indexOf('#') >= 0;
    return signs ? text.replace("%", " percent ").replace("#", " number ") : text;
  }

  /** {@code no_email} is no number; {@code phone_no_fax_no} holds two. */
  private static boolean forbids(List<String> parts, int at) {
    return parts.get(at).equals("no")
        && at + 1 < parts.size()
        && REACHING.contains(parts.get(at + 1))
        && (at == 0 || !REACHING.contains(parts.get(at - 1)));
  }

  /** The name without vendor affixes. */
  static String bare(String name) {
    String bare = withoutSuffix(name);
    String stripped = bare;
    if (!bare.isEmpty() && AFFIX_BEGINS.indexOf(Character.toLowerCase(bare.charAt(0))) >= 0) {
      var affix = AFFIX.matcher(bare);
      stripped = affix.lookingAt() ? bare.substring(affix.end()) : bare;
    }
    if (name.startsWith("_") && stripped.endsWith("_value")) {
      stripped = stripped.substring(0, stripped.length() - 6);
    }
    return stripped.isEmpty() ? bare : stripped;
  }

  private static String withoutSuffix(String name) {
    for (String suffix : SALESFORCE) {
      if (name.length() > suffix.length() && name.endsWith(suffix)) {
        return withoutPackage(name.substring(0, name.length() - suffix.length()));
      }
    }
    return name;
  }

  /** {@code Size} of {@code acme__Size}. */
  private static String withoutPackage(String name) {
    int end = name.indexOf("__");
    if (end < 1 || end > LONGEST_PACKAGE || end + 2 == name.length()) {
      return name;
    }
    for (int i = 0; i < end; i++) {
      char c = name.charAt(i);
      boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
      boolean digit = i > 0 && c >= '0' && c <= '9';
      if (!letter && !digit) {
        return name;
      }
    }
    return name.substring(end + 2);
  }

  /** Lower-case words by separators, changes of case and of letters to digits. */
  static List<String> split(String text) {
    List<String> words = new ArrayList<>();
    int n = text.length();
    int from = 0;
    for (int i = 0; i < n; i++) {
      char c = text.charAt(i);
      if (!Character.isLetterOrDigit(c)) {
        add(words, text, from, i);
        from = i + 1;
      } else if (i > from && begins(text, i)) {
        add(words, text, from, i);
        from = i;
      }
    }
    add(words, text, from, n);
    return words;
  }

  /** Whether a letter or digit behind another one begins a word. */
  private static boolean begins(String text, int i) {
    char c = text.charAt(i);
    char p = text.charAt(i - 1);
    if (Character.isUpperCase(c)) {
      boolean hump = Character.isLowerCase(p);
      if (hump || (Character.isUpperCase(p) && endsCapitals(text, i))) {
        return true;
      }
    }
    return Character.isDigit(c) != Character.isDigit(p);
  }

  /**
   * The last capital of several begins the next word, as in {@code VATNumber}, but for a plural.
   */
  private static boolean endsCapitals(String text, int i) {
    int n = text.length();
    return i + 1 < n
        && Character.isLowerCase(text.charAt(i + 1))
        && i + 2 < n
        && Character.isLetter(text.charAt(i + 2));
  }

  private static void add(List<String> words, String text, int from, int to) {
    if (to > from) {
      words.add(text.substring(from, to).toLowerCase(Locale.ROOT));
    }
  }

  /** The known words that a word in lower case is made of; the word itself if it is none. */
  List<String> segment(String word) {
    if (word.length() < 6 || vocabulary.contains(word) || abbreviations.containsKey(word)) {
      return List.of(word);
    }
    return cut.computeIfAbsent(word, this::cutByVocabulary);
  }

  /** The fewest known words that make up the whole word; the word itself if there are none. */
  private List<String> cutByVocabulary(String word) {
    int n = Math.min(word.length(), 40);
    int[] best = new int[n + 1];
    int[] from = new int[n + 1];
    for (int end = 1; end <= n; end++) {
      best[end] = Integer.MAX_VALUE;
      for (int start = Math.max(0, end - 16); start < end; start++) {
        if (best[start] == Integer.MAX_VALUE || (start == 0 && end == n)) {
          continue;
        }
        String part = word.substring(start, end);
        boolean known = JOINERS.contains(part) || (part.length() >= 3 && vocabulary.contains(part));
        int cost = best[start] + (part.length() < 3 ? 3 : 2);
        if (known && cost < best[end]) {
          best[end] = cost;
          from[end] = start;
        }
      }
    }
    if (n < word.length() || best[n] == Integer.MAX_VALUE) {
      return List.of(word);
    }
    List<String> parts = new ArrayList<>();
    for (int end = n; end > 0; end = from[end]) {
      parts.add(word.substring(from[end], end));
    }
    Collections.reverse(parts);
    return parts;
  }

  private String stem(String word) {
    return stems.computeIfAbsent(word, Words::stemOf);
  }

  /** The stem of a lower-case word: plural and the commonest endings cut off. */
  static String stemOf(String word) {
    String w = word;
    if (w.length() < 4 || !w.chars().allMatch(c -> c >= 'a' && c <= 'z')) {
      return w;
    }
    if (w.endsWith("ies")) {
      w = w.substring(0, w.length() - 3) + "y";
    } else if (w.endsWith("sses") || w.endsWith("xes") || w.endsWith("ches")) {
      w = w.substring(0, w.length() - 2);
    } else if (w.endsWith("s") && !w.endsWith("ss") && !w.endsWith("us") && !w.endsWith("is")) {
      w = w.substring(0, w.length() - 1);
    }
    if (w.length() > 5 && (w.endsWith("ing") || w.endsWith("ion"))) {
      w = undouble(w.substring(0, w.length() - 3));
    } else if (w.length() > 5 && w.endsWith("ed")) {
      w = undouble(w.substring(0, w.length() - 2));
    }
    if (w.length() > 4 && w.endsWith("e")) {
      w = w.substring(0, w.length() - 1);
    }
    if (w.length() > 4 && w.endsWith("y")) {
      w = w.substring(0, w.length() - 1) + "i";
    }
    return w;
  }

  private static String undouble(String w) {
    int n = w.length();
    boolean twice = n > 3 && w.charAt(n - 1) == w.charAt(n - 2);
    return twice && "ls".indexOf(w.charAt(n - 1)) < 0 ? w.substring(0, n - 1) : w;
  }
}
