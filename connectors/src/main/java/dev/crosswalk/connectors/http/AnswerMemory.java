package dev.crosswalk.connectors.http;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the answers of a discovery, so that one that was cut goes on where it stopped, and the
 * next asks only for what has changed. Raw answers are kept, not what was made of them: a better
 * definition makes more of the same answer. Losing it loses nothing but time. Thread-safe.
 */
public interface AnswerMemory {

  /** Remembers nothing. */
  AnswerMemory NONE =
      fingerprint ->
          new Run() {
            @Override
            public Optional<Remembered> find(String key) {
              return Optional.empty();
            }

            @Override
            public void keep(String key, Remembered answer) {}

            @Override
            public void keepAgain(String key) {}

            @Override
            public void flush() {}

            @Override
            public void finish(boolean keepAll) {}
          };

  /**
   * Starts a discovery, or goes on with one that was cut not long ago.
   *
   * @param fingerprint of the connection's settings: after a change nothing remembered is used
   */
  Run begin(String fingerprint);

  /** One discovery. */
  interface Run {
    /**
     * When the cut discovery that this one goes on with began; empty where this is a new one, or
     * where that is so short a time ago that nobody need be told.
     */
    default Optional<Instant> goesOnFrom() {
      return Optional.empty();
    }

    Optional<Remembered> find(String key);

    /** Keeps an answer as one of this run. */
    void keep(String key, Remembered answer);

    /** Makes an earlier answer, unchanged, one of this run. */
    void keepAgain(String key);

    /** What is kept is on disk when this returns: the discovery was cut. */
    void flush();

    /**
     * The discovery is complete.
     *
     * @param keepAll false = keep only answers that the system can be asked about later, by etag or
     *     date
     */
    void finish(boolean keepAll);
  }

  /**
   * @param headers those that paging and conditional requests need
   * @param ofThisRun read in this run, or in the one that it goes on with
   */
  record Remembered(
      int status,
      String url,
      Map<String, String> headers,
      @Nullable Object body,
      boolean ofThisRun) {
    public Remembered {
      headers = Map.copyOf(headers);
    }
  }
}
