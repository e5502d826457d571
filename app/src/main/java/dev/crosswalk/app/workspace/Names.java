package dev.crosswalk.app.workspace;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/** Names of files and ids, made from names of objects and people's words. */
public final class Names {
  private static final int LONGEST = 48;
  private static final int LONGEST_ID = 64;

  private Names() {}

  /**
   * Lower case letters, digits, hyphens and underscores; anything else becomes one hyphen. Never
   * empty. Names that differ only in case, signs or far behind have the same one: {@link #marked}.
   */
  public static String file(String name) {
    String plain =
        name.toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9_]+", "-")
            .replaceAll("^[-_]+|[-_]+$", "");
    String cut = cut(plain, LONGEST);
    return cut.isEmpty() ? "unnamed" : cut;
  }

  /** The same with a mark that no other name has, for where the plain one is another's. */
  public static String marked(String name) {
    return file(name) + "-" + mark(name);
  }

  /** The id of a mapping: at most 64 of the characters that exports allow. */
  public static String mappingId(String system, String sourceObject, String targetObject) {
    String id = file(system) + "-" + file(sourceObject) + "-to-" + file(targetObject);
    return cut(id, LONGEST_ID);
  }

  /** The same with a mark that no other pair has. */
  static String markedId(String system, String sourceObject, String targetObject) {
    String mark = "-" + mark(sourceObject + "\n" + targetObject);
    return cut(mappingId(system, sourceObject, targetObject), LONGEST_ID - mark.length()) + mark;
  }

  private static String cut(String text, int most) {
    return text.length() > most ? text.substring(0, most) : text;
  }

  private static String mark(String name) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 4);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
