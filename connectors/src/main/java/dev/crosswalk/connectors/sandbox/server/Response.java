package dev.crosswalk.connectors.sandbox.server;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** An answer: status, headers and the bytes of the body. */
public final class Response {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final int status;
  private final Map<String, String> headers;
  private final byte[] body;

  private Response(int status, Map<String, String> headers, byte[] body) {
    this.status = status;
    this.headers = headers;
    this.body = body;
  }

  /** Maps, lists, strings, numbers, booleans and nulls as JSON. */
  public static Response json(int status, @Nullable Object value) {
    return new Response(
        status,
        Map.of("Content-Type", "application/json;charset=UTF-8"),
        JSON.writeValueAsBytes(value));
  }

  public static Response html(int status, String page) {
    return new Response(
        status,
        Map.of("Content-Type", "text/html;charset=UTF-8"),
        page.getBytes(StandardCharsets.UTF_8));
  }

  public static Response empty(int status) {
    return new Response(status, Map.of(), new byte[0]);
  }

  public static Response redirect(String location) {
    return empty(302).with("Location", location);
  }

  /** The same answer with one more header. */
  public Response with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Response(status, more, body);
  }

  /** The same status and headers with other bytes. */
  Response withBody(byte[] other) {
    return new Response(status, headers, other);
  }

  public int status() {
    return status;
  }

  public Map<String, String> headers() {
    return headers;
  }

  byte[] bytes() {
    return body;
  }

  /** The body as text. */
  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }
}
