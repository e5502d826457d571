package dev.crosswalk.app.studio.shell;

import java.util.List;
import javafx.scene.Node;

/** One place of the window, selected by the rail. Its view is made once, when first gone to. */
public interface Place {

  /** One of the ids in {@link PlaceIds}. */
  String id();

  /** The word under the icon. */
  String title();

  /** Ikonli literal, such as {@code mdi2h-home-outline}. */
  String icon();

  /** The place's content; the same node at every call. */
  Node view();

  /** Called on the JavaFX thread whenever the place comes to the front. */
  default void shown() {}

  /**
   * Called before {@link #shown()} when somebody came here with something to look at.
   *
   * @param argument what to look at; each place says what it understands and ignores the rest
   */
  default void open(Object argument) {}

  /**
   * Takes the keyboard to where work goes on here; called when a person came here, and again while
   * it says that this is not on show yet and the person does nothing else.
   *
   * @return whether it did
   */
  default boolean focusWork() {
    return true;
  }

  /**
   * What is open and selected here, in a word that {@link #recall} understands; empty = nothing.
   * Kept with the window, so that the next start comes back to it. Holds no secret.
   */
  default String memory() {
    return "";
  }

  /**
   * Opens and selects what {@link #memory()} told at an earlier time; what is gone since is passed
   * over. Called once after a start, when the workspace is open.
   */
  default void recall(String memory) {}

  /** What the command palette offers of this place. */
  default List<Command> commands() {
    return List.of();
  }
}
