package dev.crosswalk.connectors.auth;

import dev.crosswalk.connectors.definition.AuthSpec;
import dev.crosswalk.connectors.http.ApiRequest;
import dev.crosswalk.connectors.http.Authorizer;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Signs each request by OAuth 1.0a (RFC 5849, section 3). HMAC-SHA256 is not in the RFC; it is what
 * NetSuite and others take, built like HMAC-SHA1.
 *
 * @param realm null where the system needs none; it is not part of what is signed
 * @param time the system's time
 * @param nonce a text that is used once
 */
record OAuth1(
    String consumerKey,
    String consumerSecret,
    String token,
    String tokenSecret,
    @Nullable String realm,
    AuthSpec.Signature signature,
    Supplier<Instant> time,
    Supplier<String> nonce)
    implements Authorizer.Signer {

  @Override
  public Map<String, String> headers(ApiRequest request) {
    Map<String, String> oauth = new LinkedHashMap<>();
    oauth.put("oauth_consumer_key", consumerKey);
    oauth.put("oauth_token", token);
    oauth.put("oauth_signature_method", method());
    oauth.put("oauth_timestamp", String.valueOf(time.get().getEpochSecond()));
    oauth.put("oauth_nonce", nonce.get());
    oauth.put("oauth_version", "1.0");
    oauth.put("oauth_signature", sign(baseString(request, oauth)));
    String header =
        oauth.entrySet().stream()
            .map(e -> encode(e.getKey()) + "=\"" + encode(e.getValue()) + "\"")
            .collect(Collectors.joining(", "));
    return Map.of(
        "Authorization",
        "OAuth " + (realm == null ? "" : "realm=\"" + encode(realm) + "\", ") + header);
  }

  private String method() {
    return signature.name().replace('_', '-');
  }

  /** What is signed (section 3.4.1). */
  static String baseString(ApiRequest request, Map<String, String> oauth) {
    HttpUrl url = HttpUrl.get(request.url());
    String address =
        url.scheme()
            + "://"
            + url.host()
            + (url.port() == HttpUrl.defaultPort(url.scheme()) ? "" : ":" + url.port())
            + url.encodedPath();
    List<String> parameters = new ArrayList<>();
    oauth.forEach((name, value) -> parameters.add(pair(name, value)));
    request.credentials().forEach((name, value) -> parameters.add(pair(name, value)));
    decoded(url.encodedQuery(), parameters);
    ApiRequest.Body body = request.body();
    if (body != null && body.type().startsWith("application/x-www-form-urlencoded")) {
      decoded(body.text(), parameters);
    }
    // By encoded name, then encoded value: a tab sorts before all that may stand in them.
    String normal =
        parameters.stream()
            .sorted()
            .map(p -> p.replace('\t', '='))
            .collect(Collectors.joining("&"));
    return request.method().toUpperCase(Locale.ROOT) + "&" + encode(address) + "&" + encode(normal);
  }

  private static String pair(String name, String value) {
    return encode(name) + "\t" + encode(value);
  }

  private static void decoded(@Nullable String query, List<String> parameters) {
    if (query == null || query.isEmpty()) {
      return;
    }
    for (String each : query.split("&", -1)) {
      int equals = each.indexOf('=');
      String name = equals < 0 ? each : each.substring(0, equals);
      String value = equals < 0 ? "" : each.substring(equals + 1);
      parameters.add(
          pair(
              URLDecoder.decode(name, StandardCharsets.UTF_8),
              URLDecoder.decode(value, StandardCharsets.UTF_8)));
    }
  }

  String sign(String baseString) {
    String algorithm = signature == AuthSpec.Signature.HMAC_SHA1 ? "HmacSHA1" : "HmacSHA256";
    String key = encode(consumerSecret) + "&" + encode(tokenSecret);
    try {
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.US_ASCII), algorithm));
      return Base64.getEncoder()
          .encodeToString(mac.doFinal(baseString.getBytes(StandardCharsets.US_ASCII)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has " + algorithm + ".", e);
    }
  }

  /** Percent encoding of everything but unreserved characters (section 3.6). */
  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("*", "%2A")
        .replace("%7E", "~");
  }

  /** Without the secrets. */
  @Override
  public String toString() {
    return "OAuth1[" + consumerKey + "]";
  }
}
