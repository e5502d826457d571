package dev.crosswalk.connectors.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

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

  private static final int SHORTEST = 4;
  private static final int LONG = 20;

  /** Lines of a key in PEM: a system may send back one of them only. */
  private static final int LINE = 32;

  private final Set<String> secrets = ConcurrentHashMap.newKeySet();
  private volatile List<String> ordered = List.of();

  /**
   * From now on this text is blanked wherever it stands, also in the forms in which a system may
   * send it back: as part of an address, in JSON or HTML, or in Base64. Too short ones would blank
   * anything.
   */
  public void hide(String secret) {
    if (secret.length() < SHORTEST) {
      return;
    }
    add(secret);
    String form = URLEncoder.encode(secret, StandardCharsets.UTF_8);
    add(form);
    add(form.replace("+", "%20"));
    add(secret.replace("\\", "\\\\").replace("\"", "\\\""));
    add(secret.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
    add(
        secret
            .replace("&", "&amp;")
            .replace("<", "&lt;")
            .replace(">", "&gt;")
            .replace("\"", "&quot;")
            .replace("'", "&#39;"));
    byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
    add(Base64.getEncoder().withoutPadding().encodeToString(bytes));
    add(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    secret.lines().filter(line -> line.length() >= LINE).forEach(this::add);
  }

  private void add(String form) {
    if (secrets.add(form)) {
      // The longest first: a form may hold another.
      ordered =
          secrets.stream().sorted(Comparator.comparingInt(String::length).reversed()).toList();
    }
  }

  public String text(String text) {
    return without(text, SHORTEST);
  }

  /** Blanks only what is too long to be a word of a sentence, a host or a name. */
  String longOnes(String text) {
    return without(text, LONG);
  }

  private String without(String text, int least) {
    String out = text;
    for (String secret : ordered) {
      if (secret.length() < least) {
        break;
      }
      if (secret.length() <= out.length()) {
        out = out.replace(secret, BLANK);
      }
    }
    return out;
  }

  /**
   * A JSON-like value with all of its texts, and names, blanked. Only of long secrets: a short
   * password may be a word of the system's own, and without that word the answer would be wrong.
   */
  @Nullable Object tree(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case String text -> longOnes(text);
      case Map<?, ?> map -> {
        Map<Object, @Nullable Object> out = new LinkedHashMap<>();
        map.forEach(
            (key, each) -> out.put(key instanceof String k ? longOnes(k) : key, tree(each)));
        yield out;
      }
      case List<?> list -> {
        List<@Nullable Object> out = new ArrayList<>(list.size());
        list.forEach(each -> out.add(tree(each)));
        yield out;
      }
      default -> value;
    };
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
