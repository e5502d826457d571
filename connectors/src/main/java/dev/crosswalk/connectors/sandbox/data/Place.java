package dev.crosswalk.connectors.sandbox.data;

import java.util.ArrayList;
import java.util.List;

/**
 * A town with what belongs together in an address.
 *
 * @param country name in English
 * @param code ISO 3166-1 alpha-2
 * @param state state or province, empty where addresses have none
 * @param region sales region: AMER, EMEA or APAC
 * @param phone a number of a block kept for fiction, {@code #} for a free digit
 * @param names which name lists people there use
 * @param streets which street list
 */
record Place(
    String country,
    String code,
    String state,
    String city,
    String postal,
    String region,
    String phone,
    String latitude,
    String longitude,
    String names,
    String streets) {

  static List<Place> parse(String text) {
    List<Place> places = new ArrayList<>();
    for (String line : text.lines().toList()) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      String[] p = line.split("\\|", -1);
      for (int i = 0; i < p.length; i++) {
        p[i] = p[i].strip();
      }
      places.add(new Place(p[0], p[1], p[2], p[3], p[4], p[5], p[6], p[7], p[8], p[9], p[10]));
    }
    return List.copyOf(places);
  }
}
