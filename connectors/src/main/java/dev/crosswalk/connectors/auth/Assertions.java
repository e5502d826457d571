package dev.crosswalk.connectors.auth;

import dev.crosswalk.connectors.definition.AuthSpec;
import dev.crosswalk.connectors.definition.FailureKind;
import dev.crosswalk.connectors.definition.Scope;
import dev.crosswalk.connectors.http.RemoteProblems;
import dev.crosswalk.connectors.http.ServerTime;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Makes signed tokens that stand for a password (RFC 7519, RFC 7523). */
final class Assertions {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private final AuthSpec.Assertion spec;
  private final ServerTime time;
  private final RandomGenerator random;
  private final RemoteProblems problems;

  Assertions(
      AuthSpec.Assertion spec, ServerTime time, RandomGenerator random, RemoteProblems problems) {
    this.spec = spec;
    this.time = time;
    this.random = random;
    this.problems = problems;
  }

  /** A fresh one: each is used once. */
  String create(Scope scope) {
    Map<String, Object> header = new LinkedHashMap<>();
    header.put("alg", spec.algorithm().name());
    header.put("typ", "JWT");
    if (spec.keyId() != null) {
      header.put("kid", spec.keyId().text(scope));
    }
    long now = time.now().getEpochSecond();
    Map<String, @Nullable Object> claims = new LinkedHashMap<>(spec.claims().render(scope));
    claims.put("iat", now);
    claims.put("exp", now + spec.life().toSeconds());
    claims.putIfAbsent("jti", Pkce.token(random));
    String text = part(header) + "." + part(claims);
    try {
      byte[] signature =
          SigningKey.read(spec.algorithm(), spec.key().text(scope))
              .sign(text.getBytes(StandardCharsets.US_ASCII));
      return text + "." + BASE64.encodeToString(signature);
    } catch (InvalidKeyException e) {
      throw problems.failure(
          FailureKind.UNAUTHENTICATED,
          "The private key of the connection cannot be used: " + e.getMessage() + ".",
          "Give the private key whose public half is registered with the system, in PEM.");
    } catch (GeneralSecurityException e) {
      throw problems.failure(
          FailureKind.UNAUTHENTICATED,
          "The private key of the connection does not sign with " + spec.algorithm() + ".",
          "Use a key of 2,048 bits or more (RS256, PS256), or one on P-256 (ES256).");
    }
  }

  private static String part(Map<String, ? extends @Nullable Object> map) {
    return BASE64.encodeToString(JSON.writeValueAsBytes(map));
  }
}
