package dev.crosswalk.engine.run;

/**
 * How far a run is: everything before the mark has been written, nothing behind it.
 *
 * @param outBytes length of the output so far
 * @param rejectBytes length of the rejects so far
 */
public record RunState(Mark mark, Counts counts, long outBytes, long rejectBytes) {
  public static final RunState START = new RunState(Mark.START, Counts.NONE, 0, 0);
}
