package dev.crosswalk.engine.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.engine.problem.Problem;
import org.junit.jupiter.api.Test;

/**
 * Protects: a source is never used twice by accident, and no question stays open for a customer.
 */
class MappingCheckTest {

  private static final String TWICE =
      MappingDocumentTest.FILE.replace("from: Phone", "from: Email");

  @Test
  void aSourceFeedsOneTargetUnlessSomebodySaysOtherwise() {
    MappingDocument document = MappingDocument.parse(TWICE, "m.yaml");

    assertThat(MappingCheck.check(document.mapping().orElseThrow(), false, document::place))
        .singleElement()
        .satisfies(p -> {
          assertThat(p.code()).isEqualTo("source-shared");
          assertThat(p.what()).contains("'Email'", "'email'", "'phone'");
          assertThat(p.place().line()).isEqualTo(24);
        });
    MappingDocument shared =
        MappingDocument.parse(
            TWICE.replace("    use: [{ phone", "    shared: true\n    use: [{ phone"), "m.yaml");
    assertThat(MappingCheck.check(shared.mapping().orElseThrow(), false, shared::place)).isEmpty();
  }

  @Test
  void itIsEnoughThatAnyOfTheTwoSaysSo() {
    MappingDocument earlier =
        MappingDocument.parse(
            TWICE
                .replace("    from: Email\n", "    from: Email\n    shared: true\n")
                .replaceFirst("(phone:\n    from: Email\n)    shared: true\n", "$1"),
            "m.yaml");

    assertThat(earlier.mapping().orElseThrow().fields().get("email").shared()).isTrue();
    assertThat(earlier.mapping().orElseThrow().fields().get("phone").shared()).isFalse();
    assertThat(MappingCheck.check(earlier.mapping().orElseThrow(), false, earlier::place))
        .isEmpty();
  }

  @Test
  void aCustomersMappingHasNoOpenQuestion() {
    MappingDocument document = MappingDocument.parse(MappingDocumentTest.FILE, "m.yaml");

    assertThat(MappingCheck.check(document.mapping().orElseThrow(), true, document::place))
        .extracting(Problem::code)
        .containsExactly("ask-open");
  }
}
