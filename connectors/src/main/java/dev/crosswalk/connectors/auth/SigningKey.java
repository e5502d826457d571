package dev.crosswalk.connectors.auth;

import dev.crosswalk.connectors.definition.AuthSpec;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.ECKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.PSSParameterSpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A private key in PEM (RFC 7468) and what it signs (RFC 7518, sections 3.3 to 3.5), with nothing
 * but the JDK.
 */
final class SigningKey {
  private static final Pattern PEM =
      Pattern.compile("-----BEGIN ([A-Z ]+)-----([A-Za-z0-9+/=\\s\\\\n]+?)-----END \\1-----");
  private static final byte[] RSA_ID = hex("300d06092a864886f70d0101010500");
  private static final byte[] P256_ID = hex("301306072a8648ce3d020106082a8648ce3d030107");

  private final AuthSpec.Algorithm algorithm;
  private final PrivateKey key;

  private SigningKey(AuthSpec.Algorithm algorithm, PrivateKey key) {
    this.algorithm = algorithm;
    this.key = key;
  }

  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(text);
  }

  /**
   * @param pem PKCS #8, or what older tools write: PKCS #1 for RSA, SEC 1 for P-256. Line ends may
   *     be missing or be spaces, as where a key was pasted into one line.
   * @throws InvalidKeyException with a reason for a person
   */
  static SigningKey read(AuthSpec.Algorithm algorithm, String pem) throws InvalidKeyException {
    Matcher matcher = PEM.matcher(pem.replace("\\n", "\n"));
    if (!matcher.find()) {
      throw new InvalidKeyException("it is not a private key in PEM (-----BEGIN PRIVATE KEY-----)");
    }
    String kind = matcher.group(1);
    try {
      byte[] der = Base64.getMimeDecoder().decode(matcher.group(2));
      byte[] pkcs8 =
          switch (kind) {
            case "PRIVATE KEY" -> der;
            case "RSA PRIVATE KEY" -> wrapped(RSA_ID, der);
            case "EC PRIVATE KEY" -> wrapped(P256_ID, der);
            case "ENCRYPTED PRIVATE KEY" ->
                throw new InvalidKeyException(
                    "it is sealed with a passphrase of its own; take that off with 'openssl pkcs8"
                        + " -topk8 -nocrypt'");
            default -> throw new InvalidKeyException("it is a " + kind + ", not a private key");
          };
      boolean elliptic = algorithm == AuthSpec.Algorithm.ES256;
      PrivateKey key =
          KeyFactory.getInstance(elliptic ? "EC" : "RSA")
              .generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
      if (key instanceof ECKey ec && ec.getParams().getOrder().bitLength() != 256) {
        throw new InvalidKeyException("ES256 needs a key on the curve P-256");
      }
      return new SigningKey(algorithm, key);
    } catch (InvalidKeyException e) {
      throw e;
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      // The cause may quote the key.
      throw new InvalidKeyException("it cannot be read as a key for " + algorithm);
    }
  }

  /** PKCS #8 around an older form (RFC 5208): version, algorithm, key. */
  private static byte[] wrapped(byte[] id, byte[] der) {
    byte[] octets = tagged((byte) 0x04, der);
    byte[] version = hex("020100");
    return tagged(
        (byte) 0x30,
        ByteBuffer.allocate(version.length + id.length + octets.length)
            .put(version)
            .put(id)
            .put(octets)
            .array());
  }

  private static byte[] tagged(byte tag, byte[] content) {
    byte[] length =
        content.length < 128
            ? new byte[] {(byte) content.length}
            : longLength(BigInteger.valueOf(content.length).toByteArray());
    return ByteBuffer.allocate(1 + length.length + content.length)
        .put(tag)
        .put(length)
        .put(content)
        .array();
  }

  private static byte[] longLength(byte[] number) {
    int from = number[0] == 0 ? 1 : 0;
    int bytes = number.length - from;
    return ByteBuffer.allocate(1 + bytes)
        .put((byte) (0x80 | bytes))
        .put(number, from, bytes)
        .array();
  }

  byte[] sign(byte[] text) throws GeneralSecurityException {
    Signature signature =
        Signature.getInstance(
            switch (algorithm) {
              case RS256 -> "SHA256withRSA";
              case PS256 -> "RSASSA-PSS";
              case ES256 -> "SHA256withECDSAinP1363Format";
            });
    if (algorithm == AuthSpec.Algorithm.PS256) {
      signature.setParameter(
          new PSSParameterSpec(
              "SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, PSSParameterSpec.TRAILER_FIELD_BC));
    }
    signature.initSign(key);
    signature.update(text);
    return signature.sign();
  }
}
