package dev.crosswalk.engine.transform.step;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.crosswalk.engine.transform.Texts;

/**
 * The first line of a street: its name and the house number, which stands before or behind it.
 *
 * @param number such as 12, 12a or 12-14; empty where there is none
 */
record StreetLine(String name, String number) {

  private static final String NUMBER = "\\d+(?: ?[A-Za-z])?(?: ?[-/] ?\\d+ ?[A-Za-z]?)?";
  private static final Pattern BEHIND = Pattern.compile("^(.*\\D)[ ,]+(" + NUMBER + ")$");
  private static final Pattern BEFORE = Pattern.compile("^(" + NUMBER + ")[ ,]+(\\D.*)$");

  static StreetLine of(String street) {
    int end = street.indexOf('\n');
    String line = end < 0 ? street : street.substring(0, end);
    Matcher behind = BEHIND.matcher(line);
    if (behind.matches()) {
      return new StreetLine(Texts.trim(behind.group(1)), behind.group(2));
    }
    Matcher before = BEFORE.matcher(line);
    return before.matches()
        ? new StreetLine(before.group(2), before.group(1))
        : new StreetLine(line, "");
  }
}
