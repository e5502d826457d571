package dev.crosswalk.app.studio.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.engine.mapping.Mapping;
import dev.crosswalk.engine.mapping.MappingDocument;
import dev.crosswalk.engine.match.Suggestions;
import dev.crosswalk.engine.match.Suggestions.TargetSuggestion;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Protects: what a person decided counts as decided, whatever is suggested afterwards. */
class OffersTest {
  private static final String TEXT =
      """
      format: crosswalk/v1
      kind: Mapping
      id: salesforce-contact-to-person
      source: { system: salesforce, object: Contact }
      target: { system: acme, object: person }
      fields:
        email:
          from: Email
      rejected:
        phone: [Fax]
      """;

  @Test
  void aTargetWhoseSuggestionWasRejectedStaysDecidedWhenNothingElseIsProposed() {
    Mapping mapping = MappingDocument.parse(TEXT, MappingFixture.FILE).mapping().orElseThrow();
    Suggestions anew =
        new Suggestions(
            List.of(),
            List.of(
                new TargetSuggestion("person", "email", null, List.of()),
                new TargetSuggestion("person", "phone", null, List.of()),
                new TargetSuggestion("person", "tier", null, List.of())));
    Offers offers = Offers.of(anew, mapping);
    assertThat(offers.waiting()).isEmpty();
    assertThat(offers.decided()).isEqualTo(2);
    assertThat(offers.total()).as("nothing was ever suggested for tier").isEqualTo(2);
  }
}
