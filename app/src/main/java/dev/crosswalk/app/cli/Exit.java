package dev.crosswalk.app.cli;

import dev.crosswalk.engine.problem.ProblemException;
import java.util.function.Supplier;

/** The exit statuses, and what leads to the last of them. */
final class Exit {
  static final int FINE = 0;
  static final int FINDINGS = 1;

  /** Wrong arguments, or a file that cannot be read or written. */
  static final int INPUT = 2;

  /** A system could not be reached or refused the login. */
  static final int SYSTEM = 3;

  private Exit() {}

  /** Says that the problems of some work come from a system and not from what the person gave. */
  static final class SystemFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final ProblemException problems;

    SystemFailed(ProblemException problems) {
      super(problems);
      this.problems = problems;
    }

    ProblemException problems() {
      return problems;
    }
  }

  /** Runs work that talks to a system; what fails on this machine is not the system's failure. */
  static <T> T remote(Supplier<T> work) {
    try {
      return work.get();
    } catch (ProblemException e) {
      if (e.problems().stream().anyMatch(p -> p.code().startsWith("remote-"))) {
        throw new SystemFailed(e);
      }
      throw e;
    }
  }
}
