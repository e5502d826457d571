package dev.crosswalk.app.studio.mapping.code;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.app.studio.mapping.MappingFixture;
import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.FieldType;
import dev.crosswalk.engine.text.YamlCompletion.Completion;
import dev.crosswalk.engine.text.YamlCompletion.Option;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Protects: fields and functions are offered as an expression writes them, faults have a place. */
class ExpressionHelpTest {
  private final ExpressionHelp help = new ExpressionHelp(fields());

  private static List<Field> fields() {
    List<Field> fields = new ArrayList<>(MappingFixture.contact().fields());
    fields.add(Field.builder("My field", FieldType.STRING).build());
    return fields;
  }

  private List<String> at(String text) {
    return help.complete(text, text.length()).options().stream().map(Option::text).toList();
  }

  @Test
  void fieldsThatBeginSoComeBeforeThoseThatHoldIt() {
    assertThat(at("Region"))
        .startsWith("Region__c", "Region_Legacy__c")
        .contains("Sales_Region__c");
    assertThat(at("FirstName & ' ' & Last")).containsExactly("LastName");
  }

  @Test
  void aFieldThatIsNoWordStandsInBackticks() {
    assertThat(at("My")).contains("`My field`");
  }

  @Test
  void aDollarOffersFunctionsOnly() {
    assertThat(at("$upper")).containsExactly("$uppercase(");
    Completion all = help.complete("$", 1);
    assertThat(all.options()).hasSizeGreaterThan(40).allMatch(o -> o.text().startsWith("$"));
    assertThat(all.from()).isZero();
  }

  @Test
  void everyOfferedFunctionIsOneThatMappingsMayUse() {
    for (Option function : help.complete("$", 1).options()) {
      assertThat(ExpressionHelp.fault(function.text() + ")")).as(function.text()).isEmpty();
    }
  }

  @Test
  void aNameThatNothingHasIsAFaultAtItsPlaceUnlessItIsGivenAValue() {
    ExpressionHelp.Fault unknown = ExpressionHelp.fault("Email & $upp(LastName)").orElseThrow();
    assertThat(unknown.at()).isEqualTo(8);
    assertThat(unknown.problem().what()).contains("$upp");
    for (String fine :
        List.of(
            "($x := Email; $x & 'a')",
            "$map([1, 2], function($v, $i) { $v + $i })",
            "'costs $much' & $uppercase(Email)",
            "$replace(Email, /a$b/, '')",
            "$ & $$.Email",
            "$reduce([1], $max)",
            "Amount / 100 & $string(Total) / 2")) {
      assertThat(ExpressionHelp.fault(fine)).as(fine).isEmpty();
    }
  }

  @Test
  void nothingIsOfferedInsideAString() {
    assertThat(at("\"Reg")).isEmpty();
  }

  @Test
  void aFaultHasThePlaceAtWhichReadingStopped() {
    assertThat(ExpressionHelp.fault("FirstName & LastName")).isEmpty();
    ExpressionHelp.Fault open = ExpressionHelp.fault("Email & 'abc").orElseThrow();
    assertThat(open.at()).isEqualTo(8);
    assertThat(open.problem().what()).contains("not closed");
    assertThat(ExpressionHelp.fault("Email & $now()").orElseThrow().at()).isEqualTo(8);
    assertThat(ExpressionHelp.fault("Email )").orElseThrow().at()).isBetween(5, 7);
  }
}
