package dev.crosswalk.engine.export;

import dev.crosswalk.engine.export.SqlExpr.Kind;
import dev.crosswalk.engine.mapping.Mapping.Defaults;
import dev.crosswalk.engine.transform.Lookups;
import dev.crosswalk.engine.transform.Parameters;
import dev.crosswalk.engine.transform.Texts;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Steps in SQL, one value to another. A step that is not here is one that SQL does not say; the
 * export names it.
 */
final class SqlSteps {
  private static final Set<String> UTC = Set.of("UTC", "Z", "GMT", "Etc/UTC");

  /**
   * What a step makes.
   *
   * @param value null in SQL where the step cannot read its value
   * @param invalid a condition that is true where it cannot; null where it always can
   * @param caveat what SQL does otherwise on some values, a clause; null if nothing
   */
  record Said(SqlExpr value, @Nullable String invalid, @Nullable String caveat) {
    static Said of(SqlExpr value) {
      return new Said(value, null, null);
    }
  }

  private final SqlStages stages;
  private final String name;
  private final Defaults defaults;
  private final Lookups lookups;
  private final boolean datetime;

  /**
   * @param name what steps of the model are named after
   * @param datetime whether the target holds date-times
   */
  SqlSteps(SqlStages stages, String name, Defaults defaults, Lookups lookups, boolean datetime) {
    this.stages = stages;
    this.name = name;
    this.defaults = defaults;
    this.lookups = lookups;
    this.datetime = datetime;
  }

  /**
   * @throws Unsaid where SQL cannot say the same
   */
  Said apply(String step, SqlExpr value, Parameters parameters) {
    return switch (step) {
      case "trim" -> Said.of(text(value, SqlStages.trimmed(value.text().sql())));
      case "lower" -> Said.of(text(value, "lower(" + value.text().sql() + ")"));
      case "upper" -> Said.of(text(value, "upper(" + value.text().sql() + ")"));
      case "prefix", "suffix" -> Said.of(affix(value, parameters, step.equals("prefix")));
      case "substring" -> Said.of(substring(value, parameters));
      case "truncate" -> Said.of(truncate(value, parameters));
      case "pad" -> Said.of(pad(value, parameters));
      case "replace" -> Said.of(replace(value, parameters));
      case "number" -> number(value, parameters);
      case "round" -> round(value, parameters);
      case "multiply" -> multiply(value, parameters);
      case "boolean" -> bool(value, parameters);
      case "date" -> date(value, parameters);
      case "email" -> email(value);
      case "valueMap" -> valueMap(value, parameters);
      case "lookup" -> lookup(value, parameters);
      default -> throw new Unsaid("the step " + step + " is not run");
    };
  }

  private static SqlExpr text(SqlExpr value, String sql) {
    return value.as(sql, Kind.TEXT);
  }

  private SqlExpr keep(SqlExpr value) {
    return stages.keep(name, value);
  }

  private SqlExpr trimmed(SqlExpr value) {
    return keep(text(value, SqlStages.trimmed(value.text().sql())));
  }

  private SqlExpr affix(SqlExpr value, Parameters parameters, boolean front) {
    if (parameters.flag("once")) {
      throw new Unsaid("a prefix or suffix that is written once only is not written");
    }
    SqlExpr text = keep(value.text());
    String affix = SqlText.literal(parameters.needText("text"));
    String joined = front ? affix + " || " + text.sql() : text.sql() + " || " + affix;
    return text(text, "case when " + text.sql() + " = '' then '' else " + joined + " end");
  }

  private static SqlExpr substring(SqlExpr value, Parameters parameters) {
    int start = Parameters.standard(parameters.integer("start"), 0);
    if (start < 0) {
      throw new Unsaid("a part that is counted from the end is not taken");
    }
    Integer length = parameters.integer("length");
    return text(
        value,
        "substr("
            + value.text().sql()
            + ", "
            + (start + 1L)
            + (length == null ? ")" : ", " + length + ")"));
  }

  private static SqlExpr truncate(SqlExpr value, Parameters parameters) {
    Integer length = parameters.integer("length");
    if (length == null) {
      throw new Unsaid("the length to cut to is the target's and not given");
    }
    return text(value, "substr(" + value.text().sql() + ", 1, " + length + ")");
  }

  private SqlExpr pad(SqlExpr value, Parameters parameters) {
    SqlExpr text = keep(value.text());
    int length = Parameters.standard(parameters.integer("length"), 0);
    String side = parameters.needText("side").equals("left") ? "lpad" : "rpad";
    return text(
        text,
        "case when length(%1$s) >= %2$d then %1$s else %3$s(%1$s, %2$d, %4$s) end"
            .formatted(text.sql(), length, side, SqlText.literal(parameters.needText("with"))));
  }

