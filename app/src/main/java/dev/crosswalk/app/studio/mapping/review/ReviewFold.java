package dev.crosswalk.app.studio.mapping.review;

import java.util.Locale;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/**
 * Whether the review is folded to a strip: by itself where nothing waits, else as a person chose.
 * Holds no nodes.
 */
public final class ReviewFold {

  /** What a person wants; each word is how it is kept. */
  public enum Choice {
    BY_ITSELF,
    FOLDED,
    OPEN;

    /** In lower case, for a file. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Anything unknown is {@link #BY_ITSELF}. */
    public static Choice ofWord(String word) {
      for (Choice each : values()) {
        if (each.word().equals(word)) {
          return each;
        }
      }
      return BY_ITSELF;
    }
  }

  private final ReadOnlyBooleanWrapper folded = new ReadOnlyBooleanWrapper();
  private Choice choice = Choice.BY_ITSELF;
  private boolean waits = true;

  /**
   * Takes up what is there to review. Stays as it is while an answer is still being looked for, so
   * that nothing jumps twice.
   *
   * @param somethingWaits whether a suggestion waits
   * @param looking whether suggestions are still being looked for
   */
  public void look(boolean somethingWaits, boolean looking) {
    if (somethingWaits || !looking) {
      waits = somethingWaits;
      settle();
    }
  }

  /** A person folds or opens it. What comes by itself needs no choice, so that it stays so. */
  public void toggle() {
    boolean next = !folded.get();
    choice = next == !waits ? Choice.BY_ITSELF : next ? Choice.FOLDED : Choice.OPEN;
    settle();
  }

  private void settle() {
    folded.set(
        switch (choice) {
          case BY_ITSELF -> !waits;
          case FOLDED -> true;
          case OPEN -> false;
        });
  }

  /** Takes up a choice of an earlier session. */
  public void choose(Choice kept) {
    choice = kept;
    settle();
  }

  public Choice choice() {
    return choice;
  }

  public ReadOnlyBooleanProperty folded() {
    return folded.getReadOnlyProperty();
  }
}
