package dev.crosswalk.connectors.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import dev.crosswalk.connectors.definition.AuthSpec;
import dev.crosswalk.connectors.definition.AuthSpec.Algorithm;
import dev.crosswalk.connectors.definition.Scope;
import dev.crosswalk.connectors.definition.Template;
import dev.crosswalk.connectors.definition.ValueTemplate;
import dev.crosswalk.connectors.http.ApiFailure;
import dev.crosswalk.connectors.http.Redactor;
import dev.crosswalk.connectors.http.RemoteProblems;
import dev.crosswalk.connectors.http.ServerTime;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What we sign is checked by a library that is not ours. */
final class SigningKeyTest {
  private static final KeyPair RSA = pair("RSA", 2048);
  private static final KeyPair EC = pair("EC", 256);

  private static KeyPair pair(String kind, int bits) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(kind);
      if (kind.equals("EC")) {
        generator.initialize(new ECGenParameterSpec(bits == 256 ? "secp256r1" : "secp384r1"));
      } else {
        generator.initialize(bits);
      }
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String pem(String kind, byte[] der) {
    return "-----BEGIN "
        + kind
        + "-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
        + "\n-----END "
        + kind
        + "-----\n";
  }

  /** The key inside PKCS #8, which is what older tools write. */
  private static byte[] inner(KeyPair pair, String id) {
    String hex = HexFormat.of().formatHex(pair.getPrivate().getEncoded());
    int at = hex.indexOf(id) + id.length() + 2;
    int length = Integer.parseInt(hex.substring(at, at + 2), 16);
    return HexFormat.of().parseHex(hex.substring(at + (length < 128 ? 2 : 2 + 2 * (length - 128))));
  }

  private static String assertion(Algorithm algorithm, String key) {
    Clock clock = Clock.fixed(Instant.ofEpochSecond(1_800_000_000), ZoneOffset.UTC);
    AuthSpec.Assertion spec =
        new AuthSpec.Assertion(
            algorithm,
            Template.compile("${key}"),
            Template.compile("k1"),
            Duration.ofMinutes(3),
            new ValueTemplate.Entries(
                Map.of("iss", new ValueTemplate.Text(Template.compile("${clientId}")))));
    return new Assertions(
            spec,
            new ServerTime(clock),
            new Random(1),
            new RemoteProblems("Acme", "acme", new Redactor()))
        .create(Scope.of(Map.of("key", key, "clientId", "app")));
  }

  private static void check(String token, JWSVerifier verifier) throws Exception {
    SignedJWT jwt = SignedJWT.parse(token);
    assertThat(jwt.verify(verifier)).isTrue();
    assertThat(jwt.getHeader().getKeyID()).isEqualTo("k1");
    assertThat(jwt.getJWTClaimsSet().getIssuer()).isEqualTo("app");
    assertThat(jwt.getJWTClaimsSet().getExpirationTime().toInstant())
        .isEqualTo(Instant.ofEpochSecond(1_800_000_180));
    assertThat(jwt.getJWTClaimsSet().getJWTID()).isNotBlank();
  }

  @Test
  void allAlgorithmsAndFormsOfKeys() throws Exception {
    RSASSAVerifier rsa = new RSASSAVerifier((RSAPublicKey) RSA.getPublic());
    ECDSAVerifier ec = new ECDSAVerifier((ECPublicKey) EC.getPublic());
    String rsaKey = pem("PRIVATE KEY", RSA.getPrivate().getEncoded());
    check(assertion(Algorithm.RS256, rsaKey), rsa);
    check(assertion(Algorithm.PS256, rsaKey), rsa);
    check(assertion(Algorithm.RS256, rsaKey.replace("\n", "\\n")), rsa);
    check(assertion(Algorithm.RS256, rsaKey.replace("\n", " ")), rsa);
    check(
        assertion(
            Algorithm.RS256, pem("RSA PRIVATE KEY", inner(RSA, "300d06092a864886f70d0101010500"))),
        rsa);
    check(assertion(Algorithm.ES256, pem("PRIVATE KEY", EC.getPrivate().getEncoded())), ec);
    check(
        assertion(
            Algorithm.ES256,
            pem("EC PRIVATE KEY", inner(EC, "301306072a8648ce3d020106082a8648ce3d030107"))),
        ec);
  }

  @Test
  void aKeyThatDoesNotFitIsNamedAndNotShown() {
    String sealed = pem("ENCRYPTED PRIVATE KEY", RSA.getPrivate().getEncoded());
    assertThatThrownBy(() -> assertion(Algorithm.RS256, sealed))
        .isInstanceOf(ApiFailure.class)
        .hasMessageContaining("passphrase");
    assertThatThrownBy(() -> assertion(Algorithm.RS256, "no key at all"))
        .hasMessageContaining("PEM");
    String large = pem("PRIVATE KEY", pair("EC", 384).getPrivate().getEncoded());
    assertThatThrownBy(() -> assertion(Algorithm.ES256, large)).hasMessageContaining("P-256");
    String other = pem("PRIVATE KEY", EC.getPrivate().getEncoded());
    assertThatThrownBy(() -> assertion(Algorithm.RS256, other))
        .hasMessageContaining("RS256")
        .hasMessageNotContaining(other.substring(40, 60));
  }
}