  private static SqlExpr replace(SqlExpr value, Parameters parameters) {
    if (parameters.flag("regex")) {
      throw new Unsaid("a pattern is not replaced");
    }
    return text(
        value,
        "replace(%s, %s, %s)"
            .formatted(
                value.text().sql(),
                SqlText.literal(parameters.needText("find")),
                SqlText.literal(parameters.needText("with"))));
  }

  private Said number(SqlExpr value, Parameters parameters) {
    String decimal = parameters.text("decimal");
    String grouping = parameters.text("grouping");
    boolean other =
        parameters.flag("percent")
            || parameters.text("locale") != null
            || defaults.locale() != null && (decimal == null || grouping == null);
    if (other) {
      throw new Unsaid("numbers of a locale or in percent are not read");
    }
    Said read = read(value, decimal == null ? "." : decimal, grouping == null ? "," : grouping);
    Integer scale = parameters.integer("scale");
    return scale == null
        ? read
        : new Said(
            rounded(read.value(), scale, parameters.needText("rounding")),
            read.invalid(),
            read.caveat());
  }

  /** A number from plain text, with the sign between groups left out. */
  private Said read(SqlExpr value, String decimal, String grouping) {
    if (value.kind() == Kind.NUMBER) {
      return Said.of(value);
    }
    String bare =
        "replace(%s, %s, '')"
            .formatted(SqlStages.trimmed(value.text().sql()), SqlText.literal(grouping));
    if (!decimal.equals(".")) {
      bare = "replace(" + bare + ", " + SqlText.literal(decimal) + ", '.')";
    }
    SqlExpr text = keep(text(value, bare));
    SqlExpr digits =
        keep(
            text(
                text,
                "case when substr(%1$s, 1, 1) = '-' then substr(%1$s, 2) else %1$s end"
                    .formatted(text.sql())));
    String rest = "ltrim(" + digits.sql() + ", '0123456789')";
    String valid =
        ("replace(%1$s, '.', '') <> '' and (%2$s = '' or substr(%2$s, 1, 1) = '.' and"
                + " ltrim(substr(%2$s, 2), '0123456789') = '')")
            .formatted(digits.sql(), rest);
    SqlExpr number =
        digits.as(
            "case when %s then cast(rtrim(%s, '.') as %s) end"
                .formatted(valid, text.sql(), SqlExpr.NUMERIC),
            Kind.NUMBER);
    SqlExpr kept = keep(number);
    return new Said(
        kept,
        text.sql() + " <> '' and " + kept.sql() + " is null",
        "numbers in parentheses or with a currency sign are not read, and how digits are grouped is"
            + " not looked at");
  }

  private static SqlExpr rounded(SqlExpr value, int scale, String rounding) {
    if (!rounding.equals("half-up") || scale > 10) {
      throw new Unsaid("numbers are not rounded that way (" + rounding + ")");
    }
    return value.as(
        "cast(round(" + value.sql() + ", " + scale + ") as " + SqlExpr.NUMERIC + ")", Kind.NUMBER);
  }

  private Said round(SqlExpr value, Parameters parameters) {
    Integer digits = parameters.integer("digits");
    if (digits == null) {
      throw new Unsaid("the digits to round to are the target's and not given");
    }
    Said read = read(value, ".", ",");
    return new Said(
        rounded(read.value(), digits, parameters.needText("rounding")),
        read.invalid(),
        read.caveat());
  }

  private Said multiply(SqlExpr value, Parameters parameters) {
    BigDecimal by = factor(parameters, "by");
    BigDecimal divisor = factor(parameters, "divideBy");
    BigDecimal factor;
    try {
      factor = by.divide(divisor).stripTrailingZeros();
    } catch (ArithmeticException e) {
      throw new Unsaid("a quotient without end is not worked out");
    }
    if (factor.scale() > 10 || factor.precision() > 18) {
      throw new Unsaid("a factor of so many digits is not worked with");
    }
    Said read = read(value, ".", ",");
    return new Said(
        read.value()
            .as(
                "cast(%s * %s as %s)"
                    .formatted(read.value().sql(), factor.toPlainString(), SqlExpr.NUMERIC),
                Kind.NUMBER),
        read.invalid(),
        read.caveat());
  }

  private static BigDecimal factor(Parameters parameters, String name) {
    BigDecimal factor = parameters.number(name);
    return factor == null ? BigDecimal.ONE : factor;
  }

  private Said bool(SqlExpr value, Parameters parameters) {
    if (value.kind() == Kind.BOOLEAN) {
      return Said.of(value);
    }
    SqlExpr word = keep(text(value, "lower(" + SqlStages.trimmed(value.text().sql()) + ")"));
    String yes = words(parameters.texts("trueWords"));
    String no = words(parameters.texts("falseWords"));
    SqlExpr read =
        keep(
            word.as(
                "case when %1$s in (%2$s) then true when %1$s in (%3$s) then false end"
                    .formatted(word.sql(), yes, no),
                Kind.BOOLEAN));
    return new Said(read, word.sql() + " <> '' and " + read.sql() + " is null", null);
  }

