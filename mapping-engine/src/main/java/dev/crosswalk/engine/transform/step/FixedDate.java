package dev.crosswalk.engine.transform.step;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The quick way for dates whose parts have fixed widths, such as dd/MM/yyyy and ISO: digits are
 * read where they must stand. It reads only what the whole reader would read the same; for
 * everything else it gives null, and the whole reader decides.
 */
final class FixedDate {

  /** Letters that it knows, each with its part's width. */
  private static final String KNOWN = "yMdHms";

  private final int length;

  /** Where each part begins, by its letter's place in {@link #KNOWN}; -1 for a part that is not. */
  private final int[] parts = new int[KNOWN.length()];

  /** Where signs stand between the parts, and which. */
  private final int[] signs;

  private final char[] sign;

  private FixedDate(String pattern) {
    this.length = pattern.length();
    for (int i = 0; i < parts.length; i++) {
      parts[i] = pattern.indexOf(KNOWN.charAt(i));
    }
    this.signs =
        IntStream.range(0, length).filter(i -> KNOWN.indexOf(pattern.charAt(i)) < 0).toArray();
    this.sign = new char[signs.length];
    for (int i = 0; i < signs.length; i++) {
      sign[i] = pattern.charAt(signs[i]);
    }
  }

  /** Null for patterns whose parts have other widths. */
  static @Nullable FixedDate of(String pattern) {
    StringBuilder plain = new StringBuilder();
    int[] seen = new int[KNOWN.length()];
    for (int i = 0; i < pattern.length(); ) {
      char c = pattern.charAt(i) == 'u' ? 'y' : pattern.charAt(i);
      int run = 1;
      while (i + run < pattern.length() && pattern.charAt(i + run) == pattern.charAt(i)) {
        run++;
      }
      int known = KNOWN.indexOf(c);
      if (known >= 0) {
        if (run != (c == 'y' ? 4 : 2) || seen[known]++ > 0) {
          return null;
        }
        plain.append(String.valueOf(c).repeat(run));
      } else if ("/-. :,".indexOf(c) >= 0 || c == '\'' && pattern.startsWith("'T'", i)) {
        run = c == '\'' ? 3 : 1;
        plain.append(c == '\'' ? 'T' : c);
      } else {
        return null;
      }
      i += run;
    }
    boolean date = seen[0] == 1 && seen[1] == 1 && seen[2] == 1;
    boolean time = seen[3] == seen[4] && seen[5] <= seen[4];
    return date && time ? new FixedDate(plain.toString()) : null;
  }

  /** What the text says, or null where the whole reader must decide. */
  DateReader.@Nullable Read read(String text) {
    if (text.length() != length) {
      return null;
    }
    for (int i = 0; i < signs.length; i++) {
      if (text.charAt(signs[i]) != sign[i]) {
        return null;
      }
    }
    int year = number(text, parts[0], 4);
    int month = number(text, parts[1], 2);
    int day = number(text, parts[2], 2);
    boolean time = parts[3] >= 0;
    int hour = time ? number(text, parts[3], 2) : -1;
    int minute = time ? number(text, parts[4], 2) : 0;
    int second = parts[5] >= 0 ? number(text, parts[5], 2) : 0;
    if (year < 0 || month < 0 || day < 0 || minute < 0 || second < 0 || time && hour < 0) {
      return null;
    }
    return read(year, month, day, hour, minute, second, 0, null);
  }

  private static DateReader.@Nullable Read read(
      int year,
      int month,
      int day,
      int hour,
      int minute,
      int second,
      int nano,
      @Nullable ZoneOffset offset) {
    try {
      return new DateReader.Read(
          LocalDate.of(year, month, day),
          hour < 0 ? null : LocalTime.of(hour, minute, second, nano),
          offset);
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** ISO dates and date-times as programs write them: 2024-03-01T10:05:00.000+0000. */
  static DateReader.@Nullable Read iso(String text) {
    int length = text.length();
    if (length < 10 || text.charAt(4) != '-' || text.charAt(7) != '-') {
      return null;
    }
    int year = number(text, 0, 4);
    int month = number(text, 5, 2);
    int day = number(text, 8, 2);
    if (year < 0 || month < 0 || day < 0) {
      return null;
    }
    if (length == 10) {
      return read(year, month, day, -1, 0, 0, 0, null);
    }
    if (length < 19 || text.charAt(10) != 'T' || text.charAt(13) != ':' || text.charAt(16) != ':') {
      return null;
    }
    int hour = number(text, 11, 2);
    int minute = number(text, 14, 2);
    int second = number(text, 17, 2);
    if (hour < 0 || minute < 0 || second < 0) {
      return null;
    }
    int at = 19;
    int nano = 0;
    if (at < length && text.charAt(at) == '.') {
      int scale = 100_000_000;
      for (at++; at < length && text.charAt(at) >= '0' && text.charAt(at) <= '9'; at++) {
        if (scale == 0) {
          return null;
        }
        nano += (text.charAt(at) - '0') * scale;
        scale /= 10;
      }
      if (text.charAt(at - 1) == '.') {
        return null;
      }
    }
    if (at == length) {
      return read(year, month, day, hour, minute, second, nano, null);
    }
    return zero(text, at)
        ? read(year, month, day, hour, minute, second, nano, ZoneOffset.UTC)
        : null;
  }

  /** Whether the rest is one of the ways to write UTC. */
  private static boolean zero(String text, int at) {
    int left = text.length() - at;
    return left == 1 && text.charAt(at) == 'Z'
        || left == 5 && text.startsWith("+0000", at)
        || left == 6 && text.startsWith("+00:00", at);
  }

  /** So many digits from a place on; -1 where something else stands there. */
  private static int number(String text, int at, int digits) {
    int number = 0;
    for (int i = at; i < at + digits; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = number * 10 + digit;
    }
    return number;
  }
}
