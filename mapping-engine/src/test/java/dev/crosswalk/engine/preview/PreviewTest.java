package dev.crosswalk.engine.preview;

import static dev.crosswalk.engine.transform.Mappings.from;
import static dev.crosswalk.engine.transform.Mappings.list;
import static dev.crosswalk.engine.transform.Mappings.record;
import static dev.crosswalk.engine.transform.Mappings.step;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.engine.preview.PreviewResult.Coverage;
import dev.crosswalk.engine.transform.CompiledMapping;
import dev.crosswalk.engine.transform.Mappings;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** The preview counts what became of each target, and is quick enough for every keystroke. */
class PreviewTest {

  @Test
  void coverageCountsEachTargetAndSortsTheWorstFirst() {
    CompiledMapping mapping =
        CompiledMapping.compile(
            Mappings.of(
                Map.of(
                    "email", from("Email", step("email")),
                    "name", from("Name", step("trim")),
                    "phone", from("Phone", step("phone", "onInvalid", "null")))),
            null,
            null);
    PreviewResult result =
        Preview.run(
            mapping,
            List.of(
                record("Email", "a@example.com", "Name", " Ada ", "Phone", "x"),
                record("Email", "nobody", "Name", "Ada"),
                record("Email", "", "Name", null)));
    assertThat(result.rejected()).isEqualTo(1);
    assertThat(result.filtered()).isZero();
    assertThat(result.outcomes()).hasSize(3);
    assertThat(result.coverage())
        .containsExactly(
            new Coverage("email", 3, 2, 0, 1, 0, 1, 1, 1, 1),
            new Coverage("name", 3, 3, 0, 0, 0, 2, 1, 1, -1),
            new Coverage("phone", 3, 1, 2, 0, 1, 0, 0, 1, -1));
    assertThat(result.worstFirst().stream().map(Coverage::target))
        .containsExactly("email", "phone", "name");
  }

  @Test
  void valuesAreShownOnOneLine() {
    assertThat(Values.shown(null)).isEqualTo("null");
    assertThat(Values.shown("")).isEqualTo("\"\"");
    assertThat(Values.shown("a\r\nb")).isEqualTo("a⏎b");
    assertThat(Values.shown(list("a", 1L, null, record("k", 0.5))))
        .isEqualTo("[a, 1, null, {k: 0.5}]");
    assertThat(Values.shown("abcdef", 3)).isEqualTo("abc…");
  }

  @Property(tries = 200)
  void everyTextIsShownWithoutBreaks(@ForAll String text) {
    assertThat(Values.shown(text)).doesNotContain("\n", "\r").isNotEmpty();
  }
}
