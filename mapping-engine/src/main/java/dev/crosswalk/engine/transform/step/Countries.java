package dev.crosswalk.engine.transform.step;

import dev.crosswalk.engine.transform.Parameters;
import dev.crosswalk.engine.transform.SourcePath;
import dev.crosswalk.engine.transform.StepContext;
import dev.crosswalk.engine.transform.Texts;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The countries of ISO 3166-1, by every name and code that people write. */
public final class Countries {
  private static final List<Country> ALL =
      GeoFile.rows("countries.txt").stream()
          .map(r -> new Country(r.get(0), r.get(1), r.get(2), r.get(3), r.get(4)))
          .toList();
  private static final Map<String, Country> BY_KEY = byKey();

  private Countries() {}

  /**
   * @param numeric three digits; empty where there is none
   * @param name in English
   * @param currency its code; empty where there is none
   */
  public record Country(
      String alpha2, String alpha3, String numeric, String name, String currency) {}

  static List<Country> all() {
    return ALL;
  }

  private static Map<String, Country> byKey() {
    Map<String, Country> map = new HashMap<>();
    List<List<String>> rows = GeoFile.rows("countries.txt");
    for (int i = 0; i < rows.size(); i++) {
      Country country = ALL.get(i);
      map.putIfAbsent(GeoFile.key(country.alpha2()), country);
      map.putIfAbsent(GeoFile.key(country.alpha3()), country);
      map.putIfAbsent(GeoFile.key(country.name()), country);
      if (!country.numeric().isEmpty()) {
        map.putIfAbsent(country.numeric(), country);
      }
      for (String name : GeoFile.list(rows.get(i).get(5))) {
        map.putIfAbsent(GeoFile.key(name), country);
      }
    }
    return Map.copyOf(map);
  }

  /** By code, English name or number. */
  public static Optional<Country> find(String text) {
    if (text.length() == 2) {
      Country country = BY_KEY.get(text.toLowerCase(Locale.ROOT));
      if (country != null) {
        return Optional.of(country);
      }
    }
    String key = GeoFile.key(text);
    boolean number =
        !key.isEmpty() && key.length() < 3 && key.chars().allMatch(c -> c >= '0' && c <= '9');
    return Optional.ofNullable(BY_KEY.get(number ? "0".repeat(3 - key.length()) + key : key));
  }

  /** Names in another language, by key. */
  static Map<String, Country> names(Locale locale) {
    Map<String, Country> names = new HashMap<>();
    ALL.forEach(c ->
        names.putIfAbsent(GeoFile.key(Locale.of("", c.alpha2()).getDisplayCountry(locale)), c));
    return Map.copyOf(names);
  }

  /** The name in a language; English ones are the program's own, others Java's (CLDR). */
  static String name(Country country, Locale locale) {
    return locale.getLanguage().equals("en")
        ? country.name()
        : Locale.of("", country.alpha2()).getDisplayCountry(locale);
  }

  /**
   * The country that a parameter or a field of the record names, else the mapping's region.
   *
   * @throws IllegalArgumentException where the parameter names none; for people
   */
  static Function<Map<String, ? extends @Nullable Object>, @Nullable Country> of(
      Parameters parameters, StepContext context, String fixed, String from) {
    String given = parameters.text(fixed);
    String text = given == null ? context.defaults().region() : given;
    Country standard = text == null ? null : find(text).orElse(null);
    if (text != null && standard == null) {
      throw new IllegalArgumentException(
          "the region '" + text + "' is not a country. Give two letters, such as GB.");
    }
    SourcePath path = parameters.path(from);
    if (path == null) {
      return record -> standard;
    }
    return record -> {
      String name = Texts.of(path.read(record));
      return name == null || Texts.isBlank(name) ? standard : find(name).orElse(standard);
    };
  }
}
