package dev.crosswalk.connectors.http;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came back.
 *
 * @param url the address that answered, after redirects, as the definition knows it
 * @param headers by lower-case name, several values joined by a comma
 * @param body JSON as maps and lists, or the text where it is not JSON; null if empty
 * @param json whether the body was read as JSON
 * @param bytes size of the body, unpacked
 */
public record Answer(
    int status,
    String url,
    Map<String, String> headers,
    @Nullable Object body,
    boolean json,
    long bytes) {

  public Answer {
    headers = Map.copyOf(headers);
  }

  /** One that was part of another, or is remembered. */
  public Answer(
      int status, String url, Map<String, String> headers, @Nullable Object body, boolean json) {
    this(status, url, headers, body, json, 0);
  }

  public @Nullable String header(String name) {
    return headers.get(name.toLowerCase(Locale.ROOT));
  }

  public boolean ok() {
    return status >= 200 && status < 300;
  }

  /** For the expressions of the error rules. */
  Map<String, @Nullable Object> forRules() {
    Map<String, @Nullable Object> map = new java.util.HashMap<>();
    map.put("status", status);
    map.put("headers", headers);
    map.put("body", body);
    return map;
  }
}
