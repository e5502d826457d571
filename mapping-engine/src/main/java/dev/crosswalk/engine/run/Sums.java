package dev.crosswalk.engine.run;

/** CRC-32C from the middle, which the JDK's class cannot. */
final class Sums {
  private static final int POLYNOMIAL = 0x82F63B78;

  private Sums() {}

  /** The sum of some bytes behind others whose sum is known. Slow: for the odd batch. */
  static long extend(long sum, byte[] bytes, int length) {
    int crc = ~(int) sum;
    for (int i = 0; i < length; i++) {
      crc ^= bytes[i] & 0xFF;
      for (int bit = 0; bit < 8; bit++) {
        crc = (crc & 1) == 0 ? crc >>> 1 : crc >>> 1 ^ POLYNOMIAL;
      }
    }
    return ~crc & 0xFFFFFFFFL;
  }
}
