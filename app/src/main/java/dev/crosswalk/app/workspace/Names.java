package dev.crosswalk.app.workspace;

import java.util.Locale;

/** Names of files and ids, made from names of objects and people's words. */
public final class Names {
  private static final int LONGEST = 48;

  private Names() {}

  /**
   * Lower case letters, digits, hyphens and underscores; anything else becomes one hyphen. Never
   * empty.
   */
  public static String file(String name) {
    String plain =
        name.toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9_]+", "-")
            .replaceAll("^[-_]+|[-_]+$", "");
    String cut = plain.length() > LONGEST ? plain.substring(0, LONGEST) : plain;
    return cut.isEmpty() ? "unnamed" : cut;
  }

  /** The id of a mapping: at most 64 of the characters that exports allow. */
  public static String mappingId(String system, String sourceObject, String targetObject) {
    String id = file(system) + "-" + file(sourceObject) + "-to-" + file(targetObject);
    return id.length() > 64 ? id.substring(0, 64) : id;
  }
}
