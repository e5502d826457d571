package dev.crosswalk.app.studio.shell;

import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/** The window's key combinations, and how people of this system read them. */
public final class Keys {
  public static final KeyCombination SAVE = shortcut(KeyCode.S);
  public static final KeyCombination UNDO = shortcut(KeyCode.Z);
  public static final KeyCombination REDO = shifted(KeyCode.Z);
  public static final KeyCombination LARGER = shortcut(KeyCode.PLUS);
  public static final KeyCombination SMALLER = shortcut(KeyCode.MINUS);
  static final KeyCombination PALETTE = shortcut(KeyCode.K);
  static final KeyCombination PALETTE_TOO = shifted(KeyCode.P);
  static final KeyCombination SETTINGS = shortcut(KeyCode.COMMA);

  /** As browsers have it; on a Mac, Alt and an arrow go by a word in a text. */
  static final KeyCombination BACK =
      System.getProperty("os.name", "").startsWith("Mac")
          ? shortcut(KeyCode.OPEN_BRACKET)
          : new KeyCodeCombination(KeyCode.LEFT, KeyCombination.ALT_DOWN);

  private static final List<KeyCode> DIGITS =
      List.of(
          KeyCode.DIGIT1,
          KeyCode.DIGIT2,
          KeyCode.DIGIT3,
          KeyCode.DIGIT4,
          KeyCode.DIGIT5,
          KeyCode.DIGIT6,
          KeyCode.DIGIT7,
          KeyCode.DIGIT8,
          KeyCode.DIGIT9);

  private Keys() {}

  private static KeyCombination shortcut(KeyCode code) {
    return new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN);
  }

  private static KeyCombination shifted(KeyCode code) {
    return new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
  }

  /**
   * What goes to a place of the rail.
   *
   * @param number of the place from the top, from 1 to 9
   */
  static KeyCombination place(int number) {
    return shortcut(DIGITS.get(number - 1));
  }

  /** {@code Ctrl+S}, or with the command sign on a Mac; keys as they are called in the language. */
  public static String shown(KeyCombination keys, Texts texts) {
    return texts.keys(keys.getDisplayText());
  }

  /** {@code Undo accept email (Ctrl+Z)}. */
  public static String with(String words, KeyCombination keys, Texts texts) {
    return words + " (" + shown(keys, texts) + ")";
  }
}
