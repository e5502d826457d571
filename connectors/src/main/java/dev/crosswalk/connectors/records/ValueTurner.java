package dev.crosswalk.connectors.records;

import dev.crosswalk.connectors.definition.Expression;
import dev.crosswalk.connectors.definition.ValueRule;
import dev.crosswalk.engine.problem.ProblemException;
import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.FieldType;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Turns values as a system writes them into ours: numbers, booleans, lists, ISO dates ({@code
 * 2026-11-21}) and times ({@code 2026-11-21T03:00:00Z}). A value that does not suit its rule stays
 * as it is. Immutable.
 */
public final class ValueTurner {
  private static final DateTimeFormatter OFFSET_TIME =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
          .appendPattern("[XXX][XX][X]")
          .toFormatter(java.util.Locale.ROOT);
  private static final Pattern ODATA = Pattern.compile("/Date\\((-?\\d{1,16})([+-]\\d{4})?\\)/");
  private static final Pattern NUMBER =
      Pattern.compile("-?\\d{1,40}(\\.\\d{1,40})?([eE][+-]?\\d{1,3})?");

  /** The types whose values are lists. */
  private static final Set<FieldType> LISTS =
      Set.of(FieldType.MULTI_ENUM, FieldType.STRING_LIST, FieldType.REFERENCE_LIST);

  private final Map<String, ValueRule> rules;

  /**
   * @param rules by the word of the type; {@code *} for all
   */
  public ValueTurner(Map<String, ValueRule> rules) {
    this.rules = Map.copyOf(rules);
  }

  public @Nullable Object turn(@Nullable Object value, Field field) {
    Object now = value;
    ValueRule all = rules.get("*");
    if (all != null) {
      now = apply(now, all, field.type());
    }
    ValueRule own = rules.get(field.type().word());
    return own == null ? now : apply(now, own, field.type());
  }

  private static @Nullable Object apply(@Nullable Object value, ValueRule rule, FieldType type) {
    Object now = value;
    if (rule.expr() != null && now != null) {
      try {
        now = listAgain(now, rule.expr().evaluate(now), type);
      } catch (ProblemException e) {
        return value;
      }
    }
    if (now == null
        || (rule.emptyIsNull() && "".equals(now))
        || (rule.falseIsNull() && Boolean.FALSE.equals(now))) {
      return null;
    }
    if (rule.pair() != null && now instanceof List<?> pair) {
      now = rule.pair() < pair.size() ? pair.get(rule.pair()) : null;
    }
    if (rule.split() != null && now instanceof String text) {
      return split(text, rule.split());
    }
    if (type == FieldType.BOOLEAN && now instanceof Object one && saysBoolean(rule, one)) {
      now = rule.trueValues().contains(String.valueOf(one));
    } else if (rule.fromText() && now instanceof String text) {
      now = fromText(text, rule, type);
    }
    if (rule.divideBy() != null && now instanceof Number number) {
      return divided(number, rule.divideBy());
    }
    return now == null || (rule.formats().isEmpty() && rule.patterns().isEmpty())
        ? now
        : time(now, rule, type);
  }

  /** What an expression makes of a list is a list, also where JSONata gives one thing or none. */
  private static @Nullable Object listAgain(Object before, @Nullable Object after, FieldType type) {
    return before instanceof List<?> && LISTS.contains(type) ? Expression.asList(after) : after;
  }

  /** Whether the definition names this text or number as one that means true or false. */
  private static boolean saysBoolean(ValueRule rule, Object value) {
    String text = String.valueOf(value);
    return rule.trueValues().contains(text) || rule.falseValues().contains(text);
  }

  private static Object divided(Number number, BigDecimal by) {
    BigDecimal result = new BigDecimal(number.toString()).divide(by, MathContext.DECIMAL128);
    BigDecimal plain = result.stripTrailingZeros();
    return plain.scale() <= 0 && plain.precision() < 18 ? (Object) plain.longValue() : plain;
  }

  private static List<String> split(String text, String separator) {
    List<String> parts = new ArrayList<>();
    for (String part : text.split(Pattern.quote(separator), -1)) {
      if (!part.isBlank()) {
        parts.add(part.strip());
      }
    }
    return parts;
  }

