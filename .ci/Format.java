import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions.Style;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Checks ({@code check STAMP DIR…}) or mends ({@code write STAMP DIR…}) the format of all Java files
 * below the given folders. Run as a single source file on JDK 25, because a formatter inside Maven's own
 * JVM (17) cannot read newer syntax. A stamp file remembers the last good check, so that only files
 * changed since are read again.
 */
class Format {
  public static void main(String[] args) throws Exception {
    boolean write = args[0].equals("write");
    Path stamp = Path.of(args[1]);
    FileTime since =
        !write && Files.exists(stamp)
            ? Files.getLastModifiedTime(stamp)
            : FileTime.fromMillis(0);
    FileTime started = FileTime.fromMillis(System.currentTimeMillis());
    List<Path> wrong = new ArrayList<>();
    for (int i = 2; i < args.length; i++) {
      Path root = Path.of(args[i]);
      if (!Files.exists(root)) {
        continue;
      }
      List<Path> files;
      try (Stream<Path> walk = Files.walk(root)) {
        files = walk.filter(p -> p.toString().endsWith(".java")).sorted().toList();
      }
      for (Path file : files) {
        if (Files.getLastModifiedTime(file).compareTo(since) >= 0 && !good(file, write)) {
          wrong.add(file);
        }
      }
    }
    if (!wrong.isEmpty()) {
      wrong.forEach(f -> System.err.println("[ERROR] not formatted: " + f));
      System.err.println("[ERROR] Mend it with: ./crosswalk format");
      System.exit(1);
    }
    Files.createDirectories(stamp.toAbsolutePath().getParent());
    Files.writeString(stamp, "");
    Files.setLastModifiedTime(stamp, started);
  }

  private static boolean good(Path file, boolean write) throws IOException {
    String text = Files.readString(file);
    String formatted;
    try {
      String ordered =
          ImportOrderer.reorderImports(RemoveUnusedImports.removeUnusedImports(text), Style.GOOGLE);
      formatted = new Formatter().formatSource(ordered);
    } catch (Exception e) {
      System.err.println("[ERROR] " + file + ": " + e.getMessage());
      return false;
    }
    if (text.equals(formatted)) {
      return true;
    }
    if (write) {
      Files.writeString(file, formatted);
      return true;
    }
    return false;
  }
}
