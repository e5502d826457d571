package dev.crosswalk.app.studio.mapping.inspector;

/** Hides what a sample value says, and keeps what it looks like. */
public final class Masking {
  private Masking() {}

  /** A sentence in which a value may stand, as it is but for that value. */
  public static String maskIn(String sentence, String value) {
    return value.isBlank() ? sentence : sentence.replace(value, mask(value));
  }

  /** Letters become {@code x} or {@code X}, digits {@code 0}; all else stays. */
  public static String mask(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .forEach(c -> {
          if (Character.isDigit(c)) {
            out.append('0');
          } else if (Character.isLetter(c)) {
            out.append(Character.isUpperCase(c) ? 'X' : 'x');
          } else {
            out.appendCodePoint(c);
          }
        });
    return out.toString();
  }
}
