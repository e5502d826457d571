package dev.crosswalk.engine.match;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Protects how names are cut, on which all that compares names is built. */
class WordsTest {
  @ParameterizedTest
  @CsvSource({
    "Size__c, Size",
    "acme__Size__c, Size",
    "acme__Owner__r, Owner",
    "Person__pc, Person",
    "acme__a__b__c, a__b",
    "__c, __c",
    "1acme__Size__c, 1acme__Size",
    "averylongpackagename__Size__c, averylongpackagename__Size",
    "ns____c, ns__",
    "hs_lead_status, lead_status",
    "HS_lead_status, lead_status",
    "new_size, size",
    "newsletter, newsletter",
    "cr4f_size, size",
    "custentity12_size, size",
    "custentity, custentity",
    "_ownerid_value, ownerid",
    "x_studio_size, size",
    "hs_, hs_",
    "size, size"
  })
  void affixesOfVendorsAreLeftOut(String name, String bare) {
    assertThat(Words.bare(name)).isEqualTo(bare);
  }

  @Test
  void wordsEndAtSeparatorsHumpsAndDigits() {
    assertThat(Words.split("billingStreet_Line2 (VATNumber)"))
        .containsExactly("billing", "street", "line", "2", "vat", "number");
    assertThat(Words.split("accountIDs")).containsExactly("account", "ids");
    assertThat(Words.split("--")).isEmpty();
    assertThat(Words.split("")).isEmpty();
  }
}
