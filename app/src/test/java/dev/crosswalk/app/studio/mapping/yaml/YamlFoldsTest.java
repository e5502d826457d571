package dev.crosswalk.app.studio.mapping.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Protects: a part folds with all that stands deeper, and nothing else. */
class YamlFoldsTest {

  @Test
  void aPartEndsBeforeTheNextLineThatStandsNoDeeper() {
    String text =
        """
        fields:
          email:
            from: Email

          phone:
            from: Phone
            use:
              - trim
        rejected: {}
        """;
    assertThat(YamlFolds.of(text))
        .containsExactlyInAnyOrderEntriesOf(Map.of(0, 7, 1, 2, 4, 7, 6, 7));
  }

  @Test
  void aFlatTextHasNothingToFold() {
    assertThat(YamlFolds.of("a: 1\nb: 2\n")).isEmpty();
    assertThat(YamlFolds.of("")).isEmpty();
  }
}
