package dev.crosswalk.engine.export;

import dev.crosswalk.engine.export.SqlExpr.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads dates in SQL by the places of their digits, strictly: 31 February is none. */
final class SqlDates {
  private static final Pattern FIXED = Pattern.compile("(yyyy|uuuu|MM|dd|[/. -])+");

  /**
   * @param valid a condition
   * @param iso the date as text in ISO form, where valid
   */
  record Read(String valid, String iso) {}

  private SqlDates() {}

  /**
   * A date by a pattern of parts with fixed widths.
   *
   * @param text plain
   * @throws Unsaid for other patterns
   */
  static Read pattern(String text, String pattern) {
    if (!FIXED.matcher(pattern).matches()
        || count(pattern, 'y') + count(pattern, 'u') != 4
        || count(pattern, 'M') != 2
        || count(pattern, 'd') != 2) {
      throw new Unsaid("the date format " + pattern + " is not read");
    }
    String y = part(text, Math.max(pattern.indexOf('y'), pattern.indexOf('u')), 4);
    String m = part(text, pattern.indexOf('M'), 2);
    String d = part(text, pattern.indexOf('d'), 2);
    List<String> tests = new ArrayList<>();
    tests.add("length(" + text + ") = " + pattern.length());
    for (int i = 0; i < pattern.length(); i++) {
      if ("/. -".indexOf(pattern.charAt(i)) >= 0) {
        tests.add(part(text, i, 1) + " = '" + pattern.charAt(i) + "'");
      }
    }
    tests.add(day(y, m, d));
    return new Read(String.join(" and ", tests), y + " || '-' || " + m + " || '-' || " + d);
  }

  private static long count(String pattern, char letter) {
    return pattern.chars().filter(c -> c == letter).count();
  }

  private static String part(String text, int from, int length) {
    return "substr(" + text + ", " + (from + 1) + ", " + length + ")";
  }

  private static String digits(String text) {
    return "ltrim(" + text + ", '0123456789') = ''";
  }

  /** Whether three parts are a day that there is. */
  private static String day(String y, String m, String d) {
    String number = "cast(" + y + " as integer)";
    String leap =
        "mod(%1$s, 4) = 0 and (mod(%1$s, 100) <> 0 or mod(%1$s, 400) = 0)".formatted(number);
    // A nested case, because conditions joined by "and" may be worked out in any order.
    return """
    case when %4$s and %1$s <> '0000' then \
    case when %2$s in ('01', '03', '05', '07', '08', '10', '12') then %3$s between '01' and '31' \
    when %2$s in ('04', '06', '09', '11') then %3$s between '01' and '30' \
    when %2$s <> '02' then false \
    when %5$s then %3$s between '01' and '29' else %3$s between '01' and '28' end \
    else false end\
    """
        .formatted(y, m, d, digits(y + " || " + m + " || " + d), leap);
  }

  /**
   * A date in ISO form, alone or in front of a time.
   *
   * @param utc whether date-times with the offset zero keep their day; others with an offset are
   *     not read
   */
  static Read iso(String text, boolean utc) {
    Read day = pattern(part(text, 0, 10), "yyyy-MM-dd");
    String rest = "substr(" + text + ", 11)";
    String time = "substr(" + text + ", 12)";
    String withTime =
        "substr(" + rest + ", 1, 1) in ('T', ' ') and " + time(text) + " and " + offset(time, utc);
    return new Read(
        "(" + day.valid() + ") and (length(" + text + ") = 10 or " + withTime + ")",
        part(text, 0, 10));
  }

  private static String time(String text) {
    String h = part(text, 11, 2);
    String m = part(text, 14, 2);
    String s = part(text, 17, 2);
    return ("%2$s and length(%3$s || %4$s || %5$s) = 6 and %3$s <= '23' and %4$s <= '59' and %5$s"
            + " <= '59' and substr(%1$s, 14, 1) = ':' and substr(%1$s, 17, 1) = ':'")
        .formatted(text, digits(h + " || " + m + " || " + s), h, m, s);
  }

  /** No offset, or none but zero. */
  private static String offset(String time, boolean utc) {
    String none =
        "position('Z' in %1$s) = 0 and position('+' in %1$s) = 0 and position('-' in %1$s) = 0"
            .formatted(time);
    return utc ? "(" + none + " or " + zero(time) + ")" : none;
  }

  private static String zero(String time) {
    return "substr(%1$s, 9) in ('Z', '+0000', '+00:00') or (substr(%1$s, 9, 1) = '.' and"
            .formatted(time)
        + " ltrim(substr(%1$s, 10), '0123456789') in ('Z', '+0000', '+00:00'))".formatted(time);
  }

  /** A date-time in ISO form as a moment; without an offset it is in UTC. */
  static SqlExpr moment(SqlExpr text) {
    String t = text.sql();
    String time = "substr(" + t + ", 12)";
    String normal =
        ("case when length(%1$s) = 10 then %1$s || 'T00:00:00Z' when position('Z' in %2$s) = 0 and"
                + " position('+' in %2$s) = 0 and position('-' in %2$s) = 0 then %1$s || 'Z' else"
                + " replace(%1$s, '+0000', 'Z') end")
            .formatted(t, time);
    return text.as("cast(" + normal + " as timestamp with time zone)", Kind.MOMENT);
  }

  /** Whether a text is a date, or a date-time with any or no offset. */
  static String isMoment(String text) {
    Read day = pattern(part(text, 0, 10), "yyyy-MM-dd");
    String time = "substr(" + text + ", 12)";
    String end =
        ("ltrim(case when substr(%1$s, 9, 1) = '.' then substr(%1$s, 10) else substr(%1$s, 9) end,"
                + " '0123456789')")
            .formatted(time);
    String offset =
        ("(%1$s in ('', 'Z', '+0000') or (length(%1$s) = 6 and substr(%1$s, 1, 1) in ('+', '-') and"
                + " substr(%1$s, 4, 1) = ':' and ltrim(substr(%1$s, 2, 2) || substr(%1$s, 5, 2),"
                + " '0123456789') = '' and substr(%1$s, 2, 2) <= '14' and substr(%1$s, 5, 2) <="
                + " '59'))")
            .formatted(end);
    return "(%1$s) and (length(%2$s) = 10 or substr(%2$s, 11, 1) in ('T', ' ') and %3$s and %4$s)"
        .formatted(day.valid(), text, time(text), offset);
  }
}
