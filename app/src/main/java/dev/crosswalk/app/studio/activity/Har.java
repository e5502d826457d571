package dev.crosswalk.app.studio.activity;

import dev.crosswalk.connectors.http.RequestEntry;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * Requests as an HTTP archive, version 1.2 (<a
 * href="http://www.softwareishard.com/blog/har-12-spec/">specification</a>), which browsers' tools
 * open. Bodies are not kept, so they are not in it.
 */
final class Har {
  private Har() {}

  static String of(List<RequestEntry> entries) {
    Map<String, Object> log = new LinkedHashMap<>();
    log.put("version", "1.2");
    log.put("creator", Map.of("name", "Crosswalk", "version", "0.1"));
    log.put("entries", entries.stream().map(Har::entry).toList());
    return JsonMapper.builder()
        .build()
        .writerWithDefaultPrettyPrinter()
        .writeValueAsString(Map.of("log", log));
  }

  private static Map<String, Object> entry(RequestEntry e) {
    double millis = e.took().toNanos() / 1e6;
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("startedDateTime", e.at().toString());
    entry.put("time", millis);
    entry.put("request", request(e));
    entry.put("response", response(e));
    entry.put("cache", Map.of());
    entry.put("timings", ordered("send", 0, "wait", millis, "receive", 0));
    entry.put("comment", e.connection() + ": " + e.why() + ", attempt " + e.attempt());
    return entry;
  }

  private static Map<String, Object> request(RequestEntry e) {
    Map<String, Object> request = new LinkedHashMap<>();
    request.put("method", e.method());
    request.put("url", e.url());
    request.put("httpVersion", "HTTP/1.1");
    request.put("cookies", List.of());
    request.put("headers", e.headers().stream().map(h -> pair(h.getKey(), h.getValue())).toList());
    request.put("queryString", query(e.url()));
    request.put("headersSize", -1);
    request.put("bodySize", -1);
    return request;
  }

  private static Map<String, Object> response(RequestEntry e) {
    Map<String, Object> response = new LinkedHashMap<>();
    response.put("status", e.status());
    response.put("statusText", e.failure() == null ? "" : e.failure());
    response.put("httpVersion", "HTTP/1.1");
    response.put("cookies", List.of());
    response.put(
        "headers",
        e.limits().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(h -> pair(h.getKey(), h.getValue()))
            .toList());
    response.put("content", ordered("size", Math.max(0, e.bytes()), "mimeType", ""));
    response.put("redirectURL", "");
    response.put("headersSize", -1);
    response.put("bodySize", e.bytes());
    return response;
  }

  private static List<Map<String, Object>> query(String url) {
    int start = url.indexOf('?');
    List<Map<String, Object>> pairs = new ArrayList<>();
    if (start >= 0) {
      for (String part : url.substring(start + 1).split("&", -1)) {
        int equals = part.indexOf('=');
        pairs.add(
            equals < 0
                ? pair(decoded(part), "")
                : pair(decoded(part.substring(0, equals)), decoded(part.substring(equals + 1))));
      }
    }
    return pairs;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }

  private static Map<String, Object> pair(String name, String value) {
    return ordered("name", name, "value", value);
  }

  private static Map<String, Object> ordered(Object... keysAndValues) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      map.put((String) keysAndValues[i], keysAndValues[i + 1]);
    }
    return map;
  }
}
