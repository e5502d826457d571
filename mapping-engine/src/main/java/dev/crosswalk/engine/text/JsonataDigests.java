package dev.crosswalk.engine.text;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Digests, for systems that want a password or a challenge hashed. JSONata has none of its own.
 * They are in connector definitions only; the result is in lower-case hexadecimal digits.
 */
final class JsonataDigests {
  /** Their names, and those of the JDK. MD5 and SHA-1 are here because old systems ask for them. */
  private static final Map<String, String> KNOWN =
      Map.of(
          "md5", "MD5", "sha1", "SHA1", "sha256", "SHA256", "sha384", "SHA384", "sha512", "SHA512");

  private JsonataDigests() {}

  /** {@code $hash(text, algorithm)}. */
  static @Nullable Object hash(@Nullable Object text, @Nullable Object algorithm) {
    if (!(text instanceof String string)) {
      return null;
    }
    String known = known(algorithm);
    try {
      String name = known.startsWith("SHA") ? known.replace("SHA", "SHA-") : known;
      return HexFormat.of().formatHex(MessageDigest.getInstance(name).digest(bytes(string)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** {@code $hmac(text, key, algorithm)}, RFC 2104. */
  static @Nullable Object hmac(
      @Nullable Object text, @Nullable Object key, @Nullable Object algorithm) {
    if (!(text instanceof String string) || !(key instanceof String secret)) {
      return null;
    }
    if (secret.isEmpty()) {
      throw new IllegalArgumentException("$hmac was given an empty key");
    }
    String name = "Hmac" + known(algorithm);
    try {
      Mac mac = Mac.getInstance(name);
      mac.init(new SecretKeySpec(bytes(secret), name));
      return HexFormat.of().formatHex(mac.doFinal(bytes(string)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String known(@Nullable Object algorithm) {
    String word = algorithm == null ? "sha256" : algorithm.toString();
    String known = KNOWN.get(word.toLowerCase(Locale.ROOT).replace("-", ""));
    if (known == null) {
      throw new IllegalArgumentException(
          "the digest '" + word + "' is unknown; there are md5, sha1, sha256, sha384 and sha512");
    }
    return known;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
