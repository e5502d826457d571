package dev.crosswalk.engine.transform.step;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The currencies of ISO 4217, by code, number, English name and sign. */
final class Currencies {
  private static final Map<String, Money> BY_KEY;
  private static final Map<String, Money> BY_SIGN;

  static {
    Map<String, Money> keys = new HashMap<>();
    Map<String, Money> signs = new HashMap<>();
    for (List<String> row : GeoFile.rows("currencies.txt")) {
      Money money = new Money(row.get(0), row.get(1), Integer.parseInt(row.get(2)), row.get(3));
      keys.put(GeoFile.key(money.code()), money);
      keys.put(money.numeric(), money);
      keys.putIfAbsent(GeoFile.key(money.name()), money);
      GeoFile.list(row.get(4))
          .forEach(sign -> signs.putIfAbsent(sign.toLowerCase(Locale.ROOT), money));
    }
    BY_KEY = Map.copyOf(keys);
    BY_SIGN = Map.copyOf(signs);
  }

  private Currencies() {}

  /**
   * @param digits after the decimal sign; -1 where none are defined
   */
  record Money(String code, String numeric, int digits, String name) {}

  /**
   * @param country whose dollar, krone or yen a bare sign is; null where not known
   */
  static Optional<Money> find(String text, Countries.@Nullable Country country) {
    String sign = text.toLowerCase(Locale.ROOT);
    Set<String> shared = SHARED.get(sign);
    if (shared != null && country != null && shared.contains(country.currency())) {
      return Optional.ofNullable(BY_KEY.get(GeoFile.key(country.currency())));
    }
    if (sign.equals("$")) {
      return Optional.ofNullable(BY_KEY.get("usd"));
    }
    Money money = BY_SIGN.get(sign);
    return Optional.ofNullable(money == null ? BY_KEY.get(GeoFile.key(text)) : money);
  }

  /** Signs that several currencies share; without a country $ is the US dollar, and kr nobody's. */
  private static final Map<String, Set<String>> SHARED =
      Map.of(
          "$",
          Set.of(
              "USD", "CAD", "AUD", "NZD", "SGD", "HKD", "TWD", "MXN", "ARS", "CLP", "COP", "UYU",
              "XCD", "BBD", "BMD", "BSD", "BZD", "FJD", "GYD", "JMD", "KYD", "LRD", "NAD", "SBD",
              "SRD", "TTD", "BND"),
          "kr",
          Set.of("SEK", "NOK", "DKK", "ISK"),
          "\u00a3",
          Set.of("GBP", "EGP", "GIP", "FKP", "SHP", "LBP", "SYP", "SSP"),
          "\u00a5",
          Set.of("JPY", "CNY"));
}
