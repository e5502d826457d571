package dev.crosswalk.app.cli;

import dev.crosswalk.connectors.http.RequestEntry;
import dev.crosswalk.connectors.http.RequestLog;

/** Requests as a command lists them, for people. Secrets are blanked before an entry is made. */
final class RequestLines {
  private RequestLines() {}

  /** One request: method, status, size, address and why; the reason where no answer came. */
  static String of(RequestEntry entry) {
    return entry.method()
        + " "
        + (entry.status() == 0 ? "---" : entry.status())
        + (entry.attempt() > 1 ? " (try " + entry.attempt() + ")" : "")
        + (entry.bytes() < 0 ? "" : " " + Counts.of(entry.bytes(), "byte"))
        + "  "
        + entry.url()
        + "  "
        + entry.why()
        + (entry.failure() == null ? "" : ": " + entry.failure());
  }

  /** How many there were in all, and how many of them were sent again. */
  static String total(RequestLog log) {
    long requests = 0;
    long repeated = 0;
    for (RequestLog.Totals totals : log.totals().values()) {
      requests += totals.requests();
      repeated += totals.repeated();
    }
    return Counts.of(requests, "request") + ", " + repeated + " of them sent again.";
  }
}
