package dev.crosswalk.engine.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Protects that drift, golden records and fingerprints know the fields that expressions read. */
class JsonataReadsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '§',
      value = {
        "Email | Email",
        "$number(Score__c) / 100 | Score__c",
        "Account.Owner.Email | Account.Owner.Email",
        "Account.Owner & Account.Owner.Email | Account.Owner Account.Owner.Email",
        "FirstName & ' ' & LastName | FirstName LastName",
        "'not' & \"a.field\" | §§",
        "email[primary=true].value | email.primary email.value",
        "email[0].value | email.value",
        "`a b`.\"c d\" | a b.c d",
        "Account.(Name & Type) | Account Account.Name Account.Type",
        "$.Email & $$.Phone | Email Phone",
        "$filter(items, function($i) { $i.open }) | items",
        "($x := Amount; $x > 3 ? Big : Small) | Amount Big Small",
        "A and B or C in D | A B C D",
        "and = 1 | and",
        "Total / Count | Count Total",
        "Name ~> /a(b)[/]c/i | Name",
        "$replace(Name, /x y/, Other) | Name Other",
        "items^(>price, name).sku | items.name items.price items.sku",
        "{ 'a': A, 'b': [B, C.D] } | A B C.D",
        "/* not Me */ Me2 | Me2",
        "$count(Cases.records) | Cases.records",
        "items.*.name | items",
        "Rate * Amount % 7 | Amount Rate",
        "$lookup(Map, Key).Field | Key Map",
        "Größe.$string() | Größe",
        "Amount ?: Backup | Amount Backup",
        "1e5 + A.b1 | A.b1"
      })
  void namesThePathsOfARecord(String expression, String paths) {
    assertThat(joined(JsonataReads.of(expression))).isEqualTo(paths);
  }

  private static String joined(Set<List<String>> paths) {
    return paths.stream().map(p -> String.join(".", p)).sorted().collect(Collectors.joining(" "));
  }

  @ParameterizedTest
  @CsvSource({"$record.Owner.Email & $.x, Owner.Email", "$uppercase($) & name, ''"})
  void namesWhatAStepReadsBesideItsValue(String expression, String paths) {
    assertThat(joined(JsonataReads.of(expression, "$record"))).isEqualTo(paths);
  }

  @Property(tries = 300)
  void endsOnAnyText(@ForAll @From("pieces") String expression) {
    assertThatCode(() -> JsonataReads.of(expression)).doesNotThrowAnyException();
  }

  @Provide
  Arbitrary<String> pieces() {
    return Arbitraries.of(
            "a",
            "$",
            "$$",
            ".",
            "[",
            "]",
            "(",
            ")",
            "{",
            "}",
            "'",
            "\"",
            "`",
            "/",
            "*",
            "%",
            "^",
            "\\",
            "\\u12",
            "1.",
            "..",
            " and ",
            "in",
            ":=",
            "function",
            "/*",
            "*/",
            "é",
            "😀")
        .list()
        .ofMaxSize(25)
        .map(parts -> String.join("", parts));
  }
}
