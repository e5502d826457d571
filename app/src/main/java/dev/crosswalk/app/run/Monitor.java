package dev.crosswalk.app.run;

import dev.crosswalk.engine.run.Counts;

/** Watches a run. Called on any thread, never on two at once. */
public interface Monitor {

  /**
   * @param read bytes of the input read so far, packed as they lie in the file
   * @param size bytes of the input; negative where nobody knows
   */
  void at(Counts counts, long read, long size);

  /** True once nobody wants the run any more. */
  boolean cancelled();
}
