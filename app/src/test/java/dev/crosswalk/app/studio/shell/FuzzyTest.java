package dev.crosswalk.app.studio.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.NotBlank;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

/** Protects the order in which the palette and the search of schemas offer things. */
class FuzzyTest {
  private static List<String> order(String typed, String... names) {
    return FuzzyIndex.of(List.of(names), n -> n, n -> "").find(typed, 10);
  }

  @Test
  void the_whole_word_comes_before_its_start_first_letters_a_part_and_scattered_letters() {
    assertThat(
            order(
                "tier", "Frontier", "Tier__c", "Acct_Tier__c", "Thixexr", "Tier", "The_Inner_E_R"))
        .containsExactly("Tier", "Tier__c", "Acct_Tier__c", "The_Inner_E_R", "Frontier", "Thixexr");
    assertThat(order("wem", "PreferencesShowEmailToGuests", "Work Email Work_Email__c"))
        .containsExactly("Work Email Work_Email__c", "PreferencesShowEmailToGuests");
  }

  @Test
  void first_letters_of_words_find_names_in_every_way_of_writing_them() {
    assertThat(order("wem", "Work_Email__c")).hasSize(1);
    assertThat(order("wem", "workEmailMain")).hasSize(1);
    assertThat(order("hs ls", "hs_lead_status")).hasSize(1);
    assertThat(order("xyz", "Work_Email__c")).isEmpty();
    assertThat(order("ork", "Work_Email__c")).as("a part").hasSize(1);
    assertThat(order("oml", "Work_Email__c")).as("letters that begin no word").isEmpty();
  }

  @Test
  void a_word_may_say_what_the_thing_belongs_to_but_not_that_alone() {
    FuzzyIndex<String> index =
        FuzzyIndex.of(List.of("Email", "Phone"), n -> n, n -> "Contact · northwind");
    assertThat(index.find("contact email", 10)).containsExactly("Email");
    assertThat(index.find("northwind", 10)).isEmpty();
  }

  @Property(tries = 200)
  void every_text_is_found_by_itself_and_by_its_start(
      @ForAll @AlphaChars @NotBlank @StringLength(min = 1, max = 20) String text) {
    assertThat(order(text, text)).containsExactly(text);
    assertThat(order(text.substring(0, (text.length() + 1) / 2), text)).containsExactly(text);
  }

  @Test
  void sixty_thousand_fields_are_searched_whole_and_the_best_is_first() {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < 60_000; i++) {
      names.add("Field_" + i + "__c");
    }
    names.add("Renewal_Date__c");
    FuzzyIndex<String> index = FuzzyIndex.of(names, n -> n, n -> "Account · northwind");
    assertThat(index.size()).isEqualTo(60_001);
    assertThat(index.find("renewal", 5)).containsExactly("Renewal_Date__c");
    assertThat(index.find("field 59999", 5)).first().isEqualTo("Field_59999__c");
    assertThat(index.find("e", 7)).hasSize(7);
  }
}
