package dev.crosswalk.engine.golden;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key that masking depends on. The same value gets the same mask under the same key; without
 * the key nobody can find out which value a mask stands for, not even by trying values. It must
 * never lie in the workspace.
 */
public final class MaskKey {
  /** Fewest bytes. */
  public static final int SHORTEST = 16;

  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKeySpec key;

  private MaskKey(SecretKeySpec key) {
    this.key = key;
  }

  /**
   * @throws IllegalArgumentException where there are fewer than {@value #SHORTEST} bytes
   */
  public static MaskKey of(byte[] secret) {
    if (secret.length < SHORTEST) {
      throw new IllegalArgumentException("A mask key has at least " + SHORTEST + " bytes.");
    }
    return new MaskKey(new SecretKeySpec(secret, ALGORITHM));
  }

  /**
   * Numbers that look random and depend on the key, the purpose and the value alone.
   *
   * @param purpose keeps masks of different kinds of values apart
   */
  Draw draw(String purpose, String value) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      mac.update(purpose.getBytes(StandardCharsets.UTF_8));
      mac.update((byte) 0);
      return new Draw(mac, mac.doFinal(value.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has " + ALGORITHM, e);
    }
  }

  /** An endless row of numbers. */
  static final class Draw {
    private final Mac mac;
    private final byte[] seed;
    private ByteBuffer block = ByteBuffer.allocate(0);
    private int blocks;

    private Draw(Mac mac, byte[] seed) {
      this.mac = mac;
      this.seed = seed;
    }

    /** A number from 0 to below a bound, each as likely as the others. */
    int below(int bound) {
      int limit = Integer.MAX_VALUE / bound * bound;
      int next = next();
      while (next >= limit) {
        next = next();
      }
      return next % bound;
    }

    char of(String characters) {
      return characters.charAt(below(characters.length()));
    }

    private int next() {
      if (block.remaining() < Integer.BYTES) {
        mac.update(seed);
        mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(blocks++).flip());
        block = ByteBuffer.wrap(mac.doFinal());
      }
      return block.getInt() & Integer.MAX_VALUE;
    }
  }
}
