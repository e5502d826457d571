package dev.crosswalk.connectors.definition;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a value of one normal type looks in a record.
 *
 * @param split separator of a list in a text; null if none
 * @param fromText numbers and booleans arrive as text
 * @param emptyIsNull an empty text means no value
 * @param falseIsNull {@code false} means no value
 * @param formats forms of dates and times, tried in order
 * @param patterns forms of the system's own, tried after the formats
 * @param localZone times without an offset are left without one
 * @param zone of times without an offset, where they are not left without one; mostly UTC
 * @param pair which of a list of value and label is the value, from 0; null where values come alone
 * @param divideBy numbers are divided by this, for amounts in cents or millionths; null if not
 * @param expr run first, over the one value; null if none
 */
public record ValueRule(
    @Nullable String split,
    boolean fromText,
    boolean emptyIsNull,
    boolean falseIsNull,
    List<String> trueValues,
    List<String> falseValues,
    List<Format> formats,
    List<DateTimeFormatter> patterns,
    boolean localZone,
    ZoneId zone,
    @Nullable Integer pair,
    @Nullable BigDecimal divideBy,
    @Nullable Expression expr) {

  public ValueRule {
    trueValues = List.copyOf(trueValues);
    falseValues = List.copyOf(falseValues);
    formats = List.copyOf(formats);
    patterns = List.copyOf(patterns);
  }

  /** Forms of dates and times. */
  public enum Format {
    ISO_DATE,
    ISO_OFFSET,
    ISO_TIME,
    EPOCH_SECONDS,
    EPOCH_MILLIS,
    EPOCH_NANOS,
    ODATA_V2,
    /** A time of day as a length of time, {@code PT09H30M00S}. */
    ISO_DURATION
  }
}
