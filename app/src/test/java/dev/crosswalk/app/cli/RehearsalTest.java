package dev.crosswalk.app.cli;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Protects quick starts: what Java watches after a build must be commands that work. */
class RehearsalTest {
  @TempDir Path folder;

  @Test
  void everyCommandOfItWorks() {
    assertThatCode(() -> new Rehearsal(folder).run()).doesNotThrowAnyException();
  }
}
