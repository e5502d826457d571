package dev.crosswalk.connectors.http;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request that went out. Holds no secret: header values, query values and bodies that could
 * carry one are blanked before this is made.
 *
 * @param connection name of the connection
 * @param why what it was sent for, such as {@code describe Account}
 * @param status HTTP status; 0 where no answer came
 * @param bytes size of the answer's body, unpacked; negative where none came
 * @param attempt 1 for the first try
 * @param limits the answer's rate-limit headers
 * @param failure the reason where no answer came; null otherwise
 */
public record RequestEntry(
    Instant at,
    String connection,
    String why,
    String method,
    String url,
    List<Map.Entry<String, String>> headers,
    int status,
    Duration took,
    long bytes,
    int attempt,
    Map<String, String> limits,
    @Nullable String failure) {
  /**
   * The {@link #failure} of a request that was given up because a person or the program said so.
   */
  public static final String CANCELLED = "Cancelled.";

  public RequestEntry {
    headers = List.copyOf(headers);
    limits = Map.copyOf(limits);
  }

  /** Given up before an answer came, which says nothing about the system. */
  public boolean cancelled() {
    return status == 0 && CANCELLED.equals(failure);
  }

  /** No answer although one was waited for, or one that says no. */
  public boolean failed() {
    return (status == 0 && !cancelled()) || status >= 400;
  }
}
