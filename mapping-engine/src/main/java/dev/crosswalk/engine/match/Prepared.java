package dev.crosswalk.engine.match;

import java.util.Set;

/** A request whose fields were compared once, to be asked again after each decision. Immutable. */
@FunctionalInterface
public interface Prepared {

  /**
   * The answer with these decisions in mind; the same as a fresh one.
   *
   * @param shared targets ({@code object.field}) that take a source even where another target has
   *     it
   */
  Suggestions suggest(History decisions, Set<String> shared);
}
