package dev.crosswalk.engine.transform.step;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.engine.transform.step.Regions.Region;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Protects that a state or province is found by what people and systems write, and no other. */
class RegionsTest {

  @Test
  void everyRowOfTheTableIsFoundByItsCodeAndItsName() {
    Set<String> codes = new HashSet<>();
    Set<String> countries = Set.of(Locale.getISOCountries());
    for (List<String> row : GeoFile.rows("regions.txt")) {
      assertThat(row).hasSize(4);
      String country = row.get(0);
      String iso = country + "-" + row.get(1);
      Region region = new Region(country, row.get(1), row.get(2));
      assertThat(countries).contains(country);
      assertThat(codes.add(iso)).as(iso).isTrue();
      assertThat(row.get(1)).matches("[0-9A-Z]{1,3}");
      assertThat(Regions.find(country, row.get(1))).contains(region);
      assertThat(Regions.find(country, iso.toLowerCase(Locale.ROOT))).contains(region);
      // Of two levels with one name (La Rioja), the larger is found.
      assertThat(Regions.find(country, row.get(2)).orElseThrow().name()).isEqualTo(row.get(2));
    }
    assertThat(Regions.countries()).hasSizeGreaterThan(50);
  }

  @ParameterizedTest
  @CsvSource({
    "IT, Milano, MI",
    "IT, provincia di Torino, TO",
    "IT, Lombardia, 25",
    "ES, Vizcaya, BI",
    "FR, Bouches du Rhone, 13",
    "FR, 75, 75C",
    "GB, Kent, KEN",
    "NO, Ostfold, 31",
    "CZ, Praha, 10",
    "HR, Medimurje, 20",
    "TR, DIYARBAKIR, 21",
    "UA, Odesa Oblast, 51",
    "UA, Kyiv, 30",
    "UA, Kyiv Oblast, 32",
    "BG, Sofia Province, 23",
    "IE, Co. Mayo, MO",
    "SE, Stockholm County, AB",
    "JP, Kyoto Prefecture, 26",
    "IN, Orissa, OD"
  })
  void isFoundByNamesInUse(String country, String text, String code) {
    assertThat(Regions.find(country, text).orElseThrow().code()).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({"US, Delaware County", "GB, London", "PL, Region 12", "PL, state", "AQ, North"})
  void isNotGuessed(String country, String text) {
    assertThat(Regions.find(country, text)).isEmpty();
  }
}
