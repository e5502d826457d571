package dev.crosswalk.engine.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Protects that evidence is a map like any other, in its order, that nobody can change. */
class StrengthsTest {
  private final Map<String, Double> plain = new LinkedHashMap<>();

  StrengthsTest() {
    plain.put("words", 0.5);
    plain.put("name", 1.0);
    plain.put("label", 0.0);
  }

  @Test
  void itIsTheSameMapInTheSameOrder() {
    Strengths strengths = Strengths.copyOf(plain);
    assertThat(strengths).isEqualTo(plain).containsExactlyEntriesOf(plain);
    assertThat(strengths.get("name")).isEqualTo(1.0);
    assertThat(strengths.get("type")).isNull();
    assertThat(strengths.containsKey("label")).isTrue();
    assertThat(Strengths.copyOf(strengths)).isSameAs(strengths);
  }

  @Test
  void nobodyChangesIt() {
    Strengths strengths = Strengths.copyOf(plain);
    plain.put("type", 0.1);
    assertThat(strengths).hasSize(3);
    assertThatThrownBy(() -> strengths.put("type", 0.1))
        .isInstanceOf(UnsupportedOperationException.class);
  }
}
