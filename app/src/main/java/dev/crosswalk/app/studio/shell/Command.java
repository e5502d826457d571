package dev.crosswalk.app.studio.shell;

import org.jspecify.annotations.Nullable;

/**
 * Something that the command palette offers.
 *
 * @param title what it does, as a person would type it
 * @param group where it belongs, such as the place's title or the object of a field
 * @param icon Ikonli literal
 * @param shortcut how else to reach it, as people read it ({@code Ctrl+1}); null if no other way
 * @param run runs on the JavaFX thread
 */
public record Command(
    String title, String group, String icon, @Nullable String shortcut, Runnable run) {}
