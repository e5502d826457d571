package dev.crosswalk.engine.run;

import org.jspecify.annotations.Nullable;

/**
 * Where one record lies in its batch.
 *
 * @param from first byte
 * @param to behind the last byte
 * @param line the line of the input that it begins in, from 1
 * @param fault why it cannot be read, where that is already known
 */
record RawRecord(int from, int to, long line, @Nullable String fault) {}
