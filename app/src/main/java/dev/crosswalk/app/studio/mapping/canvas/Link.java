package dev.crosswalk.app.studio.mapping.canvas;

import dev.crosswalk.app.studio.shell.Texts;
import java.util.List;

/**
 * What feeds one target, or may feed it.
 *
 * @param target path of the target field on the board
 * @param sources paths of the source fields on the board, at least one
 * @param score 0 to 1; NaN where a person made it by hand
 * @param chip what happens on the way, in short ({@code trim · email}); empty if nothing
 * @param clash whether the types cannot work together as they stand
 */
public record Link(
    String target, List<String> sources, Kind kind, double score, String chip, boolean clash) {

  public Link {
    sources = List.copyOf(sources);
  }

  /** How sure the link is. */
  public enum Kind {
    HAND,
    ACCEPTED,
    SUGGESTED
  }

  /** The bands in which links share a colour; each also has a number of ticks at the end. */
  public enum Band {
    HAND,
    HIGH,
    MIDDLE,
    LOW
  }

  public Band band() {
    if (Double.isNaN(score)) {
      return Band.HAND;
    }
    return score >= 0.9 ? Band.HIGH : score >= 0.6 ? Band.MIDDLE : Band.LOW;
  }

  public boolean suggested() {
    return kind == Kind.SUGGESTED;
  }

  /** {@code 0.71}, or empty for a link made by hand. */
  public String number(Texts texts) {
    return Double.isNaN(score) ? "" : texts.score(score);
  }
}
