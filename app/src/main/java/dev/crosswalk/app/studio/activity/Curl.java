package dev.crosswalk.app.studio.activity;

import dev.crosswalk.connectors.http.RequestEntry;

/** A request as a command for a shell. Secrets were blanked before the entry was made. */
final class Curl {
  private Curl() {}

  static String of(RequestEntry entry) {
    StringBuilder text = new StringBuilder("curl -i");
    if (!entry.method().equals("GET")) {
      text.append(" -X ").append(entry.method());
    }
    entry
        .headers()
        .forEach(h -> text.append(" \\\n  -H ").append(quote(h.getKey() + ": " + h.getValue())));
    return text.append(" \\\n  ").append(quote(entry.url())).toString();
  }

  /** In single quotes, so that a shell takes nothing in it for its own. */
  private static String quote(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
