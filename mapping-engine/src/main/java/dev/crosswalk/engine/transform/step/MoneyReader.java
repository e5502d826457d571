package dev.crosswalk.engine.transform.step;

import dev.crosswalk.engine.transform.Failure;
import dev.crosswalk.engine.transform.Parameters;
import dev.crosswalk.engine.transform.SourcePath;
import dev.crosswalk.engine.transform.StepContext;
import dev.crosswalk.engine.transform.Texts;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads one amount of money as the step money is set. */
final class MoneyReader {
  private final NumberReader numbers;
  private final String to;
  private final Currencies.@Nullable Money standard;
  private final @Nullable SourcePath from;
  private final boolean readsMinor;
  private final boolean givesMinor;
  private final boolean round;
  private final RoundingMode rounding;
  private final Countries.@Nullable Country country;

  /**
   * @throws IllegalArgumentException where the currency does not exist; for people
   */
  MoneyReader(NumberReader numbers, Parameters parameters, StepContext context) {
    this.numbers = numbers;
    this.to = parameters.needText("to");
    this.from = parameters.path("currencyFrom");
    this.readsMinor = parameters.needText("reads").equals("minor");
    this.givesMinor = parameters.needText("gives").equals("minor");
    this.round = parameters.flag("round");
    this.rounding = Numbers.rounding(parameters);
    String region = context.defaults().region();
    this.country = region == null ? null : Countries.find(region).orElse(null);
    String given = parameters.text("currency");
    this.standard = given == null ? null : Currencies.find(given, country).orElse(null);
    if (given != null && standard == null) {
      throw new IllegalArgumentException(
          "the currency '" + given + "' does not exist. Give a code such as EUR.");
    }
  }

  @Nullable Object read(@Nullable Object value, Map<String, ? extends @Nullable Object> record) {
    return switch (value) {
      case null -> null;
      case Number number -> finish(NumberReader.exact(number), null, value, record);
      case Map<?, ?> map when map.get("amount") != null && !(map.get("amount") instanceof Map) -> {
        String code = Texts.of(map.get("currency"));
        Currencies.Money own = code == null ? null : Currencies.find(code, country).orElse(null);
        Object amount = map.get("amount");
        yield finish(
            amount instanceof Number number
                ? NumberReader.exact(number)
                : numbers.read(String.valueOf(Texts.of(amount))),
            own,
            value,
            record);
      }
      case String text -> text(text, record);
      default -> new Failure(Texts.shown(value) + " is not an amount of money.");
    };
  }

  private @Nullable Object text(String given, Map<String, ? extends @Nullable Object> record) {
    String text = Texts.trim(given);
    int first = 0;
    while (first < text.length() && Character.digit(text.charAt(first), 10) < 0) {
      first++;
    }
    if (first == text.length()) {
      return text.isEmpty()
          ? null
          : new Failure(Texts.shown(given) + " is not an amount of money: it has no digit.");
    }
    int last = text.length();
    while (Character.digit(text.charAt(last - 1), 10) < 0) {
      last--;
    }
    // ".50" and "-.50" start with their decimal sign.
    if (first > 0
        && numbers.isDecimal(text.charAt(first - 1))
        && !Character.isLetter(first > 1 ? text.charAt(first - 2) : ' ')) {
      first--;
    }
    String before = text.substring(0, first);
    String behind = withoutDash(text.substring(last));
    int signs = signs(before) + signs(behind);
    boolean open = before.indexOf('(') >= 0 && before.indexOf(')') < 0;
    boolean closed = behind.indexOf(')') >= 0 && behind.indexOf('(') < 0;
    if (signs > 1 || open && signs > 0 || open != closed || isLoose(behind)) {
      return new Failure(
          Texts.shown(given)
              + " is not an amount of money: it cannot be told whether it is less than nothing.");
    }
    boolean negative = open || minus(before) || minus(behind);
    String sign = unsigned(before);
    String code = unsigned(behind);
    Currencies.Money own = null;
    for (String name : List.of(code, sign)) {
      if (!name.isEmpty()) {
        Optional<Currencies.Money> found = Currencies.find(name, country);
        if (found.isEmpty()) {
          return new Failure(
              Texts.shown(given)
                  + " is not an amount of money: '"
                  + Texts.cut(name, 20)
                  + "' is not a currency.");
        }
        own = own == null ? found.get() : own;
      }
    }
    Object amount = numbers.read((negative ? "-" : "") + text.substring(first, last));
    return finish(amount, own, given, record);
  }

