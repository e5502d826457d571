package dev.crosswalk.app.studio.mapping.code;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.app.studio.mapping.MappingFixture;
import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.FieldType;
import dev.crosswalk.engine.schema.SchemaObject;
import dev.crosswalk.engine.text.YamlCompletion.Option;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Protects: a path that leads nowhere is told with the one that was meant, and no good one is. */
class PathHelpTest {
  private static final SchemaObject ACCOUNT =
      SchemaObject.of(
          "Account",
          List.of(
              Field.builder("Industry", FieldType.STRING).build(),
              Field.builder("OwnerId", FieldType.REFERENCE)
                  .references(List.of("User"))
                  .relationship("Owner")
                  .build()));
  private final PathHelp known = new PathHelp(MappingFixture.contact(), List.of(ACCOUNT));

  @ParameterizedTest
  @CsvSource({
    "Emial,Emial,Email",
    "'Email, LastNam',LastNam,LastName",
    "Business Phone,Business Phone,Phone",
    "Account.Industy,Account.Industy,Account.Industry",
    "Nonsense,Nonsense,",
    "Account.Owner.Name,,",
    "Account.Onwer.Name,Account.Onwer.Name,Account.OwnerId",
    "Email.Host.Name.Very.Long,,"
  })
  void saysWhichIsUnknownAndWhatWasMeant(String text, String path, String nearest) {
    assertThat(known.unknown(text))
        .isEqualTo(
            Optional.ofNullable(path)
                .map(p -> new PathHelp.Unknown(p, Optional.ofNullable(nearest))));
  }

  @Test
  void behindAReferenceOfWhichNothingIsKnownAnyNameMayStand() {
    PathHelp blind = new PathHelp(MappingFixture.contact(), List.of());
    assertThat(blind.unknown("Account.Anything")).isEmpty();
    assertThat(blind.unknown("Acount.Anything")).isPresent();
  }

  @Test
  void completesAfterTheLastComma() {
    String text = "Email, reg";
    var completion = known.complete(text, text.length());
    assertThat(completion.from()).isEqualTo(7);
    assertThat(completion.options())
        .extracting(Option::text)
        .containsExactly("Region__c", "Region_Legacy__c", "Sales_Region__c");
    assertThat(known.complete("Account.", 8).options())
        .extracting(Option::text)
        .containsExactly("Account.Industry", "Account.OwnerId");
    assertThat(known.complete(",Email", 0).from()).isZero();
  }
}
