package dev.crosswalk.connectors.sandbox.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The sandbox's resources, which lie in the assets jar. */
public final class Text {
  private static final String ROOT = "/dev/crosswalk/assets/sandbox/";

  private Text() {}

  /** The text of a resource below the sandbox's folder, such as {@code salesforce/base.txt}. */
  public static String resource(String path) {
    try (InputStream in = Text.class.getResourceAsStream(ROOT + path)) {
      if (in == null) {
        throw new IllegalStateException("the assets jar lacks " + ROOT + path);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Word lists: lines {@code name: a; b; c}; lines without a name go on with the list before. */
  static Map<String, List<String>> lists(String text) {
    Map<String, List<String>> lists = new LinkedHashMap<>();
    for (String line : text.lines().toList()) {
      int colon = line.indexOf(": ");
      if (!line.startsWith("#") && colon > 0) {
        lists.put(line.substring(0, colon), FieldDef.words(line.substring(colon + 2), ";"));
      }
    }
    return lists;
  }
}
