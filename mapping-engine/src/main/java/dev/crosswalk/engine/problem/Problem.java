package dev.crosswalk.engine.problem;

import org.jspecify.annotations.Nullable;

/**
 * Something that a person can act on: what is wrong, where, why, and what to do next.
 *
 * @param severity how much it matters
 * @param code stable short word for scripts and for suppressing, such as {@code yaml-syntax}
 * @param place where; null where the problem has no file
 * @param what what is wrong and why, naming the thing, one sentence
 * @param next what to do about it, one sentence; empty only where nothing can be done
 */
public record Problem(
    Severity severity, String code, @Nullable Place place, String what, String next) {

  public static Problem error(String code, @Nullable Place place, String what, String next) {
    return new Problem(Severity.ERROR, code, place, what, next);
  }

  public static Problem warning(String code, @Nullable Place place, String what, String next) {
    return new Problem(Severity.WARNING, code, place, what, next);
  }

  public static Problem info(String code, @Nullable Place place, String what, String next) {
    return new Problem(Severity.INFO, code, place, what, next);
  }

  public boolean isError() {
    return severity == Severity.ERROR;
  }

  /** What, and what to do. */
  public String words() {
    return next.isEmpty() ? what : what + " " + next;
  }

  /** One line for a terminal: place, what, next. */
  @Override
  public String toString() {
    return (place == null ? "" : place + ": ") + words();
  }
}
