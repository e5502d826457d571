package dev.crosswalk.engine.transform.step;

import dev.crosswalk.engine.transform.Texts;
import java.util.Locale;
import java.util.Set;

/** The letters of people's names. Unicode's rules and no country's. */
final class NameCase {
  /** Small words inside a name, in the languages of most names with them. */
  private static final Set<String> PARTICLES =
      Set.of(
          "van", "von", "der", "den", "de", "del", "della", "di", "da", "dos", "das", "do", "du",
          "la", "le", "les", "ten", "ter", "zu", "zum", "zur", "y", "e", "bin", "ibn", "al", "el",
          "af", "av", "und", "and", "of", "the");

  private static final Set<String> ROMAN =
      Set.of("ii", "iii", "iv", "vi", "vii", "viii", "ix", "xi", "xii", "xiii");

  private NameCase() {}

  static String title(String text, boolean mixed) {
    if (!mixed && isMixed(text)) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    int at = 0;
    boolean first = true;
    while (at < text.length()) {
      int end = at;
      while (end < text.length() && !Texts.isSpace(text.charAt(end))) {
        end++;
      }
      if (end > at) {
        out.append(word(text.substring(at, end).toLowerCase(Locale.ROOT), first));
        first = false;
      }
      while (end < text.length() && Texts.isSpace(text.charAt(end))) {
        out.append(text.charAt(end++));
      }
      at = end;
    }
    return out.toString();
  }

  private static boolean isMixed(String text) {
    boolean small = false;
    boolean capital = false;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      small |= Character.isLowerCase(c);
      capital |= Character.isUpperCase(c) || Character.isTitleCase(c);
      i += Character.charCount(c);
    }
    return small && capital;
  }

  private static String word(String word, boolean first) {
    if (!first && PARTICLES.contains(word)) {
      return word;
    }
    if (ROMAN.contains(word)) {
      return word.toUpperCase(Locale.ROOT);
    }
    StringBuilder out = new StringBuilder(word.length());
    boolean capital = true;
    for (int i = 0; i < word.length(); ) {
      int c = word.codePointAt(i);
      i += Character.charCount(c);
      if (capital && Character.isLetter(c)) {
        out.appendCodePoint(Character.toTitleCase(c));
        capital = false;
        if (c == 'm' && scottish(word, i)) {
          out.append('c');
          i++;
          capital = true;
        }
      } else {
        out.appendCodePoint(c);
        capital = c == '-' || c == '.' || c == '(' || c == '"' || c == '\u2010' || name(word, i, c);
      }
    }
    return out.toString();
  }

  /** Mc and at least three more letters; Mac is left alone, because Macey and Mack are names. */
  private static boolean scottish(String word, int at) {
    return at < word.length() && word.charAt(at) == 'c' && word.length() - at > 3;
  }

  /** After O', D', L'; not before a mere ending such as 's. */
  private static boolean name(String word, int at, int c) {
    return (c == '\'' || c == '\u2019') && at <= 3 && word.length() - at > 1;
  }
}
