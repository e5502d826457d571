package dev.crosswalk.engine.transform.step;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The quick way for the patterns that people write most, [^0-9+], \s+ and &lt;[^&gt;]*&gt;: single
 * characters or classes in a row, of which one may repeat if what follows it cannot also be a part
 * of it. Such a pattern never has to go back, so one walk finds all matches, in linear time.
 *
 * <p>A text with characters beyond ASCII is left to the whole engine, unless the pattern is one
 * like &lt;[^&gt;]*&gt;, which asks for nothing but single characters.
 */
final class QuickPattern {

  private static final int ASCII = 128;

  private final boolean[][] atoms;

  /** The only character of an atom that has but one, else -1. */
  private final int[] only;

  /** Whether the loop takes all but the only character that follows it. */
  private final boolean upTo;

  /** Whether the pattern is single characters but for such a loop, so that any text will do. */
  private final boolean anyText;

  /** Which atom repeats; -1 for none. */
  private final int loop;

  private final int least;

  private QuickPattern(boolean[][] atoms, int loop, int least) {
    this.atoms = atoms;
    this.loop = loop;
    this.least = least;
    this.only = new int[atoms.length];
    for (int i = 0; i < atoms.length; i++) {
      only[i] = only(atoms[i], true);
    }
    this.upTo =
        loop >= 0
            && loop + 1 < atoms.length
            && only[loop + 1] >= 0
            && only(atoms[loop], false) == only[loop + 1];
    boolean single = upTo && loop > 0;
    for (int i = 0; i < atoms.length; i++) {
      single &= i == loop || only[i] >= 0;
    }
    this.anyText = single;
  }

  /** The only character that is in (or not in) an atom, or -1. */
  private static int only(boolean[] atom, boolean in) {
    int found = -1;
    for (int i = 0; i < ASCII; i++) {
      if (atom[i] == in) {
        if (found >= 0) {
          return -1;
        }
        found = i;
      }
    }
    return found;
  }

  static Optional<QuickPattern> of(String pattern) {
    List<boolean[]> atoms = new ArrayList<>();
    int loop = -1;
    int least = 1;
    for (int i = 0; i < pattern.length(); ) {
      int[] end = new int[1];
      BitSet set = atom(pattern, i, end);
      if (set == null) {
        return Optional.empty();
      }
      i = end[0];
      atoms.add(bits(set));
      if (i < pattern.length() && (pattern.charAt(i) == '*' || pattern.charAt(i) == '+')) {
        if (loop >= 0) {
          return Optional.empty();
        }
        loop = atoms.size() - 1;
        least = pattern.charAt(i) == '+' ? 1 : 0;
        i++;
        if (i < pattern.length() && "?+*{".indexOf(pattern.charAt(i)) >= 0) {
          return Optional.empty();
        }
      } else if (i < pattern.length() && "?{".indexOf(pattern.charAt(i)) >= 0) {
        return Optional.empty();
      }
    }
    boolean empty = atoms.isEmpty() || atoms.size() == 1 && least == 0 && loop == 0;
    if (empty
        || loop >= 0 && loop + 1 < atoms.size() && meet(atoms.get(loop), atoms.get(loop + 1))) {
      return Optional.empty();
    }
    return Optional.of(new QuickPattern(atoms.toArray(boolean[][]::new), loop, least));
  }

  private static boolean meet(boolean[] a, boolean[] b) {
    for (int i = 0; i < ASCII; i++) {
      if (a[i] && b[i]) {
        return true;
      }
    }
    return false;
  }

  private static boolean[] bits(BitSet set) {
    boolean[] bits = new boolean[ASCII];
    for (int i = 0; i < ASCII; i++) {
      bits[i] = set.get(i);
    }
    return bits;
  }

  /** The characters of one atom; null where it is of another kind. */
  private static @Nullable BitSet atom(String pattern, int at, int[] end) {
    char c = pattern.charAt(at);
    end[0] = at + 1;
    if (c == '[') {
      return range(pattern, at, end);
    }
    if (c == '\\') {
      end[0] = at + 2;
      return at + 1 < pattern.length() ? escaped(pattern.charAt(at + 1)) : null;
    }
    return c >= ASCII || ".^$|()?*+{}]".indexOf(c) >= 0 ? null : single(c);
  }

  private static BitSet single(char c) {
    BitSet set = new BitSet(ASCII);
    set.set(c);
    return set;
  }

  /** As RE2 reads it: ASCII only. */
  private static @Nullable BitSet escaped(char c) {
    BitSet set = new BitSet(ASCII);
    switch (c) {
      case 'd', 'D' -> set.set('0', '9' + 1);
      case 's', 'S' -> {
        set.set('\t', '\n' + 1);
        set.set('\f', '\r' + 1);
        set.set(' ');
      }
      case 'w', 'W' -> {
        set.set('0', '9' + 1);
        set.set('A', 'Z' + 1);
        set.set('a', 'z' + 1);
        set.set('_');
      }
      default -> {
        boolean sign = c < ASCII && !Character.isLetterOrDigit(c);
        return sign ? single(c) : null;
      }
    }
    if (Character.isUpperCase(c)) {
      set.flip(0, ASCII);
    }
    return set;
  }

