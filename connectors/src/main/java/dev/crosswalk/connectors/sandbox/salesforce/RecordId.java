package dev.crosswalk.connectors.sandbox.salesforce;

import dev.crosswalk.connectors.sandbox.data.ObjectDef;

/**
 * Record ids of 18 characters: key prefix of the object, two characters of the organisation, the
 * number of the record in base 62, and the three characters that make ids safe where case is lost.
 */
final class RecordId {
  private static final String DIGITS =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final String CHECK = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";

  private RecordId() {}

  static String of(ObjectDef object, String organisation, int index) {
    StringBuilder number = new StringBuilder();
    // A step of more than one makes ids look like those of an organisation in use.
    for (long rest = 100_003L + 7L * index; rest > 0; rest /= 62) {
      number.insert(0, DIGITS.charAt((int) (rest % 62)));
    }
    return full(
        object.attribute("prefix", "a0z")
            + organisation
            + "0".repeat(10 - number.length())
            + number);
  }

  /** The 18 characters of an id of 15; longer ones stay. */
  static String full(String id) {
    if (id.length() != 15) {
      return id;
    }
    StringBuilder full = new StringBuilder(id);
    for (int group = 0; group < 3; group++) {
      int bits = 0;
      for (int i = 0; i < 5; i++) {
        char c = id.charAt(group * 5 + i);
        bits |= c >= 'A' && c <= 'Z' ? 1 << i : 0;
      }
      full.append(CHECK.charAt(bits));
    }
    return full.toString();
  }
}
