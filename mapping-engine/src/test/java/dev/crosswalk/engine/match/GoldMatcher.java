package dev.crosswalk.engine.match;

import java.util.List;

/** Anything that scores the pairs of a gold set, to be measured beside the others. */
interface GoldMatcher {
  /** The name in the table. */
  String shown();

  /** All pairs that it has a score for, within the paired objects, in any order. */
  List<Scored> score(GoldSet set);

  /**
   * One pair.
   *
   * @param sources one, or several for many-to-one; {@code object.field}
   */
  record Scored(String target, List<String> sources, double score) {}
}
