package dev.crosswalk.engine.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Checks a five-part cron schedule: well formed, and never more often than every so many minutes.
 */
final class CronRule {
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
  private static final List<String> DAYS = List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat");

  private CronRule() {}

  /** What is wrong, as the end of a sentence; null where nothing is. */
  static @Nullable String fault(String schedule, int leastMinutes) {
    String[] parts = schedule.trim().split("\\s+");
    if (parts.length != 5) {
      return "has "
          + parts.length
          + " parts, where five are needed (minute, hour, day, month,"
          + " weekday)";
    }
    if (parts[0].equals("*")) {
      return "runs every minute";
    }
    TreeSet<Integer> minutes = values(parts[0], 0, 59, List.of(), 0);
    TreeSet<Integer> hours = values(parts[1], 0, 23, List.of(), 0);
    String[] names = {"minute", "hour", "day", "month", "weekday"};
    List<@Nullable TreeSet<Integer>> all = new ArrayList<>();
    all.add(minutes);
    all.add(hours);
    all.add(values(parts[2], 1, 31, List.of(), 0));
    all.add(values(parts[3], 1, 12, MONTHS, 1));
    all.add(values(parts[4], 0, 7, DAYS, 0));
    for (int i = 0; i < 5; i++) {
      if (all.get(i) == null) {
        return "has the " + names[i] + " '" + parts[i] + "', which cannot be read";
      }
    }
    int gap = minutes == null || hours == null ? 60 : leastGap(minutes, hours);
    return gap < leastMinutes
        ? "runs every " + gap + " minutes, and " + leastMinutes + " is the least"
        : null;
  }

  private static int leastGap(TreeSet<Integer> minutes, TreeSet<Integer> hours) {
    int least = 60;
    Integer before = null;
    for (int minute : minutes) {
      if (before != null) {
        least = Math.min(least, minute - before);
      }
      before = minute;
    }
    boolean nextHour = hours.stream().anyMatch(hour -> hours.contains((hour + 1) % 24));
    return nextHour ? Math.min(least, 60 - minutes.last() + minutes.first()) : least;
  }

  private static @Nullable TreeSet<Integer> values(
      String part, int least, int most, List<String> names, int first) {
    TreeSet<Integer> values = new TreeSet<>();
    for (String item : part.split(",", -1)) {
      String[] step = item.split("/", -1);
      int by = step.length == 1 ? 1 : number(step[1], 1, most, List.of(), 0);
      String[] range = step[0].split("-", -1);
      int from;
      int to;
      if (step[0].equals("*")) {
        from = least;
        to = most;
      } else {
        from = number(range[0], least, most, names, first);
        to = range.length == 2 ? number(range[1], least, most, names, first) : from;
        to = range.length == 1 && step.length == 2 ? most : to;
      }
      if (step.length > 2 || range.length > 2 || by < 1 || from < 0 || to < from) {
        return null;
      }
      for (int value = from; value <= to; value += by) {
        values.add(value);
      }
    }
    return values;
  }

  private static int number(String text, int least, int most, List<String> names, int first) {
    int named = names.indexOf(text.toLowerCase(Locale.ROOT));
    if (named >= 0) {
      return named + first;
    }
    if (!text.matches("[0-9]{1,2}")) {
      return -1;
    }
    int value = Integer.parseInt(text);
    return value >= least && value <= most ? value : -1;
  }
}
