package dev.crosswalk.app.studio.mapping.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.app.studio.mapping.inspector.ValueCounts.Count;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Protects: what the inspector says of samples is counted, and a mask hides what they say. */
class ValueCountsTest {

  @Test
  void frequentValuesComeFirstAndBlankOnesAreMissing() {
    ValueCounts counts =
        ValueCounts.of(
            List.of(
                Map.of("t", "Gold"),
                Map.of("t", "Silver"),
                Map.of("t", "Gold"),
                Map.of("t", " "),
                Map.of("other", 1),
                Map.of("t", List.of("Gold", "New"))),
            "t");
    assertThat(counts.most())
        .containsExactly(new Count("Gold", 3), new Count("Silver", 1), new Count("New", 1));
    assertThat(counts.filled()).isEqualTo(4);
    assertThat(counts.records()).isEqualTo(6);
    assertThat(counts.distinct()).isEqualTo(3);
  }

  @Test
  void aMaskKeepsTheShape() {
    assertThat(Masking.mask("Ann.Lee-42@example.com")).isEqualTo("Xxx.Xxx-00@xxxxxxx.xxx");
  }

  @Property(tries = 200)
  void aMaskedTextHasNoLetterOrDigitOfTheOriginal(@ForAll String text) {
    String masked = Masking.mask(text);
    assertThat(masked.codePoints().filter(Character::isLetterOrDigit))
        .allMatch(c -> c == 'x' || c == 'X' || c == '0');
    assertThat(Masking.mask(masked)).isEqualTo(masked);
  }
}
