package dev.crosswalk.app.studio.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the window may say, as it is written in the sources. */
final class SourceTexts {
  private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\n]|\\\\.)*)\"");
  private static final Pattern JOINED = Pattern.compile("\"\\s*\\+\\s*\"");
  private static final Pattern FILLED = Pattern.compile("%[sd]");
  private static final Pattern OTHERS = Pattern.compile("crosswalk.app.(cli|run).");

  private SourceTexts() {}

  /** What is written in quotes, cut where something is filled in. */
  static Stream<String> pieces(String code) {
    return LITERAL
        .matcher(code)
        .results()
        .flatMap(r -> Stream.of(FILLED.split(r.group(1).replace("\\\"", "\""), -1)));
  }

  /** The text of a call up to the bracket that closes it; brackets in quotes do not count. */
  static String call(String code, int from) {
    int depth = 0;
    boolean quoted = false;
    for (int i = from; i < code.length(); i++) {
      char c = code.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && c == '(') {
        depth++;
      } else if (!quoted && c == ')' && --depth == 0) {
        return code.substring(from, i);
      }
    }
    return code.substring(from);
  }

  /** All code but that of the command line, whose commands have words of their own. */
  static String java() throws IOException {
    StringBuilder all = new StringBuilder();
    for (String module : List.of("../mapping-engine", "../connectors", ".")) {
      all.append(read(Path.of(module, "src/main/java"), ".java"));
    }
    return JOINED.matcher(all).replaceAll("");
  }

  /** The code of steps and of what runs them. */
  static String steps() throws IOException {
    String code =
        read(Path.of("../mapping-engine/src/main/java/dev/crosswalk/engine/transform"), ".java");
    return JOINED.matcher(code).replaceAll("");
  }

  /** The code of the matcher. */
  static String match() throws IOException {
    return read(Path.of("../mapping-engine/src/main/java/dev/crosswalk/engine/match"), ".java");
  }

  /** The shipped connector definitions. */
  static String definitions() throws IOException {
    return read(Path.of("../assets/src/main/resources/dev/crosswalk/assets/connectors"), ".yaml")
        .replace("''", "'");
  }

  /** The JSON Schemas of mapping files, with the meaning of each key. */
  static String schemas() throws IOException {
    return read(Path.of("../assets/src/main/resources/dev/crosswalk/assets/schema"), ".json");
  }

  private static String read(Path folder, String ending) throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file :
          files
              .filter(f -> f.toString().endsWith(ending) && !OTHERS.matcher(f.toString()).find())
              .sorted()
              .toList()) {
        all.append(Files.readString(file)).append('\n');
      }
    }
    return all.toString();
  }
}
