package dev.crosswalk.engine.transform.step;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** States, provinces and the like of ISO 3166-2, for the countries where CRMs keep them. */
final class Regions {
  private static final Map<String, Map<String, Region>> BY_COUNTRY = byCountry();

  private static final Pattern KIND =
      Pattern.compile(
          "^(co|county|province of|provincia di|provincia de|region of|state of|departamento de) "
              + "| (county|province|region|oblast|prefecture|governorate|department|state)$");

  private Regions() {}

  /**
   * @param code without the country's
   */
  record Region(String country, String code, String name) {}

  private static Map<String, Map<String, Region>> byCountry() {
    Map<String, Map<String, Region>> all = new TreeMap<>();
    for (List<String> row : GeoFile.rows("regions.txt")) {
      Region region = new Region(row.get(0), row.get(1), row.get(2));
      Map<String, Region> map = all.computeIfAbsent(region.country(), c -> new HashMap<>());
      map.put(GeoFile.key(region.code()), region);
      map.put(GeoFile.key(region.country() + "-" + region.code()), region);
      map.putIfAbsent(GeoFile.key(region.name()), region);
      GeoFile.list(row.get(3)).forEach(name -> map.putIfAbsent(GeoFile.key(name), region));
    }
    return Collections.unmodifiableMap(all);
  }

  static List<String> countries() {
    return List.copyOf(BY_COUNTRY.keySet());
  }

  static boolean knows(String country) {
    return BY_COUNTRY.containsKey(country);
  }

  /**
   * By code or name; also a name with its kind, such as Stockholm County or Province of Turin,
   * except in the United States, whose counties have names of states.
   */
  static Optional<Region> find(String country, String text) {
    Map<String, Region> regions = BY_COUNTRY.getOrDefault(country, Map.of());
    String key = GeoFile.key(text);
    Region exact = regions.get(key);
    if (exact != null || country.equals("US")) {
      return Optional.ofNullable(exact);
    }
    String bare = KIND.matcher(key).replaceFirst("");
    // What is left must still be a name: 'Region 12' is no region with the code 12.
    return bare.length() < 3 ? Optional.empty() : Optional.ofNullable(regions.get(bare));
  }
}
