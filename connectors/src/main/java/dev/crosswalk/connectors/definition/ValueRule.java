package dev.crosswalk.connectors.definition;

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
 * @param localZone times without an offset are left without one, otherwise they are UTC
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
    boolean localZone,
    @Nullable Expression expr) {

  public ValueRule {
    trueValues = List.copyOf(trueValues);
    falseValues = List.copyOf(falseValues);
    formats = List.copyOf(formats);
  }

  /** Forms of dates and times. */
  public enum Format {
    ISO_DATE,
    ISO_OFFSET,
    ISO_TIME,
    EPOCH_SECONDS,
    EPOCH_MILLIS,
    EPOCH_NANOS,
    ODATA_V2
  }
}
