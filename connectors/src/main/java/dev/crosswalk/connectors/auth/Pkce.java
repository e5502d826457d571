package dev.crosswalk.connectors.auth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.random.RandomGenerator;

/**
 * Proof key for code exchange (RFC 7636), method S256.
 *
 * @param verifier secret until the code is exchanged
 * @param challenge goes into the address of the sign-in page
 */
public record Pkce(String verifier, String challenge) {

  /** A fresh one. */
  public static Pkce create(RandomGenerator random) {
    return of(token(random));
  }

  static Pkce of(String verifier) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
      return new Pkce(verifier, Base64.getUrlEncoder().withoutPadding().encodeToString(hash));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }

  /** 32 random bytes as 43 characters that are safe in an address. */
  static String token(RandomGenerator random) {
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
