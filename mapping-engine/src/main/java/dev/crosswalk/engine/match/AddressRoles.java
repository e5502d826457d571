package dev.crosswalk.engine.match;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which part of an address a field is, told by what stands beside it: {@code state} beside a city
 * and a postal code is a region, {@code state} of a ticket is none; {@code line1} beside a city is
 * a street.
 */
final class AddressRoles {
  /** The parts of an address. */
  enum Role {
    STREET(Thesaurus.term("street")),
    STREET_2("street 2"),
    CITY(Thesaurus.term("city")),
    STATE(Thesaurus.term("state")),
    POSTAL_CODE(Thesaurus.term("postal code")),
    COUNTRY(Thesaurus.term("country"));

    private final String phrase;

    Role(String phrase) {
      this.phrase = phrase;
    }

    /** The part as a phrase of standard terms. */
    String phrase() {
      return phrase;
    }
  }

  private static final Map<String, Role> PHRASES =
      Map.ofEntries(
          Map.entry(Role.STREET.phrase, Role.STREET),
          Map.entry("street 1", Role.STREET),
          Map.entry("line 1", Role.STREET),
          Map.entry("address", Role.STREET),
          Map.entry("address 1", Role.STREET),
          Map.entry(Role.STREET.phrase + " 1", Role.STREET),
          Map.entry("route", Role.STREET),
          Map.entry(Role.STREET_2.phrase, Role.STREET_2),
          Map.entry(Words.stemOf("subpremise"), Role.STREET_2),
          Map.entry(Words.stemOf("apartment"), Role.STREET_2),
          Map.entry(Words.stemOf("suite"), Role.STREET_2),
          Map.entry(Words.stemOf("unit"), Role.STREET_2),
          Map.entry("line 2", Role.STREET_2),
          Map.entry("address 2", Role.STREET_2),
          Map.entry(Role.STREET.phrase + " 2", Role.STREET_2),
          Map.entry(Role.CITY.phrase, Role.CITY),
          Map.entry(Role.STATE.phrase, Role.STATE),
          Map.entry(Words.stemOf("region"), Role.STATE),
          Map.entry("state code", Role.STATE),
          Map.entry(Role.STATE.phrase + " code", Role.STATE),
          Map.entry(Role.POSTAL_CODE.phrase, Role.POSTAL_CODE),
          Map.entry("code", Role.POSTAL_CODE),
          Map.entry(Role.COUNTRY.phrase, Role.COUNTRY),
          Map.entry(Role.COUNTRY.phrase + " code", Role.COUNTRY),
          Map.entry(Role.COUNTRY.phrase + " key", Role.COUNTRY),
          Map.entry(Thesaurus.term("country code"), Role.COUNTRY));

  /** Beside these the others are parts of an address, too. */
  private static final Set<Role> TELLING = EnumSet.of(Role.CITY, Role.POSTAL_CODE);

  private static final int LEAST = 3;

  private AddressRoles() {}

  /**
   * The role of each field of a group of siblings; empty where it has none.
   *
   * @param names the standard terms of each field without what the names of all begin with
   * @param nested whether the group is more than the object as a whole
   */
  static List<Optional<Role>> of(List<List<String>> names, boolean nested) {
    List<Optional<Role>> roles = new ArrayList<>();
    Set<Role> found = EnumSet.noneOf(Role.class);
    for (List<String> name : names) {
      String phrase = String.join(" ", name);
      boolean vague = !nested && (phrase.equals("code") || phrase.endsWith(" code"));
      Optional<Role> role = vague ? Optional.empty() : Optional.ofNullable(PHRASES.get(phrase));
      role.ifPresent(found::add);
      roles.add(role);
    }
    boolean address = found.size() >= LEAST && found.stream().anyMatch(TELLING::contains);
    return address ? roles : names.stream().map(n -> Optional.<Role>empty()).toList();
  }
}
