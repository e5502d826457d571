package dev.crosswalk.connectors.sandbox.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

/** Protects the parser: what is written comes back, and no text makes it fail otherwise. */
class SoqlParserTest {
  @Property(tries = 200)
  void readsBackWhatIsWritten(
      @ForAll @Size(min = 1, max = 6)
          List<@AlphaChars @StringLength(min = 1, max = 8) String> names,
      @ForAll String value,
      @ForAll @IntRange(max = 2000) int limit) {
    List<String> fields = names.stream().map(n -> "F" + n + "__c").toList();
    String literal = value.replace("\\", "\\\\").replace("'", "\\'");
    String text =
        "select %s from Thing__c where Name = '%s' order by Id desc limit %d"
            .formatted(String.join(" ,", fields), literal, limit);
    Soql query = SoqlParser.parse(text);
    assertThat(
            query.select().stream()
                .map(i -> ((Soql.Item.Field) i).name().text())
                .collect(Collectors.toList()))
        .isEqualTo(fields);
    assertThat(query.from()).isEqualTo("Thing__c");
    assertThat(query.limit()).isEqualTo(limit);
    assertThat(((Soql.Condition.Compare) query.where()).value().value()).isEqualTo(value);
  }

  @Property(tries = 300)
  void anyTextIsReadOrRefused(@ForAll String text) {
    assertThatCode(
            () -> {
              try {
                SoqlParser.parse("SELECT Id FROM X WHERE " + text);
              } catch (Soql.Malformed e) {
                assertThat(e).hasMessageContaining("ERROR at Row:1:Column:");
              }
            })
        .doesNotThrowAnyException();
  }
}
