package dev.crosswalk.engine.match;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How the values of a field are spread: two fields that hold the same kind of thing hold it in much
 * the same lengths, signs and amounts.
 *
 * @param seen how many values were looked at
 * @param length mean number of characters
 * @param digits share of the characters that are digits
 * @param letters share of the characters that are letters
 * @param different share of the values that differ from all others before them
 * @param numbers the 10th, 50th and 90th of a hundred of the values, in order; empty unless all are
 *     numbers
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Distribution(
    int seen, double length, double digits, double letters, double different, double[] numbers) {
  /** Fewer values than this say nothing of how they are spread. */
  private static final int LEAST = 4;

  /** So many values are needed to tell whether they repeat. */
  private static final int TO_REPEAT = 12;

  private static final double[] NONE = {};

  /** Null where there are too few. */
  static @Nullable Distribution of(List<String> texts, int distinct) {
    int n = texts.size();
    if (n < LEAST) {
      return null;
    }
    long length = 0;
    long digits = 0;
    long letters = 0;
    for (String text : texts) {
      length += text.length();
      for (int i = 0; i < text.length(); i++) {
        digits += Character.isDigit(text.charAt(i)) ? 1 : 0;
        letters += Character.isLetter(text.charAt(i)) ? 1 : 0;
      }
    }
    double all = Math.max(1, length);
    return new Distribution(
        n, all / n, digits / all, letters / all, (double) distinct / n, numbers(texts));
  }

  private static double[] numbers(List<String> texts) {
    double[] values = new double[texts.size()];
    for (int i = 0; i < values.length; i++) {
      String text = texts.get(i).strip();
      if (text.length() > 18 || !text.matches("-?\\d+(?:\\.\\d+)?")) {
        return NONE;
      }
      values[i] = Double.parseDouble(text);
    }
    Arrays.sort(values);
    return IntStream.of(10, 50, 90)
        .mapToDouble(p -> values[(int) Math.round((values.length - 1) * p / 100.0)])
        .toArray();
  }

  /** From 0, nothing alike, to 1, spread alike. */
  double likeness(Distribution other) {
    double alike = ratio(length, other.length);
    alike += 1 - Math.abs(digits - other.digits);
    alike += 1 - Math.abs(letters - other.letters);
    int of = 3;
    if (Math.min(seen, other.seen) >= TO_REPEAT) {
      alike += 1 - Math.abs(different - other.different);
      of++;
    }
    if (numbers.length > 0 && other.numbers.length > 0) {
      // Amounts differ by orders of magnitude: a turnover is no number of employees.
      alike += 3 * overlap(numbers, other.numbers);
      of += 3;
    }
    return alike / of;
  }

  private static double ratio(double a, double b) {
    return Math.min(a, b) / Math.max(1e-9, Math.max(a, b));
  }

  /** How much of the wider span, in orders of magnitude, both have. */
  private static double overlap(double[] a, double[] b) {
    double from = Math.max(magnitude(a[0]), magnitude(b[0]));
    double to = Math.min(magnitude(a[2]), magnitude(b[2]));
    double least = Math.min(magnitude(a[0]), magnitude(b[0]));
    double most = Math.max(magnitude(a[2]), magnitude(b[2]));
    // Half an order around each, so that spans of a single value compare as well.
    return Math.max(0, to - from + 0.5) / (most - least + 0.5);
  }

  private static double magnitude(double value) {
    return Math.signum(value) * Math.log10(1 + Math.abs(value));
  }
}
