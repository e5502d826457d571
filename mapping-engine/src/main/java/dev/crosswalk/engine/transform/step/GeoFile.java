package dev.crosswalk.engine.transform.step;

import dev.crosswalk.engine.transform.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/** Reads the small tables of codes that come with the program: fields between bars. */
final class GeoFile {
  private static final String FOLDER = "/dev/crosswalk/assets/geo/";

  private GeoFile() {}

  /** The rows, each with as many fields as its line has; comments are left out. */
  static List<List<String>> rows(String name) {
    try (InputStream in = GeoFile.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new IllegalStateException("The jar lacks " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> List.of(line.split("\\|", -1)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The texts between semicolons. */
  static List<String> list(String field) {
    return field.isEmpty() ? List.of() : List.of(field.split(";", -1));
  }

  /**
   * The form in which names are compared: small letters and digits without accents, one space
   * between words, no "the" in front, Saint for St.
   */
  static String key(String name) {
    String plain = Normalizer.normalize(name, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
    StringBuilder out = new StringBuilder(plain.length());
    boolean gap = false;
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        if (gap && !out.isEmpty()) {
          out.append(' ');
        }
        gap = false;
        out.append(plain(c));
      } else if (c == '&') {
        out.append(out.isEmpty() ? "and" : " and");
        gap = true;
      } else if (Texts.isSpace(c) || c == '-' || c == ',' || c == '(' || c == ')' || c == '/') {
        gap = true;
      }
    }
    String key = out.toString();
    if (key.startsWith("the ")) {
      key = key.substring(4);
    }
    return key.startsWith("st ") ? "saint " + key.substring(3) : key;
  }

  /** Letters with a stroke or without a dot, which Unicode does not take apart. */
  private static char plain(char c) {
    return switch (c) {
      case '\u0142' -> 'l';
      case '\u00f8' -> 'o';
      case '\u0111' -> 'd';
      case '\u0131' -> 'i';
      default -> c;
    };
  }
}
