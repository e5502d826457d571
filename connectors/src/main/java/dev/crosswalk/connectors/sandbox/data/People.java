package dev.crosswalk.connectors.sandbox.data;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** Invents the people, companies and addresses of one account, the same ones every time. */
final class People {
  private final String account;
  private final Map<String, List<String>> words;
  private final List<Place> places;
  private final int companies;

  /**
   * @param countries country codes, more often named ones come more often
   * @param companies how many companies there are
   */
  People(
      String account,
      Map<String, List<String>> words,
      List<Place> allPlaces,
      List<String> countries,
      int companies) {
    this.account = account;
    this.words = words;
    this.companies = companies;
    this.places =
        countries.stream()
            .flatMap(code -> allPlaces.stream().filter(p -> p.code().equals(code)))
            .toList();
  }

  List<String> list(String name) {
    return words.getOrDefault(name, List.of());
  }

  /** The person behind a record; every 29th record repeats the one before it: a duplicate. */
  Persona of(String object, int index, boolean isCompany) {
    int who = index % 29 == 11 ? index - 1 : index;
    Random r = Seed.of(account, "persona", object, who);
    int companyIndex = isCompany ? index : r.nextInt(Math.max(1, companies));
    Place place =
        Seed.chance(r, 85) || isCompany
            ? Seed.one(Seed.of(account, "place", companyIndex), places)
            : Seed.one(r, places);
    String first = Seed.one(r, list("first." + place.names()));
    String last = Seed.one(r, list("last." + place.names()));
    String company = company(companyIndex);
    String street = street(place, isCompany ? Seed.of(account, "street", companyIndex) : r);
    return new Persona(first, last, place, street, company, domain(companyIndex), companyIndex);
  }

  private String street(Place place, Random r) {
    String name = Seed.one(r, list("street." + place.streets()));
    int number = 1 + r.nextInt(240);
    return switch (place.streets()) {
      case "de", "pl", "nordic", "gr", "br" -> name + " " + number;
      case "jp" ->
          (1 + number % 9) + "-" + (1 + number % 21) + "-" + (1 + number % 13) + " " + name;
      default -> number + " " + name;
    };
  }

  /** Name of a company; some are the one before in another spelling. */
  String company(int index) {
    if (index > 0 && index % 23 == 7) {
      String twin = company(index - 1);
      return switch (index % 4) {
        case 0 -> twin.toUpperCase(Locale.ROOT);
        case 1 -> twin.replace(" Inc", ", Inc.").replace("GmbH", "Gmbh");
        case 2 -> twin + " ";
        default -> twin.replace(" ", "  ");
      };
    }
    Place place = Seed.one(Seed.of(account, "place", index), places);
    Random r = Seed.of(account, "company", index);
    List<String> kinds = list("kind." + place.names());
    String stem = Seed.one(r, list(r.nextInt(3) == 0 ? "last." + place.names() : "company.stem"));
    return stem + " " + Seed.one(r, list("company.trade")) + " " + Seed.one(r, kinds);
  }

  private String domain(int index) {
    String slug =
        ascii(company(index))
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-|-$", "");
    String[] parts = slug.split("-");
    String name = parts.length > 1 ? parts[0] + "-" + parts[1] : slug;
    return name + (index % 3 == 0 ? ".example.com" : ".test");
  }

  String email(Persona p, Random r) {
    String first = mailPart(p.first());
    String last = mailPart(p.last());
    return switch (r.nextInt(5)) {
          case 0 -> first.substring(0, 1) + "." + last;
          case 1 -> first + last.substring(0, 1);
          case 2 -> first;
          default -> first + "." + last;
        }
        + "@"
        + p.domain();
  }

  private static String mailPart(String name) {
    String part = ascii(name).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    return part.isEmpty() ? "info" : part;
  }

  /** In Latin letters without marks; other scripts fall away. */
  private static String ascii(String text) {
    String german =
        text.replace("ä", "ae").replace("ö", "oe").replace("ü", "ue").replace("ß", "ss");
    return Normalizer.normalize(german, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .replace("ł", "l");
  }

  /** A telephone number of the place, written the way somebody happened to write it. */
  String phone(Place place, Random r) {
    StringBuilder digits = new StringBuilder();
    for (char c : place.phone().toCharArray()) {
      digits.append(c == '#' ? (char) ('0' + r.nextInt(10)) : c);
    }
    String number = digits.toString();
    int space = number.indexOf(' ');
    String country = number.substring(0, space);
    String national = number.substring(space + 1);
    boolean american = country.equals("+1");
    return switch (r.nextInt(14)) {
      case 0, 1, 2 -> number;
      case 3, 4 ->
          american
              ? "(" + national.replaceFirst(" ", ") ").replaceFirst("(\\d{3}) (\\d{4})$", "$1-$2")
              : "0" + national;
      case 5 -> national.replace(" ", american ? "." : "/");
      case 6 -> number.replace(" ", "");
      case 7 -> american ? national.replace(" ", "-") : country.replace("+", "00") + " " + national;
      case 8 -> country + " (0) " + national;
      case 9 -> number + " ext. " + (10 + r.nextInt(90));
      case 10 -> national.replace(" ", "");
      case 11 -> number.replace(" ", "-");
      case 12 -> number;
      default -> Seed.one(r, list("phone.broken"));
    };
  }
}
