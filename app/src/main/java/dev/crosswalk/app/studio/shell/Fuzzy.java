package dev.crosswalk.app.studio.shell;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * How well a few typed letters fit a text, as search boxes of development tools judge it: the whole
 * word, its start, a part that starts a word ({@code tier} in {@code Acct_Tier__c}), first letters
 * of words ({@code wem} in {@code Work_Email__c}), any part, and at last the letters in their
 * order, if they begin at a word.
 */
public final class Fuzzy {
  /** No fit at all. */
  public static final int NONE = -1;

  private static final int WHOLE = 1000;
  private static final int START = 900;
  private static final int WORD_START = 800;
  private static final int INITIALS = 610;
  private static final int MOST_FOR_INITIALS = 90;
  private static final int INSIDE = 600;
  private static final int SCATTERED = 300;
  private static final int SPREAD = 16;

  /** A text made ready to be searched often. */
  public static final class Text {
    private final char[] lower;
    private final boolean[] starts;
    private final long letters;

    private Text(String text) {
      lower = text.toLowerCase(Locale.ROOT).toCharArray();
      starts = new boolean[lower.length];
      for (int i = 0; i < lower.length; i++) {
        starts[i] = startsWord(text, i);
      }
      letters = letters(lower);
    }

    private static boolean startsWord(String text, int at) {
      if (at >= text.length() || !Character.isLetterOrDigit(text.charAt(at))) {
        return false;
      }
      if (at == 0) {
        return true;
      }
      char before = text.charAt(at - 1);
      char now = text.charAt(at);
      return !Character.isLetterOrDigit(before)
          || (Character.isUpperCase(now) && !Character.isUpperCase(before))
          || (Character.isDigit(now) && !Character.isDigit(before));
    }
  }

  /** What was typed, in words. */
  public static final class Query {
    private final List<char[]> words;
    private final long letters;

    private Query(String typed) {
      words =
          Arrays.stream(typed.strip().toLowerCase(Locale.ROOT).split("\\s+"))
              .filter(w -> !w.isEmpty())
              .map(String::toCharArray)
              .toList();
      long all = 0;
      for (char[] word : words) {
        all |= letters(word);
      }
      letters = all;
    }

    public boolean isEmpty() {
      return words.isEmpty();
    }
  }

  private Fuzzy() {}

  public static Text text(String text) {
    return new Text(text);
  }

  public static Query query(String typed) {
    return new Query(typed);
  }

  /** One bit for each letter and digit, so that most texts are ruled out at once. */
  private static long letters(char[] lower) {
    long bits = 0;
    for (char c : lower) {
      bits |=
          1L
              << (c >= 'a' && c <= 'z'
                  ? c - 'a'
                  : c >= '0' && c <= '9' ? 26 + c - '0' : 40 + c % 24);
    }
    return bits;
  }

  /**
   * How well all words fit; each may fit the name or, for less, what it belongs to.
   *
   * @param name what is looked for
   * @param group what it belongs to, such as the object of a field
   * @return higher is better; {@link #NONE} if a word fits neither
   */
  public static int score(Query query, Text name, Text group) {
    if ((query.letters & ~(name.letters | group.letters)) != 0) {
      return NONE;
    }
    int sum = 0;
    boolean named = false;
    for (char[] word : query.words) {
      int inName = score(word, name);
      int inGroup = score(word, group) / 4;
      named |= inName > inGroup;
      if (Math.max(inName, inGroup) <= 0) {
        return NONE;
      }
      sum += Math.max(inName, inGroup);
    }
    return named ? sum / Math.max(1, query.words.size()) : NONE;
  }

  private static int score(char[] word, Text text) {
    int best = 0;
    char[] in = text.lower;
    for (int at = 0; at + word.length <= in.length; at++) {
      if (in[at] == word[0] && matches(in, at, word)) {
        int rest = Math.min(90, in.length - word.length);
        int score =
            at == 0
                ? (rest == 0 ? WHOLE : START - rest)
                : (text.starts[at] ? WORD_START : INSIDE) - Math.min(90, at) - rest / 8;
        best = Math.max(best, score);
      }
    }
    return best > INITIALS ? best : Math.max(best, scattered(word, text));
  }

  private static boolean matches(char[] in, int at, char[] word) {
    for (int i = 1; i < word.length; i++) {
      if (in[at + i] != word[i]) {
        return false;
      }
    }
    return true;
  }

  /** The letters in order from the start of a word on, not too far from each other. */
  private static int scattered(char[] word, Text text) {
    if (word.length < 2) {
      return 0;
    }
    int best = 0;
    for (int start = 0; start < text.lower.length; start++) {
      if (text.starts[start] && text.lower[start] == word[0]) {
        best = Math.max(best, scattered(word, text, start));
      }
    }
    return best;
  }

  private static int scattered(char[] word, Text text, int start) {
    int score = 0;
    int last = start;
    boolean initials = true;
    for (int i = 1; i < word.length; i++) {
      int next = next(word[i], text, last + 1);
      if (next < 0 || next - last > SPREAD) {
        return 0;
      }
      score += text.starts[next] ? 20 : next == last + 1 ? 10 : last - next;
      initials &= text.starts[next] || next == last + 1;
      last = next;
    }
    // A word that stands there as it was typed is no initials: it was judged by where it begins.
    return initials && last - start >= word.length
        ? INITIALS + Math.min(MOST_FOR_INITIALS, score)
        : Math.max(1, SCATTERED + score);
  }

  /** Prefers the start of a word, as people type the first letters of words. */
  private static int next(char c, Text text, int from) {
    int first = -1;
    for (int at = from; at < text.lower.length && at - from <= SPREAD; at++) {
      if (text.lower[at] == c) {
        if (text.starts[at] || at == from) {
          return at;
        }
        first = first < 0 ? at : first;
      }
    }
    return first;
  }
}