  private static @Nullable BitSet range(String pattern, int at, int[] end) {
    BitSet set = new BitSet(ASCII);
    int i = at + 1;
    boolean not = i < pattern.length() && pattern.charAt(i) == '^';
    i += not ? 1 : 0;
    int first = i;
    while (i < pattern.length() && (pattern.charAt(i) != ']' || i == first)) {
      char c = pattern.charAt(i);
      if (c == '[' || c >= ASCII) {
        return null;
      }
      if (c == '\\') {
        BitSet inner = i + 1 < pattern.length() ? escaped(pattern.charAt(i + 1)) : null;
        if (inner == null) {
          return null;
        }
        set.or(inner);
        i += 2;
        if (i < pattern.length() && pattern.charAt(i) == '-') {
          return null;
        }
        continue;
      }
      boolean span =
          i + 2 < pattern.length() && pattern.charAt(i + 1) == '-' && pattern.charAt(i + 2) != ']';
      char last = span ? pattern.charAt(i + 2) : c;
      if (last < c || last >= ASCII || last == '\\' || last == '[') {
        return null;
      }
      set.set(c, last + 1);
      i += span ? 3 : 1;
    }
    if (i >= pattern.length() || i == first) {
      return null;
    }
    end[0] = i + 1;
    if (not) {
      set.flip(0, ASCII);
    }
    return set;
  }

  /** The text with every match replaced; null where the whole engine must do it. */
  @Nullable String replaceAll(String text, String with) {
    return with.isEmpty() && atoms.length == 1 ? without(text) : replaced(text, with);
  }

  /** Without the characters of the only atom. */
  private @Nullable String without(String text) {
    boolean[] gone = atoms[0];
    int length = text.length();
    byte[] out = new byte[length];
    int kept = 0;
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c >= ASCII) {
        return null;
      }
      if (!gone[c]) {
        out[kept++] = (byte) c;
      }
    }
    return kept == length ? text : new String(out, 0, kept, StandardCharsets.ISO_8859_1);
  }

  private @Nullable String replaced(String text, String with) {
    int length = text.length();
    if (!anyText && !isAscii(text)) {
      return null;
    }
    StringBuilder out = null;
    int copied = 0;
    int start = 0;
    while (start < length) {
      if (only[0] >= 0 && loop != 0) {
        start = text.indexOf(only[0], start);
        if (start < 0) {
          break;
        }
      }
      if (!atoms[0][text.charAt(start)] && !(loop == 0 && least == 0)) {
        start++;
        continue;
      }
      int end = anyText ? upTo(text, start) : end(text, start);
      if (end < 0) {
        // No match can start before the place where this one broke off.
        start = Math.max(start + 1, -end - Math.max(loop, 0));
        continue;
      }
      if (out == null) {
        out = new StringBuilder(length);
      }
      out.append(text, copied, start).append(with);
      copied = end;
      start = end;
    }
    return out == null ? text : out.append(text, copied, length).toString();
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= ASCII) {
        return false;
      }
    }
    return true;
  }

  /** Where a match from here ends; where it fails, minus the place at which its loop ended. */
  private int end(String text, int start) {
    int at = start;
    int broke = start + 1;
    for (int i = 0; i < atoms.length; i++) {
      boolean[] atom = atoms[i];
      int count = 0;
      int most = i == loop ? Integer.MAX_VALUE : 1;
      if (i == loop && upTo) {
        int next = text.indexOf(only[i + 1], at);
        count = (next < 0 ? text.length() : next) - at;
        at += count;
        most = 0;
      }
      while (count < most && at < text.length() && atom[text.charAt(at)]) {
        at++;
        count++;
      }
      if (i == loop) {
        broke = Math.max(broke, at);
      }
      if (count < (i == loop ? least : 1)) {
        return -broke;
      }
    }
    return at;
  }

  /** What {@link #end} gives, for single characters around a loop up to one. */
  private int upTo(String text, int start) {
    int length = text.length();
    int at = start;
    for (int i = 0; i < loop; i++, at++) {
      if (at == length || text.charAt(at) != only[i]) {
        return -start - 1;
      }
    }
    int next = text.indexOf(only[loop + 1], at);
    if (next < 0) {
      return -Math.max(start + 1, length);
    }
    int broke = Math.max(start + 1, next);
    if (next - at < least) {
      return -broke;
    }
    at = next + 1;
    for (int i = loop + 2; i < atoms.length; i++, at++) {
      if (at == length || text.charAt(at) != only[i]) {
        return -broke;
      }
    }
    return at;
  }
}
