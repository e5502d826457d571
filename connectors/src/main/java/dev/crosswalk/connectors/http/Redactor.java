package dev.crosswalk.connectors.http;

import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.HttpUrl;

/** Blanks secrets in what is logged or shown. Thread-safe. */
public final class Redactor {
  private static final String BLANK = "•••";
  private static final Set<String> HEADERS =
      Set.of("authorization", "cookie", "set-cookie", "proxy-authorization", "x-api-key");
  private static final Set<String> PARAMETERS =
      Set.of(
          "access_token",
          "refresh_token",
          "client_secret",
          "code",
          "code_verifier",
          "token",
          "api_key",
          "apikey",
          "key",
          "password",
          "assertion");

  private final Set<String> secrets = ConcurrentHashMap.newKeySet();

  /** From now on this text is blanked wherever it stands. Too short ones would blank anything. */
  public void hide(String secret) {
    if (secret.length() >= 4) {
      secrets.add(secret);
    }
  }

  public String text(String text) {
    String out = text;
    for (String secret : secrets) {
      out = out.replace(secret, BLANK);
    }
    return out;
  }

  String url(HttpUrl url) {
    HttpUrl.Builder out = url.newBuilder().username("").password("");
    for (String name : url.queryParameterNames()) {
      if (PARAMETERS.contains(name.toLowerCase(Locale.ROOT))) {
        out.setQueryParameter(name, "***");
      }
    }
    return text(out.build().toString());
  }

  List<Map.Entry<String, String>> headers(Map<String, String> headers) {
    List<Map.Entry<String, String>> out = new ArrayList<>();
    headers.forEach((name, value) ->
        out.add(
            new SimpleImmutableEntry<>(
                name, HEADERS.contains(name.toLowerCase(Locale.ROOT)) ? BLANK : text(value))));
    return out;
  }
}
