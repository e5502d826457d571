package dev.crosswalk.engine.transform;

import dev.crosswalk.engine.transform.Declaration.Trait;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads numbers as people write them. */
final class NumberStep implements Step {
  private static final Declaration DECLARATION =
      new Declaration(
          "number",
          "Number",
          "Reads a number from text, with grouping, a currency sign or parentheses for less than"
              + " nothing, and rounds it where a scale is given; blank text becomes null.",
          List.of(
              Parameter.text(
                  "decimal",
                  null,
                  "The decimal sign; without it that of the mapping's locale, else a dot."),
              Parameter.text(
                  "grouping",
                  null,
                  "The sign between groups of digits; without it that of the mapping's locale,"
                      + " else a comma. An empty text allows none."),
              Parameter.flag(
                  "percent", false, "Whether a number may end in %; it is then divided by 100."),
              Parameter.integer("scale", "Digits to keep after the decimal sign, 0 to 30."),
              Parameter.word(
                  "rounding",
                  "half-up",
                  List.of("half-up", "half-even", "up", "down", "ceiling", "floor"),
                  "Which way to round to the scale.")),
          Set.of(Kind.TEXT, Kind.NUMBER, Kind.LIST),
          Set.of(Kind.NUMBER),
          Set.of(Trait.EACH, Trait.CAN_FAIL, Trait.IDEMPOTENT, Trait.JSONATA),
          List.of(
              Example.of("1,234.50", new BigDecimal("1234.50")),
              Example.of(
                  Map.of("decimal", ",", "grouping", ".", "scale", 1),
                  "1.234,56 €",
                  new BigDecimal("1234.6")),
              Example.of("(42)", -42L),
              Example.of(Map.of("percent", true), "12.5 %", new BigDecimal("0.125")),
              Example.fails(Map.of(), "twelve", "'twelve' is not a number: 't' is not a digit.")));

  @Override
  public Declaration declaration() {
    return DECLARATION;
  }

  @Override
  public StepFunction compile(Parameters parameters, StepContext context) {
    NumberReader reader =
        new NumberReader(
            sign(parameters, context, "decimal"),
            sign(parameters, context, "grouping"),
            parameters.flag("percent"));
    Integer scale = parameters.integer("scale");
    if (scale != null && (scale < 0 || scale > 30)) {
      throw new IllegalArgumentException("the scale is " + scale + ". Give 0 to 30.");
    }
    RoundingMode rounding = rounding(parameters);
    return value -> {
      Object read =
          switch (value) {
            case String text -> reader.read(text);
            case Number number -> NumberReader.exact(number);
            case null -> null;
            default -> new Failure(Texts.shown(value) + " is not a number.");
          };
      return read instanceof BigDecimal number ? finish(number, scale, rounding) : read;
    };
  }

  private static RoundingMode rounding(Parameters parameters) {
    return RoundingMode.valueOf(
        parameters.needText("rounding").toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /** Whole numbers come out as Long where they fit and no digits after the sign were asked for. */
  private static Object finish(BigDecimal number, @Nullable Integer scale, RoundingMode rounding) {
    BigDecimal result = scale == null ? number : number.setScale(scale, rounding);
    if ((scale == null || scale == 0)
        && result.scale() <= 0
        && result.precision() - result.scale() <= 18) {
      return result.longValue();
    }
    return result;
  }

  private static char sign(Parameters parameters, StepContext context, String name) {
    boolean decimal = name.equals("decimal");
    String given = parameters.text(name);
    if (given == null) {
      String locale = context.defaults().locale();
      if (locale != null) {
        DecimalFormatSymbols symbols =
            DecimalFormatSymbols.getInstance(Locale.forLanguageTag(locale));
        return decimal ? symbols.getDecimalSeparator() : symbols.getGroupingSeparator();
      }
      if (decimal) {
        return parameters.has("grouping") && ".".equals(parameters.text("grouping")) ? ',' : '.';
      }
      return ",".equals(parameters.text("decimal")) ? '.' : ',';
    }
    if (given.isEmpty() && !decimal) {
      return NumberReader.NONE;
    }
    if (given.length() != 1 || Character.digit(given.charAt(0), 10) >= 0 || given.equals("-")) {
      throw new IllegalArgumentException(
          name + " is '" + given + "', where one sign is needed such as a dot or a comma.");
    }
    return given.charAt(0);
  }

  @Override
  public Optional<String> jsonata(Parameters parameters, StepContext context, String value) {
    boolean plain =
        sign(parameters, context, "decimal") == '.'
            && sign(parameters, context, "grouping") == ','
            && !parameters.flag("percent")
            && (parameters.integer("scale") == null
                || rounding(parameters) == RoundingMode.HALF_EVEN);
    if (!plain) {
      return Optional.empty();
    }
    String number =
        "($n := $replace($string(%s), /[,\\s\\u00a0$€£]/, \"\"); $n = \"\" ? null : "
            + "$match($n, /^\\(.*\\)$/) ? -$number($replace($n, /[()]/, \"\")) : $number($n))";
    Integer scale = parameters.integer("scale");
    String text = number.formatted(value);
    return Optional.of(scale == null ? text : "$round(" + text + ", " + scale + ")");
  }
}
