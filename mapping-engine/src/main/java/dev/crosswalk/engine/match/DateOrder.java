package dev.crosswalk.engine.match;

import dev.crosswalk.engine.schema.FieldType;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which of the first two numbers of dates such as {@code 3/4/2024} is the day. */
enum DateOrder {
  DAY_FIRST,
  MONTH_FIRST,
  /** Dates are written in such a way, and none has a number above 12 to tell. */
  UNCLEAR,
  /** No such dates. */
  NONE;

  private static final Pattern DATE = Pattern.compile("(\\d{1,2})[-/](\\d{1,2})[-/]\\d{4}");

  /** The order of a text field's dates, as its samples show it. */
  static DateOrder of(FieldProfile source) {
    ValueFormat format = source.samples().format();
    FieldType type = source.field().type();
    boolean such = format == ValueFormat.DATE_SLASHED || format == ValueFormat.DATE_DASHED;
    return such && (type.isText() || type == FieldType.ANY)
        ? of(List.copyOf(source.samples().distinct().values()))
        : NONE;
  }

  static DateOrder of(List<String> values) {
    DateOrder found = NONE;
    for (String value : values) {
      Matcher date = DATE.matcher(value.strip());
      if (date.matches()) {
        if (Integer.parseInt(date.group(1)) > 12) {
          return DAY_FIRST;
        }
        if (Integer.parseInt(date.group(2)) > 12) {
          found = MONTH_FIRST;
        } else if (found == NONE) {
          found = UNCLEAR;
        }
      }
    }
    return found;
  }
}
