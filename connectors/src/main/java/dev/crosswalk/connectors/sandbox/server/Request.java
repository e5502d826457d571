package dev.crosswalk.connectors.sandbox.server;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a client asked.
 *
 * @param path decoded, without the query
 * @param query parameters in order; a name may come several times
 * @param headers by name in lower case, the first value of each
 */
public record Request(
    String method,
    String path,
    Map<String, List<String>> query,
    Map<String, String> headers,
    String body) {

  public static Map<String, List<String>> parameters(String encoded) {
    Map<String, List<String>> result = new LinkedHashMap<>();
    for (String pair : encoded.split("&", -1)) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        String key = equals < 0 ? pair : pair.substring(0, equals);
        String value = equals < 0 ? "" : pair.substring(equals + 1);
        result.computeIfAbsent(decode(key), k -> new ArrayList<>()).add(decode(value));
      }
    }
    return result;
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }

  public String header(String name) {
    return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
  }

  public Optional<String> parameter(String name) {
    List<String> values = query.get(name);
    return values == null || values.isEmpty() ? Optional.empty() : Optional.of(values.get(0));
  }

  /** The fields of a form in the body. */
  public Map<String, String> form() {
    Map<String, String> form = new LinkedHashMap<>();
    parameters(body).forEach((key, values) -> form.putIfAbsent(key, values.get(0)));
    return form;
  }

  /** The token of an {@code Authorization: Bearer} header, empty where there is none. */
  public String bearer() {
    String header = header("authorization");
    return header.regionMatches(true, 0, "Bearer ", 0, 7)
        ? header.substring(7).strip()
        : header.regionMatches(true, 0, "OAuth ", 0, 6) ? header.substring(6).strip() : "";
  }

  /** The parts of the path between slashes, without empty ones. */
  public List<String> segments() {
    List<String> parts = new ArrayList<>();
    for (String part : path.split("/", -1)) {
      if (!part.isEmpty()) {
        parts.add(part);
      }
    }
    return List.copyOf(parts);
  }
}