  private static Object fromText(String text, ValueRule rule, FieldType type) {
    if (type == FieldType.BOOLEAN) {
      // Where the definition names the values, they were turned before.
      if (rule.trueValues().isEmpty() && text.equals("true")) {
        return true;
      }
      return rule.falseValues().isEmpty() && text.equals("false") ? (Object) false : text;
    }
    if (!NUMBER.matcher(text).matches()) {
      return text;
    }
    BigDecimal number = new BigDecimal(text);
    return text.length() <= 18 && text.chars().allMatch(c -> c == '-' || Character.isDigit(c))
        ? (Object) number.longValueExact()
        : number;
  }

  private static Object time(Object value, ValueRule rule, FieldType type) {
    for (ValueRule.Format format : rule.formats()) {
      try {
        String turned = formatted(value, format, rule, type);
        if (turned != null) {
          return turned;
        }
      } catch (DateTimeException | ArithmeticException e) {
        continue;
      }
    }
    for (DateTimeFormatter pattern : rule.patterns()) {
      try {
        return patterned(value.toString().strip(), pattern, rule, type);
      } catch (DateTimeException e) {
        continue;
      }
    }
    return value;
  }

  private static String patterned(
      String text, DateTimeFormatter pattern, ValueRule rule, FieldType type) {
    TemporalAccessor parsed =
        pattern.parseBest(
            text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from, LocalTime::from);
    return switch (parsed) {
      case OffsetDateTime moment ->
          type == FieldType.DATE
              ? moment.toLocalDate().toString()
              : moment.format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
      case LocalDateTime moment ->
          type == FieldType.DATE ? moment.toLocalDate().toString() : zoned(moment, rule, type);
      default -> parsed.toString();
    };
  }

  private static String zoned(LocalDateTime without, ValueRule rule, FieldType type) {
    return rule.localZone()
        ? without.format(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
        : instant(without.atZone(rule.zone()).toInstant(), type);
  }

  private static @Nullable String formatted(
      Object value, ValueRule.Format format, ValueRule rule, FieldType type) {
    String text = value.toString().strip();
    boolean digits = text.matches("-?\\d{1,19}");
    return switch (format) {
      case ISO_DATE -> text.length() < 10 ? null : date(text);
      case ISO_TIME -> time(text);
      case ISO_DURATION ->
          text.startsWith("PT")
              ? LocalTime.MIDNIGHT
                  .plus(Duration.parse(text))
                  .format(DateTimeFormatter.ISO_LOCAL_TIME)
              : null;
      case ISO_OFFSET -> moment(text, rule, type);
      case EPOCH_SECONDS ->
          digits ? instant(Instant.ofEpochSecond(Long.parseLong(text)), type) : null;
      case EPOCH_MILLIS ->
          digits ? instant(Instant.ofEpochMilli(Long.parseLong(text)), type) : null;
      case EPOCH_NANOS ->
          digits
              ? instant(
                  Instant.ofEpochSecond(
                      Math.floorDiv(Long.parseLong(text), 1_000_000_000L),
                      Math.floorMod(Long.parseLong(text), 1_000_000_000L)),
                  type)
              : null;
      case ODATA_V2 -> {
        Matcher matcher = ODATA.matcher(text);
        yield matcher.matches()
            ? instant(Instant.ofEpochMilli(Long.parseLong(matcher.group(1))), type)
            : null;
      }
    };
  }

  private static @Nullable String date(String text) {
    LocalDate date = LocalDate.parse(text.substring(0, 10));
    boolean midnight =
        text.length() == 10 || text.substring(10).matches("T00:00(:00(\\.0+)?)?(Z|[+]00:?00)?");
    return midnight ? date.toString() : null;
  }

  private static String time(String text) {
    String bare = text.replaceAll("(Z|[+-]\\d\\d:?\\d\\d)$", "");
    return LocalTime.parse(bare).format(DateTimeFormatter.ISO_LOCAL_TIME);
  }

  private static @Nullable String moment(String text, ValueRule rule, FieldType type) {
    if (text.length() < 16) {
      return null;
    }
    Object parsed =
        OFFSET_TIME.parseBest(text.replace(' ', 'T'), OffsetDateTime::from, LocalDateTime::from);
    if (parsed instanceof LocalDateTime without) {
      return zoned(without, rule, type);
    }
    return ((OffsetDateTime) parsed).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
  }

  private static String instant(Instant instant, FieldType type) {
    OffsetDateTime utc = instant.atOffset(ZoneOffset.UTC);
    return type == FieldType.DATE
        ? utc.toLocalDate().toString()
        : utc.format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
  }
}
