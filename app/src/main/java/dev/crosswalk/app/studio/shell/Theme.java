package dev.crosswalk.app.studio.shell;

import java.util.Locale;

/** What a person chose: light, dark, or what the system has. */
public enum Theme {
  SYSTEM,
  LIGHT,
  DARK;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The theme with this word; {@link #SYSTEM} for any other. */
  public static Theme ofWord(String word) {
    for (Theme theme : values()) {
      if (theme.word().equals(word)) {
        return theme;
      }
    }
    return SYSTEM;
  }
}
