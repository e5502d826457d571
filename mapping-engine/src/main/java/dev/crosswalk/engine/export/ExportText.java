package dev.crosswalk.engine.export;

import dev.crosswalk.engine.mapping.Mapping;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;

/** What exports share about names, settings and JSON. */
final class ExportText {
  private static final int HASH = 8;

  private ExportText() {}

  /** What the mapping's own file says of a format, and over it what this export was told. */
  static Map<Object, Object> settings(Mapping mapping, String format, Map<String, ?> told) {
    Map<Object, Object> settings = new LinkedHashMap<>();
    if (mapping.export().get(format) instanceof Map<?, ?> own) {
      settings.putAll(own);
    }
    settings.putAll(told);
    return settings;
  }

  /**
   * A name that is a file's name on every system. A name that is none gets a hash, so that two
   * never become one.
   */
  static String file(String name) {
    if (name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,99}")) {
      return name;
    }
    String plain = name.replaceAll("[^A-Za-z0-9._-]+", "-").replaceAll("^[^A-Za-z0-9]+", "");
    return plain.substring(0, Math.min(plain.length(), 60)) + "-" + hash(name);
  }

  /** Some hex digits that stand for a text. */
  static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, HASH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }

  /**
   * Adds what is not expressed of a customer's mapping, without what is said of the base already.
   *
   * @param sentences that name the customer as {@code ID for CUSTOMER}
   */
  static void add(Collection<String> sentences, String id, String customer, Set<String> all) {
    String own = id + " for " + customer + ": ";
    sentences.stream()
        .filter(s -> !s.startsWith(own) || !all.contains(id + ": " + s.substring(own.length())))
        .forEach(all::add);
  }

  /** A text as part of one line of a comment. */
  static String oneLine(String text) {
    return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
  }

  /** JSON over several lines, with a final newline. */
  static String json(Object value) {
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter()
            .withObjectIndenter(new DefaultIndenter("  ", "\n"))
            .withArrayIndenter(new DefaultIndenter("  ", "\n"));
    return JsonMapper.builder().build().writer().with(printer).writeValueAsString(value) + "\n";
  }
}