  private static String words(List<String> words) {
    return words.isEmpty()
        ? "null"
        : String.join(
            ", ",
            words.stream()
                .map(w -> SqlText.literal(Texts.trim(w).toLowerCase(Locale.ROOT)))
                .toList());
  }

  private Said date(SqlExpr value, Parameters parameters) {
    String zone = parameters.text("zone") == null ? defaults.timezone() : parameters.text("zone");
    boolean utc = UTC.contains(String.valueOf(zone));
    boolean moment =
        parameters.text("to") == null ? datetime : "datetime".equals(parameters.text("to"));
    List<String> formats = parameters.texts("format");
    SqlExpr text = trimmed(value);
    if (moment) {
      if (!formats.equals(List.of("iso")) || !utc) {
        throw new Unsaid("date-times are read in ISO form and UTC only");
      }
      SqlExpr read =
          text.as(
              "case when %s then %s end"
                  .formatted(SqlDates.isMoment(text.sql()), SqlDates.moment(text).sql()),
              Kind.MOMENT);
      return invalid(keep(read), text, "date-times without seconds are not read");
    }
    StringBuilder cases = new StringBuilder("case");
    String caveat = null;
    for (String format : formats) {
      SqlDates.Read read;
      if (format.equals("iso")) {
        read = SqlDates.iso(text.sql(), utc);
        caveat =
            utc
                ? "date-times with another offset than UTC, or without seconds, are not read"
                : "date-times with an offset, or without seconds, are not read";
      } else {
        read = SqlDates.pattern(text.sql(), format);
      }
      cases.append(" when ").append(read.valid()).append(" then cast(").append(read.iso());
      cases.append(" as date)");
    }
    return invalid(keep(text.as(cases + " end", Kind.DATE)), text, caveat);
  }

  private static Said invalid(SqlExpr read, SqlExpr text, @Nullable String caveat) {
    return new Said(read, text.sql() + " <> '' and " + read.sql() + " is null", caveat);
  }

  private Said email(SqlExpr value) {
    SqlExpr text = trimmed(value);
    String t = text.sql();
    String at = "position('@' in " + t + ")";
    String valid =
        ("length(%1$s) - length(replace(%1$s, '@', '')) = 1 and %2$s > 1 and position('.' in"
                + " substr(%1$s, %2$s + 2)) > 0 and position(' ' in %1$s) = 0")
            .formatted(t, at);
    SqlExpr read =
        text(
            text,
            "case when %3$s then substr(%1$s, 1, %2$s) || lower(substr(%1$s, %2$s + 1)) end"
                .formatted(t, at, valid));
    return invalid(
        keep(read), text, "of an e-mail address only one @ and a domain with a dot are looked for");
  }

  private Said valueMap(SqlExpr value, Parameters parameters) {
    boolean ignoreCase = parameters.flag("ignoreCase");
    boolean trim = parameters.flag("trim");
    SqlExpr given = keep(value.text());
    String plain = trim ? SqlStages.trimmed(given.sql()) : given.sql();
    SqlExpr key = keep(text(given, ignoreCase ? "lower(" + plain + ")" : plain));
    Map<String, @Nullable Object> map = parameters.map("map");
    String other = parameters.needText("other");
    SqlValues.Other rule =
        other.equals("keep")
            ? new SqlValues.Keep()
            : other.equals("set")
                ? new SqlValues.Set(parameters.value("set"))
                : new SqlValues.Reject();
    return SqlValues.of(
        key,
        given,
        map,
        k -> {
          String bare = trim ? Texts.trim(k) : k;
          return ignoreCase ? bare.toLowerCase(Locale.ROOT) : bare;
        },
        rule,
        this::keep);
  }

  private Said lookup(SqlExpr value, Parameters parameters) {
    String table = parameters.needText("table");
    Lookups.Table rows =
        lookups.find(table).orElseThrow(() -> new Unsaid("the table " + table + " is not there"));
    boolean ignoreCase = parameters.flag("ignoreCase");
    DbtSeed seed = new DbtSeed(table, rows);
    String keyColumn = SqlStages.trimmed(seed.column(parameters.text("key"), 0));
    String plain = SqlStages.trimmed(value.text().sql());
    SqlExpr key = keep(text(value, ignoreCase ? "lower(" + plain + ")" : plain));
    SqlStages.Found found =
        stages.lookup(
            name,
            key,
            seed.name(),
            ignoreCase ? "lower(" + keyColumn + ")" : keyColumn,
            seed.column(parameters.text("value"), 1));
    SqlExpr read =
        text(
            found.value(),
            "case when %s <> '' then %s end".formatted(key.sql(), found.value().sql()));
    return new Said(keep(read), key.sql() + " <> '' and not " + found.there().sql(), null);
  }
}
