package dev.crosswalk.engine.text;

import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.ProblemException;

/** An expression that cannot be read, with the character at which reading stopped. */
public final class JsonataSyntaxException extends ProblemException {
  private static final long serialVersionUID = 1L;

  private final int at;

  JsonataSyntaxException(int at, Problem problem) {
    super(problem);
    this.at = at;
  }

  /** The first character is 0; at most the length of the expression. */
  public int at() {
    return at;
  }
}
