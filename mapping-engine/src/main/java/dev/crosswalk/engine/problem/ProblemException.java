package dev.crosswalk.engine.problem;

import java.util.List;

/** Carries problems to where they can be shown, when the work cannot go on without a person. */
public class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  public ProblemException(Problem problem) {
    this(List.of(problem));
  }

  public ProblemException(Problem problem, Throwable cause) {
    super(problem.toString(), cause);
    this.problems = List.of(problem);
  }

  public ProblemException(List<Problem> problems) {
    super(String.join("\n", problems.stream().map(Problem::toString).toList()));
    this.problems = List.copyOf(problems);
  }

  /** At least one. */
  public List<Problem> problems() {
    return problems;
  }

  /** The first problem, which is the one to show where there is room for one. */
  public Problem problem() {
    return problems.get(0);
  }
}
