package dev.crosswalk.engine.golden;

import dev.crosswalk.engine.golden.MaskKey.Draw;

/**
 * Other letters and digits in the same places: vowels for vowels, consonants for consonants, in the
 * same case and script, so that a name stays name-like, an id keeps its alphabet, and every text
 * its length and punctuation.
 */
final class TextMask {
  private static final String VOWELS = "aeiou";
  private static final String CONSONANTS = "bcdfghjklmnpqrstvwxyz";
  private static final String ACCENTED = "àáâãäåèéêëìíîïòóôõöùúûüýçñø";

  /** First and last letters of scripts whose letters are replaced by any other of theirs. */
  private static final int[][] RANGES = {
    {0x0430, 0x044F}, {0x0410, 0x042F}, {0x03B1, 0x03C1}, {0x0391, 0x03A1}, {0x05D0, 0x05EA},
    {0x0627, 0x063A}, {0x3042, 0x3093}, {0x30A2, 0x30F3}, {0xAC00, 0xD7A3}, {0x4E00, 0x62FF}
  };

  private final MaskKey key;

  TextMask(MaskKey key) {
    this.key = key;
  }

  /**
   * @param purpose the kind of value, see {@link MaskKey#draw}
   */
  String mask(String purpose, String text) {
    Draw draw = key.draw(purpose, text);
    String masked = once(text, draw);
    // What has one letter may fall on itself.
    for (int i = 0; i < 100 && masked.equals(text); i++) {
      masked = once(text, draw);
    }
    return masked;
  }

  /** Other digits; letters, which may be a currency or a unit, stay. */
  String maskDigits(String text) {
    Draw draw = key.draw("number", text);
    StringBuilder out = new StringBuilder(text);
    for (int tries = 0; tries < 100 && out.toString().equals(text); tries++) {
      for (int i = 0; i < out.length(); i++) {
        char c = text.charAt(i);
        if (c >= '0' && c <= '9') {
          boolean leading = i == 0 || !isPartOfNumber(text.charAt(i - 1));
          out.setCharAt(i, (char) character(c, leading, draw));
        }
      }
    }
    return out.toString();
  }

  private static boolean isPartOfNumber(int c) {
    return c >= '0' && c <= '9' || c == '.' || c == ',';
  }

  private static String once(String text, Draw draw) {
    StringBuilder out = new StringBuilder(text.length());
    int before = ' ';
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      out.appendCodePoint(character(c, !isPartOfNumber(before), draw));
      before = c;
      i += Character.charCount(c);
    }
    return out.toString();
  }

  /**
   * @param leading whether it is the first digit of a number, which stays 0 or not 0
   */
  static int character(int c, boolean leading, Draw draw) {
    if (c >= '0' && c <= '9') {
      return !leading ? '0' + draw.below(10) : c == '0' ? '0' : '1' + draw.below(9);
    }
    if (c < 128) {
      return Character.isLetter(c) ? ascii((char) c, draw) : c;
    }
    if (!Character.isLetterOrDigit(c)) {
      return c;
    }
    for (int[] range : RANGES) {
      if (c >= range[0] && c <= range[1]) {
        return range[0] + draw.below(range[1] - range[0] + 1);
      }
    }
    return other(c, draw);
  }

  private static char ascii(char c, Draw draw) {
    char lower = Character.toLowerCase(c);
    char other = draw.of(VOWELS.indexOf(lower) >= 0 ? VOWELS : CONSONANTS);
    return Character.isUpperCase(c) ? Character.toUpperCase(other) : other;
  }

  private static int other(int c, Draw draw) {
    if (ACCENTED.indexOf(Character.toLowerCase(c)) >= 0) {
      char letter = draw.of(ACCENTED);
      return Character.isUpperCase(c) ? Character.toUpperCase(letter) : letter;
    }
    // Some near letter of the same kind; there is one in every script.
    for (int i = 0; i < 64; i++) {
      int near = c - 20 + draw.below(41);
      if (near != c
          && Character.isDefined(near)
          && Character.getType(near) == Character.getType(c)) {
        return near;
      }
    }
    return Character.isUpperCase(c) ? 'X' : 'x';
  }
}
