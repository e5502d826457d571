package dev.crosswalk.engine.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Protects that scores promise no more than data of other people keep. */
class CautionTest {
  @Test
  void aFewEasySetsRaiseNoPromise() {
    Calibration hard = learned(0);
    Calibration both = learned(3);
    for (double z = -20; z <= 30; z += 1) {
      assertThat(both.probability(z)).as("at %s", z).isCloseTo(hard.probability(z), within(0.02));
    }
  }

  @Test
  void itNeverFallsAndFollowsWhatIsRight() {
    Map<Double, Double> points = learned(0).points();
    double before = 0;
    for (double p : points.values()) {
      assertThat(p).isGreaterThanOrEqualTo(before);
      before = p;
    }
    assertThat(learned(0).probability(-10)).isLessThan(0.4);
    assertThat(learned(0).probability(20)).isGreaterThan(0.8);
  }

  /** Nine sets in which three in ten are right at -10 and nine in ten at 20, and easy ones. */
  private static Calibration learned(int easy) {
    Caution caution = new Caution();
    for (int set = 0; set < 9; set++) {
      for (int i = 0; i < 10; i++) {
        caution.add("hard" + set, -10, i < 3);
        caution.add("hard" + set, 20, i < 9);
      }
    }
    for (int set = 0; set < easy; set++) {
      for (int i = 0; i < 10; i++) {
        caution.add("easy" + set, -10, true);
        caution.add("easy" + set, 20, true);
      }
    }
    return caution.calibration();
  }
}
