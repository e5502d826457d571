package dev.crosswalk.engine.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The parts in brackets of a picture of times, such as {@code [Y0001]}. Doubled brackets are
 * characters.
 */
record TimePicture(String text, List<Part> parts) {
  private static final Pattern SPACE = Pattern.compile("\\s");

  /**
   * @param what the letter that says what is written here; a space where there is none
   * @param from where the part begins, at its bracket
   * @param to behind its closing bracket
   */
  record Part(char what, int from, int to) {}

  TimePicture {
    parts = List.copyOf(parts);
  }

  static TimePicture of(String text) {
    List<Part> parts = new ArrayList<>();
    int at = text.indexOf('[');
    while (at >= 0) {
      int to = at + 2;
      if (!text.startsWith("[[", at)) {
        to = text.indexOf(']', at) + 1;
        if (to == 0) {
          throw new IllegalArgumentException("no ] follows the [ in the picture " + shown(text));
        }
        String inner = SPACE.matcher(text.substring(at + 1, to - 1)).replaceAll("");
        parts.add(new Part(inner.isEmpty() ? ' ' : inner.charAt(0), at, to));
      }
      at = text.indexOf('[', to);
    }
    return new TimePicture(text, parts);
  }

  /** Whether one of these letters stands in it. */
  boolean has(String letters) {
    return parts.stream().anyMatch(part -> letters.indexOf(part.what()) >= 0);
  }

  /** The picture with characters in the place of a part. */
  String with(Part part, String characters) {
    return text.substring(0, part.from()) + characters + text.substring(part.to());
  }

  String shown() {
    return shown(text);
  }

  private static String shown(String text) {
    return "'" + (text.length() <= 80 ? text : text.substring(0, 80) + "…") + "'";
  }
}
