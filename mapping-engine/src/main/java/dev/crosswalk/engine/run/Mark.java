package dev.crosswalk.engine.run;

/**
 * A place between two records of the input, from which reading can go on.
 *
 * @param offset bytes before it (of the unpacked input)
 * @param line the line that it lies in, from 1
 * @param lineStart offset of that line's first byte
 * @param records records before it
 * @param sum CRC-32C of the bytes before it
 */
public record Mark(long offset, long line, long lineStart, long records, long sum) {
  public static final Mark START = new Mark(0, 1, 0, 0, 0);
}