  /** Without the dash that stands for no cents: 5,- EUR. */
  private String withoutDash(String behind) {
    int at = 0;
    if (behind.length() > 1 && numbers.isDecimal(behind.charAt(0))) {
      at = 1;
      while (at < behind.length() && "-\u2012\u2013\u2014\u2212".indexOf(behind.charAt(at)) >= 0) {
        at++;
      }
    }
    return at > 1 ? behind.substring(at) : behind;
  }

  /** A minus or plus at one end of what stands on one side of the digits; not that of US-$. */
  private static int signs(String part) {
    String plain = Texts.trim(part);
    int count = 0;
    for (int i = 0; i < plain.length(); i++) {
      boolean end =
          i == 0
              || i == plain.length() - 1
              || isSign(plain.charAt(i - 1))
              || plain.charAt(0) == '(';
      count += end && isSign(plain.charAt(i)) ? 1 : 0;
    }
    return count;
  }

  private static boolean minus(String part) {
    String plain = Texts.trim(part);
    return !plain.isEmpty()
        && (isMinus(plain.charAt(0)) || isMinus(plain.charAt(plain.length() - 1)));
  }

  /** Whether a sign stands between the digits and a currency, and belongs to neither: 5 - EUR. */
  private static boolean isLoose(String behind) {
    String plain = Texts.trim(behind);
    return plain.length() > 1
        && isSign(plain.charAt(0))
        && plain.length() < behind.length()
        && !isSign(behind.charAt(0));
  }

  private static boolean isMinus(char c) {
    return c == '-' || c == '\u2212';
  }

  private static boolean isSign(char c) {
    return isMinus(c) || c == '+';
  }

  private static String unsigned(String part) {
    StringBuilder out = new StringBuilder(part.length());
    for (int i = 0; i < part.length(); i++) {
      char c = part.charAt(i);
      if (!isSign(c) && c != '(' && c != ')') {
        out.append(c);
      }
    }
    return Texts.trim(out.toString());
  }

  private @Nullable Object finish(
      @Nullable Object read,
      Currencies.@Nullable Money own,
      Object given,
      Map<String, ? extends @Nullable Object> record) {
    if (!(read instanceof BigDecimal number)) {
      return read;
    }
    Currencies.Money money = own == null ? field(record) : own;
    boolean needed = !to.equals("amount") || readsMinor || givesMinor || round;
    if (money == null) {
      return needed
          ? new Failure(Texts.shown(given) + " names no currency, and none is set.")
          : Numbers.finish(number, null, rounding);
    }
    int digits = Math.max(0, money.digits());
    BigDecimal units = readsMinor ? number.movePointLeft(digits) : number;
    if (round || givesMinor || to.equals("text")) {
      units = units.setScale(digits, rounding);
    }
    BigDecimal amount = givesMinor ? units.movePointRight(digits) : units;
    return switch (to) {
      case "currency" -> money.code();
      case "text" -> amount.toPlainString() + " " + money.code();
      case "object" -> object(Numbers.finish(amount, null, rounding), money.code());
      default -> Numbers.finish(amount, null, rounding);
    };
  }

  private static Map<String, Object> object(Object amount, String currency) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("amount", amount);
    object.put("currency", currency);
    return Collections.unmodifiableMap(object);
  }

  private Currencies.@Nullable Money field(Map<String, ? extends @Nullable Object> record) {
    if (from == null) {
      return standard;
    }
    String name = Texts.of(from.read(record));
    return name == null || Texts.isBlank(name)
        ? standard
        : Currencies.find(Texts.trim(name), country).orElse(standard);
  }
}
