package dev.crosswalk.engine.match;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Why something is suggested: what speaks for it and against it, in the order in which it is said.
 *
 * @param clauses none where nothing is said
 */
public record Why(List<Clause> clauses) {
  /** Nothing is said. */
  public static final Why NOTHING = new Why(List.of());

  public Why {
    clauses = List.copyOf(clauses);
  }

  /** How a reason follows what was said before. */
  public enum Joint {
    /** One more of the same. */
    AND(", "),
    /** It speaks against what was said before. */
    BUT(", but "),
    /** Of another sort than what was said before. */
    ASIDE("; ");

    private final String english;

    Joint(String english) {
      this.english = english;
    }

    /** What stands between the two. */
    public String english() {
      return english;
    }
  }

  /**
   * A reason in its place.
   *
   * @param joint how it follows; of no meaning for the first
   */
  public record Clause(Joint joint, Reason reason) {}

  static Why of(Reason... reasons) {
    return of(List.of(reasons));
  }

  static Why of(List<Reason> reasons) {
    return new Why(reasons.stream().map(r -> new Clause(Joint.AND, r)).toList());
  }

  Why then(Joint joint, Reason reason) {
    return then(joint, of(reason));
  }

  Why then(Joint joint, Why next) {
    List<Clause> all = new ArrayList<>(clauses);
    for (Clause clause : next.clauses) {
      boolean first = all.size() == clauses.size();
      all.add(first ? new Clause(joint, clause.reason()) : clause);
    }
    return new Why(all);
  }

  /** One sentence without a stop, as the command line has it; empty where nothing is said. */
  public String english() {
    return said(Joint::english, Reason::english);
  }

  /**
   * One sentence in the language of the two.
   *
   * @param joint what stands before a reason that follows another
   */
  public String said(Function<Joint, String> joint, Function<Reason, String> reason) {
    StringBuilder out = new StringBuilder();
    for (Clause clause : clauses) {
      out.append(out.isEmpty() ? "" : joint.apply(clause.joint()));
      out.append(reason.apply(clause.reason()));
    }
    return out.toString();
  }
}
