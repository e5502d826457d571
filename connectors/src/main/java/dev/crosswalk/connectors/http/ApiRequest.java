package dev.crosswalk.connectors.http;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request, all filled in.
 *
 * @param url absolute, query included
 * @param headers all but the credentials
 * @param body null for none
 * @param why what it is sent for, such as {@code describe Account}
 */
public record ApiRequest(
    String method, String url, Map<String, String> headers, @Nullable Body body, String why) {

  public ApiRequest {
    headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
  }

  /**
   * @param type media type
   */
  public record Body(String type, String text) {}

  ApiRequest withHeaders(Map<String, String> more) {
    Map<String, String> all = new LinkedHashMap<>(headers);
    all.putAll(more);
    return new ApiRequest(method, url, all, body, why);
  }
}
