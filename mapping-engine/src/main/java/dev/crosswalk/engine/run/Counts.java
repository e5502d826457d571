package dev.crosswalk.engine.run;

/**
 * What became of records. Always {@code in == out + rejected + filtered}.
 *
 * @param in records read, the malformed ones included
 * @param out records written
 * @param rejected records that a field rejects, or that could not be read
 * @param filtered records that the row filter left out
 * @param warned records among {@code out} with a warning
 */
public record Counts(long in, long out, long rejected, long filtered, long warned) {
  public static final Counts NONE = new Counts(0, 0, 0, 0, 0);

  public Counts plus(Counts more) {
    return new Counts(
        in + more.in,
        out + more.out,
        rejected + more.rejected,
        filtered + more.filtered,
        warned + more.warned);
  }
}
