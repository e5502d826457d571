package dev.crosswalk.connectors.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One request, all filled in.
 *
 * @param url absolute, query included but for credentials
 * @param headers all but the credentials
 * @param credentials query parameters that are added on the wire and shown nowhere
 * @param body null for none
 * @param text the answer may be text that is not JSON
 * @param why what it is sent for, such as {@code describe Account}
 */
public record ApiRequest(
    String method,
    String url,
    Map<String, String> headers,
    Map<String, String> credentials,
    @Nullable Body body,
    boolean text,
    String why) {

  public ApiRequest {
    headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    credentials = Collections.unmodifiableMap(new LinkedHashMap<>(credentials));
  }

  public ApiRequest(
      String method, String url, Map<String, String> headers, @Nullable Body body, String why) {
    this(method, url, headers, Map.of(), body, false, why);
  }

  /**
   * @param type media type
   */
  public record Body(String type, String text) {

    /** As web pages send forms. */
    public static Body form(Map<String, String> values) {
      return new Body(
          "application/x-www-form-urlencoded",
          values.entrySet().stream()
              .map(e -> encoded(e.getKey()) + "=" + encoded(e.getValue()))
              .collect(Collectors.joining("&")));
    }

    private static String encoded(String text) {
      return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
  }

  /** The same with headers more. */
  ApiRequest plus(Map<String, String> moreHeaders) {
    return with(moreHeaders, Map.of());
  }

  /** Whether it asks only for what has changed. */
  boolean conditional() {
    return headers.containsKey("If-None-Match") || headers.containsKey("If-Modified-Since");
  }

  ApiRequest with(Map<String, String> moreHeaders, Map<String, String> moreCredentials) {
    Map<String, String> all = new LinkedHashMap<>(headers);
    all.putAll(moreHeaders);
    Map<String, String> secret = new LinkedHashMap<>(credentials);
    secret.putAll(moreCredentials);
    return new ApiRequest(method, url, all, secret, body, text, why);
  }
}
