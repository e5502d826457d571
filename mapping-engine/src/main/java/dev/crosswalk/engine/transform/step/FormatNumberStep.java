package dev.crosswalk.engine.transform.step;

import dev.crosswalk.engine.transform.Declaration;
import dev.crosswalk.engine.transform.Declaration.Trait;
import dev.crosswalk.engine.transform.Example;
import dev.crosswalk.engine.transform.Kind;
import dev.crosswalk.engine.transform.Parameter;
import dev.crosswalk.engine.transform.Parameters;
import dev.crosswalk.engine.transform.Step;
import dev.crosswalk.engine.transform.StepContext;
import dev.crosswalk.engine.transform.StepFunction;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A number as text. */
public final class FormatNumberStep implements Step {
  private static final Declaration DECLARATION =
      new Declaration(
          "formatNumber",
          "Format number",
          "Writes a number as text, with grouping and a fixed number of digits where asked for.",
          List.of(
              Numbers.DECIMAL,
              Parameter.text(
                  "grouping",
                  "",
                  "The sign between groups of three digits; an empty text writes none."),
              Parameter.integer(
                  "digits",
                  "Digits after the decimal sign, 0 to 30; without it as many as there are."),
              Numbers.rounding("Which way to round to the digits."),
              Parameter.flag(
                  "percent",
                  false,
                  "Whether to write hundredths with a % behind: 0.125 becomes 12.5%."),
              Numbers.LOCALE),
          Set.of(Kind.TEXT, Kind.NUMBER, Kind.LIST),
          Set.of(Kind.TEXT),
          Set.of(Trait.EACH, Trait.CAN_FAIL),
          List.of(
              Example.of(Map.of("digits", 2, "grouping", ","), 1234567.5, "1,234,567.50"),
              Example.of(Map.of("decimal", ",", "grouping", "."), -1234.5, "-1.234,5"),
              Example.of(Map.of("percent", true), "0.125", "12.5%")));

  @Override
  public Declaration declaration() {
    return DECLARATION;
  }

  @Override
  public StepFunction compile(Parameters parameters, StepContext context) {
    char decimal = Numbers.sign(parameters, context, "decimal");
    String grouping = parameters.needText("grouping");
    Integer digits = Numbers.scale(parameters, "digits");
    RoundingMode rounding = Numbers.rounding(parameters);
    boolean percent = parameters.flag("percent");
    if (grouping.length() > 1 || grouping.equals(String.valueOf(decimal))) {
      throw new IllegalArgumentException(
          "grouping is '" + grouping + "', where one sign other than the decimal one is needed.");
    }
    return (value, record) ->
        Numbers.on(
            value,
            read -> {
              BigDecimal number = percent ? read.movePointRight(2) : read;
              BigDecimal rounded =
                  digits == null ? Numbers.plain(number) : number.setScale(digits, rounding);
              return written(rounded.toPlainString(), decimal, grouping) + (percent ? "%" : "");
            });
  }

  private static String written(String plain, char decimal, String grouping) {
    int point = plain.indexOf('.');
    int end = point < 0 ? plain.length() : point;
    StringBuilder out = new StringBuilder(plain.length() + end / 3);
    for (int i = 0; i < end; i++) {
      char c = plain.charAt(i);
      out.append(c);
      int left = end - i - 1;
      if (left > 0 && left % 3 == 0 && c != '-') {
        out.append(grouping);
      }
    }
    if (point >= 0) {
      out.append(decimal).append(plain, point + 1, plain.length());
    }
    return out.toString();
  }
}
