package dev.crosswalk.engine.transform.step;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.crosswalk.engine.transform.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a postal address. Texts are empty where a part is not there.
 *
 * @param street with house number and whatever else stands before the place, lines by line breaks
 * @param country as it was written
 */
record PostalAddress(String street, String city, String region, String postalCode, String country) {

  static final List<String> PARTS = List.of("street", "city", "region", "postalCode", "country");

  /** Names that CRMs have for the parts. */
  private static final PartNames NAMES =
      new PartNames(
          "an address",
          Map.of(
              "street",
              List.of(
                  "street",
                  "street1",
                  "address1",
                  "addressline1",
                  "line1",
                  "addr1",
                  "address",
                  "streetaddress",
                  "route"),
              "street2",
              List.of("street2", "address2", "addressline2", "line2", "addr2"),
              "city",
              List.of("city", "town", "locality"),
              "region",
              List.of(
                  "region",
                  "state",
                  "statecode",
                  "stateorprovince",
                  "province",
                  "provincecode",
                  "adminarealevel1",
                  "countrysubdivisioncode"),
              "postalCode",
              List.of("postalcode", "postcode", "zip", "zipcode", "zippostalcode", "code"),
              "country",
              List.of("country", "countrycode", "countryname")));

  /** US, Canada, Australia: CITY ST 12345. */
  private static final Pattern CITY_REGION_CODE =
      Pattern.compile(
          "(?i)^(.*?)[ ,]+([A-Z]{2,3}|[A-Z][a-z]+(?: [A-Z][a-z]+)?)[ ,]+(\\d{5}(?:-\\d{4})?|[A-Z]\\d[A-Z] ?\\d[A-Z]\\d|\\d{4})$");

  /** Most of Europe: 12345 City, D-12345 City, 1234 AB City. */
  private static final Pattern CODE_CITY =
      Pattern.compile("^((?:[A-Z]{1,3}-)?\\d{4,6}(?: ?[A-Z]{2})?|\\d{2,3}[ -]\\d{2,3})[ ,]+(.+)$");

  /** Britain: City AB1 2CD, or the code alone. */
  private static final Pattern BRITISH_CODE =
      Pattern.compile("(?i)^(.*?)[ ,]*\\b([A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2})$");

  /**
   * Reads an address with lines or commas between its parts; empty where there is no place in it.
   */
  static Optional<PostalAddress> parse(String text) {
    List<String> parts = parts(text);
    String country = "";
    int last = parts.size() - 1;
    if (last > 0 && Countries.find(parts.get(last)).isPresent() && !isRegionOf(parts, last)) {
      country = parts.remove(last);
    }
    for (int take = 1; take <= Math.min(2, parts.size()); take++) {
      String place = String.join(", ", parts.subList(parts.size() - take, parts.size()));
      Optional<PostalAddress> found = place(place, country);
      if (found.isPresent() && !found.get().city().isEmpty()) {
        return Optional.of(found.get().withStreet(street(parts, take)));
      }
    }
    return Optional.empty();
  }

  /** CA at the end is a country where nothing before it could be a place without it. */
  private static boolean isRegionOf(List<String> parts, int last) {
    return parts.get(last).length() == 2
        && Regions.find("US", parts.get(last)).isPresent()
        && last == 1;
  }

  private static Optional<PostalAddress> place(String place, String country) {
    Matcher british = BRITISH_CODE.matcher(place);
    if (british.matches()) {
      return Optional.of(
          new PostalAddress(
              "",
              comma(british.group(1), false),
              comma(british.group(1), true),
              british.group(2).toUpperCase(Locale.ROOT),
              country));
    }
    Matcher before = CODE_CITY.matcher(place);
    if (before.matches() && before.group(2).indexOf(',') < 0) {
      return Optional.of(new PostalAddress("", before.group(2), "", before.group(1), country));
    }
    Matcher behind = CITY_REGION_CODE.matcher(place);
    if (behind.matches() && behind.group(1).indexOf(',') < 0) {
      return Optional.of(
          new PostalAddress(
              "", Texts.trim(behind.group(1)), behind.group(2), behind.group(3), country));
    }
    return Optional.empty();
  }

  private static String comma(String text, boolean behind) {
    int comma = text.indexOf(',');
    return comma < 0
        ? behind ? "" : text
        : Texts.trim(behind ? text.substring(comma + 1) : text.substring(0, comma));
  }

  private static String street(List<String> parts, int place) {
    return String.join("\n", parts.subList(0, parts.size() - place));
  }

  private static List<String> parts(String text) {
    List<String> parts = new ArrayList<>();
    for (String line : text.split("[\\r\\n,]+")) {
      String part = Texts.trim(line);
      if (!part.isEmpty()) {
        parts.add(part);
      }
    }
    return parts;
  }

  private PostalAddress withStreet(String lines) {
    return new PostalAddress(lines, city, region, postalCode, country);
  }

  /**
   * From an object as CRMs have them, under any of the usual names; a {@link Failure} where none of
   * them is there.
   */
  static Object of(Map<?, ?> map) {
    Object read = NAMES.read(map);
    if (!(read instanceof Map<?, ?> texts)) {
      return read;
    }
    return new PostalAddress(
        joined("\n", text(texts, "street"), text(texts, "street2")),
        text(texts, "city"),
        text(texts, "region"),
        text(texts, "postalCode"),
        text(texts, "country"));
  }

  private static String text(Map<?, ?> texts, String part) {
    return texts.get(part) instanceof String text ? text : "";
  }

  String part(String name) {
    return switch (name) {
      case "street" -> street;
      case "city" -> city;
      case "region" -> region;
      case "postalCode" -> postalCode;
      case "country" -> country;
      case "houseNumber" -> StreetLine.of(street).number();
      default -> StreetLine.of(street).name();
    };
  }

  /** The line with the place, as the country writes it. */
  String placeLine(@Nullable String code) {
    return switch (code == null ? "" : code) {
      case "US", "CA", "AU", "PR" -> joined(", ", city, joined(" ", region, postalCode));
      case "GB" -> joined("\n", city, region, postalCode);
      case "IN", "CN", "BR" -> joined(" ", joined(", ", city, region), postalCode);
      default -> joined(", ", joined(" ", postalCode, city), region);
    };
  }

  static String joined(String separator, String... texts) {
    StringBuilder out = new StringBuilder();
    for (String text : texts) {
      if (!text.isEmpty()) {
        out.append(out.isEmpty() ? "" : separator).append(text);
      }
    }
    return out.toString();
  }
}
