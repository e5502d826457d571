package dev.crosswalk.connectors.http;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What a person looks for among the requests.
 *
 * @param connection only of this one; empty = of all
 * @param failedOnly only those that failed
 * @param text part of the address, the reason or the status, capitals do not matter; empty = any
 */
public record RequestFilter(Optional<String> connection, boolean failedOnly, String text)
    implements Predicate<RequestEntry> {
  /** All of them. */
  public static final RequestFilter ALL = new RequestFilter(Optional.empty(), false, "");

  @Override
  public boolean test(RequestEntry entry) {
    String wanted = text.strip().toLowerCase(Locale.ROOT);
    return connection.map(entry.connection()::equals).orElse(true)
        && (!failedOnly || entry.failed())
        && (wanted.isEmpty()
            || (entry.method() + " " + entry.url() + " " + entry.why() + " " + entry.status())
                .toLowerCase(Locale.ROOT)
                .contains(wanted));
  }
}
