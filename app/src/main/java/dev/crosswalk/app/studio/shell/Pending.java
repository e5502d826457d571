package dev.crosswalk.app.studio.shell;

import javafx.scene.Node;

/**
 * Inputs that hand over what was typed after a short pause. Before something is saved they are
 * asked to hand it over at once.
 */
public final class Pending {
  private static final String GIVE = "give";

  private Pending() {}

  /** Notes how an input hands over what was typed into it. */
  public static void givesBy(Node input, Runnable give) {
    input.getProperties().put(GIVE, give);
  }

  /** The input hands over now; a node that is none does nothing. */
  public static void settle(Node input) {
    if (input.getProperties().get(GIVE) instanceof Runnable give) {
      give.run();
    }
  }
}
