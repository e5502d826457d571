package dev.crosswalk.connectors.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.connectors.definition.AuthSpec;
import dev.crosswalk.connectors.http.ApiRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;

/** Signatures against published ones, and against a second reading of the RFC. */
final class OAuth1Test {
  private static final OAuth1 PRINTER =
      new OAuth1(
          "dpf43f3p2l4k3l03",
          "kd94hf93k423kf44",
          "nnch734d00sl2jdk",
          "pfkkdhi9sl3r4s00",
          null,
          AuthSpec.Signature.HMAC_SHA1,
          () -> Instant.ofEpochSecond(1_191_242_096),
          () -> "kllo9940pd9333jh");

  private static ApiRequest get(String url) {
    return new ApiRequest("GET", url, Map.of(), null, "test");
  }

  /** RFC 5849, section 3.4.1.1. */
  @Test
  void baseStringOfTheRfc() {
    Map<String, String> oauth = new LinkedHashMap<>();
    oauth.put("oauth_consumer_key", "9djdj82h48djs9d2");
    oauth.put("oauth_token", "kkk9d7dh3k39sjv7");
    oauth.put("oauth_signature_method", "HMAC-SHA1");
    oauth.put("oauth_timestamp", "137131201");
    oauth.put("oauth_nonce", "7d8f3e4a");
    ApiRequest request =
        new ApiRequest(
            "POST",
            "http://EXAMPLE.COM:80/request?b5=%3D%253D&a3=a&c%40=&a2=r%20b",
            Map.of(),
            new ApiRequest.Body("application/x-www-form-urlencoded", "c2&a3=2+q"),
            "test");
    assertThat(OAuth1.baseString(request, oauth))
        .isEqualTo(
            "POST&http%3A%2F%2Fexample.com%2Frequest&a2%3Dr%2520b%26a3%3D2%2520q%26a3%3Da%26b5%3D%253D"
                + "%25253D%26c%2540%3D%26c2%3D%26oauth_consumer_key%3D9djdj82h48djs9d2%26oauth_nonce%3D7"
                + "d8f3e4a%26oauth_signature_method%3DHMAC-SHA1%26oauth_timestamp%3D137131201%26oauth_to"
                + "ken%3Dkkk9d7dh3k39sjv7");
  }

  /** RFC 5849, section 1.2. */
  @Test
  void signatureOfTheRfc() {
    Map<String, String> oauth = new LinkedHashMap<>();
    oauth.put("oauth_consumer_key", "dpf43f3p2l4k3l03");
    oauth.put("oauth_token", "nnch734d00sl2jdk");
    oauth.put("oauth_signature_method", "HMAC-SHA1");
    oauth.put("oauth_timestamp", "137131202");
    oauth.put("oauth_nonce", "chapoH");
    String base =
        OAuth1.baseString(
            get("http://photos.example.net/photos?file=vacation.jpg&size=original"), oauth);
    assertThat(PRINTER.sign(base)).isEqualTo("MdpQcU8iPSUjWoN/UDMsK2sui9I=");
  }

  /** OAuth Core 1.0 Revision A, appendix A.5. */
  @Test
  void headerOfOAuthCore() {
    String header =
        PRINTER
            .headers(get("http://photos.example.net/photos?file=vacation.jpg&size=original"))
            .get("Authorization");
    assertThat(header)
        .contains(
            "oauth_signature=\"tR3%2BTy81lMeYAr%2FFid0kMTYa%2FWM%3D\"",
            "oauth_consumer_key=\"dpf43f3p2l4k3l03\"", "oauth_timestamp=\"1191242096\"")
        .doesNotContain("kd94hf93k423kf44", "pfkkdhi9sl3r4s00");
  }

  /** What a server does: it decodes the header and the query, and computes the signature anew. */
  @Property(tries = 200)
  void aServerThatReadsTheRfcAgrees(
      @ForAll @NotEmpty String secret, @ForAll String name, @ForAll String value) throws Exception {
    String parameter = new String(name.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    String text = new String(value.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    HttpUrl url =
        HttpUrl.get("https://acme.example.com/app/site?x=1")
            .newBuilder()
            .addQueryParameter("q" + parameter, text)
            .build();
    OAuth1 signer =
        new OAuth1(
            "key",
            secret,
            "token",
            "token secret",
            "1234_SB1",
            AuthSpec.Signature.HMAC_SHA256,
            () -> Instant.ofEpochSecond(1_700_000_000),
            () -> "once");
    String header = String.valueOf(signer.headers(get(url.toString())).get("Authorization"));
    Map<String, String> sent = new LinkedHashMap<>();
    for (String part : header.substring("OAuth ".length()).split(", ", -1)) {
      int equals = part.indexOf('=');
      sent.put(part.substring(0, equals), decoded(part.substring(equals + 2, part.length() - 1)));
    }
    String signature = String.valueOf(sent.remove("oauth_signature"));
    assertThat(sent.remove("realm")).isEqualTo("1234_SB1");
    List<String> pairs = new ArrayList<>();
    sent.forEach((k, v) -> pairs.add(escaped(k) + "\0" + escaped(v)));
    for (int i = 0; i < url.querySize(); i++) {
      String given = url.queryParameterValue(i);
      pairs.add(escaped(url.queryParameterName(i)) + "\0" + escaped(given == null ? "" : given));
    }
    String normal =
        pairs.stream().sorted().map(p -> p.replace('\0', '=')).collect(Collectors.joining("&"));
    String base = "GET&" + escaped("https://acme.example.com/app/site") + "&" + escaped(normal);
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(
        new SecretKeySpec(
            (escaped(secret) + "&token%20secret").getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    assertThat(Base64.getDecoder().decode(signature))
        .isEqualTo(mac.doFinal(base.getBytes(StandardCharsets.UTF_8)));
  }

  private static String decoded(String text) {
    return java.net.URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  /** Byte by byte, as section 3.6 says it. */
  private static String escaped(String text) {
    StringBuilder out = new StringBuilder();
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      boolean plain = c < 128 && (Character.isLetterOrDigit(c) || "-._~".indexOf(c) >= 0);
      out.append(plain ? String.valueOf(c) : String.format("%%%02X", b & 0xff));
    }
    return out.toString();
  }
}
