package dev.crosswalk.app.studio.shell;

import org.jspecify.annotations.Nullable;

/**
 * Where the window goes.
 *
 * @param place one of the ids in {@link PlaceIds}
 * @param argument what to look at there; null if nothing in particular
 * @param number grows with each move, so that going to the same place again is a move too
 */
public record Route(String place, @Nullable Object argument, long number) {}
