package dev.crosswalk.app.workspace;

import dev.crosswalk.engine.problem.Place;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.ProblemException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes the files below one folder and nothing outside it. Writes are atomic and never
 * overwrite what somebody else changed meanwhile. Thread-safe.
 */
public final class WorkspaceFiles {
  /** No file that a person maps by hand comes near this. */
  static final long MAX_BYTES = 32L * 1024 * 1024;

  private static final String CHECK = "Check its permissions.";

  private final Path root;
  private final Path realRoot;
  private final ReentrantLock writing = new ReentrantLock();

  /**
   * @throws ProblemException {@code workspace-missing} where the folder does not exist or cannot be
   *     read
   */
  public WorkspaceFiles(Path folder) {
    this.root = folder.toAbsolutePath().normalize();
    try {
      this.realRoot = root.toRealPath();
    } catch (IOException e) {
      throw new ProblemException(
          Problem.error(
              "workspace-missing",
              Place.of(folder.toString()),
              "The folder cannot be opened: " + reason(e) + ".",
              "Check the path and its permissions."),
          e);
    }
  }

  public Path root() {
    return root;
  }

  /** The text form of a relative path in files and messages: forward slashes everywhere. */
  public static String shown(Path relative) {
    return relative.toString().replace('\\', '/');
  }

  /**
   * The absolute path of a file of this folder.
   *
   * @throws ProblemException {@code path-outside} for an absolute path, one that climbs out, or one
   *     that leaves the folder through a symbolic link
   */
  public Path resolve(Path relative) {
    Path path = root.resolve(relative).normalize();
    if (relative.isAbsolute() || !path.startsWith(root) || path.equals(root)) {
      throw outside(relative, "it does not lie in the workspace");
    }
    Path inside = root.relativize(path);
    Path at = root;
    for (Path name : inside) {
      at = at.resolve(name);
      if (Files.isSymbolicLink(at)) {
        requireInside(at, relative);
      }
      if (!Files.exists(at, LinkOption.NOFOLLOW_LINKS)) {
        break;
      }
    }
    return path;
  }

  private void requireInside(Path link, Path relative) {
    try {
      if (!link.toRealPath().startsWith(realRoot)) {
        throw outside(relative, "a symbolic link on its way leads out of the workspace");
      }
    } catch (IOException e) {
      throw outside(relative, "a symbolic link on its way leads nowhere");
    }
  }

  private static ProblemException outside(Path relative, String why) {
    return new ProblemException(
        Problem.error(
            "path-outside",
            Place.of(shown(relative)),
            "The file is refused: " + why + ".",
            "Use a path inside the workspace."));
  }

  public boolean exists(Path relative) {
    return Files.isRegularFile(resolve(relative));
  }

  /**
   * The text of a file.
   *
   * @throws ProblemException {@code file-missing}, {@code file-unreadable}, {@code file-too-large}
   *     or {@code file-encoding}
   */
  public String read(Path relative) {
    return readText(resolve(relative), shown(relative));
  }

  /** The text of a file, or empty where there is none. */
  public Optional<String> readIfThere(Path relative) {
    return exists(relative) ? Optional.of(read(relative)) : Optional.empty();
  }

  /** Reads any file with the same bounds and messages; {@code shown} is its name in messages. */
  public static String readText(Path file, String shown) {
    Place place = Place.of(shown);
    try {
      long size = Files.size(file);
      if (size > MAX_BYTES) {
        throw new ProblemException(
            Problem.error(
                "file-too-large",
                place,
                "The file has " + size / 1024 / 1024 + " MB; at most 32 MB are read.",
                "Split it, or remove what does not belong in it."));
      }
      byte[] bytes = Files.readAllBytes(file);
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new ProblemException(
          Problem.error("file-encoding", place, "The file is not UTF-8 text.", "Save it as UTF-8."),
          e);
    } catch (NoSuchFileException e) {
      throw new ProblemException(
          Problem.error("file-missing", place, "The file does not exist.", "Check the path."), e);
    } catch (IOException e) {
      throw new ProblemException(
          Problem.error(
              "file-unreadable", place, "The file cannot be read: " + reason(e) + ".", CHECK),
          e);
    }
  }

  /**
   * The files below a folder, sorted, relative to the root; none where the folder does not exist.
   * Hidden files and symbolic links are left out.
   *
   * @param folder relative to the root; the empty path is the root itself
   * @param suffix how names end, such as {@code .yaml}
   */
  public List<Path> list(Path folder, int depth, String suffix) {
    Path start = folder.toString().isEmpty() ? root : resolve(folder);
    if (!Files.isDirectory(start)) {
      return List.of();
    }
    try (Stream<Path> walk = Files.walk(start, depth)) {
      return walk.filter(p -> p.getFileName().toString().endsWith(suffix))
          .filter(p -> Files.isRegularFile(p, LinkOption.NOFOLLOW_LINKS))
          .map(root::relativize)
          .filter(WorkspaceFiles::visible)
          .sorted()
          .toList();
    } catch (IOException | java.io.UncheckedIOException e) {
      throw failed("file-unreadable", folder, "The folder cannot be read", e, CHECK);
    }
  }

  private static boolean visible(Path relative) {
    for (Path name : relative) {
      if (name.toString().startsWith(".")) {
        return false;
      }
    }
    return true;
  }

  /** The names of the folders in a folder, sorted; none where it does not exist. */
  public List<String> folders(Path folder) {
    Path start = resolve(folder);
    if (!Files.isDirectory(start)) {
      return List.of();
    }
    List<String> names = new ArrayList<>();
    try (Stream<Path> list = Files.list(start)) {
      list.filter(p -> Files.isDirectory(p, LinkOption.NOFOLLOW_LINKS))
          .map(p -> p.getFileName().toString())
          .filter(n -> !n.startsWith("."))
          .sorted()
          .forEach(names::add);
    } catch (IOException e) {
      throw failed("file-unreadable", folder, "The folder cannot be read", e, CHECK);
    }
    return names;
  }

  /**
   * Writes a file atomically: temporary file, fsync, rename. Does nothing where the file already
   * holds the text.
   *
   * @param textWhenLoaded what the file held when it was loaded; null = there must be no file yet
   * @throws ProblemException {@code file-changed} where the file now holds something else; {@code
   *     file-unwritable} where the folder cannot be written. In both cases nothing is changed
   */
  public void write(Path relative, String text, @Nullable String textWhenLoaded) {
    Path file = resolve(relative);
    writing.lock();
    try {
      Optional<String> now =
          Files.exists(file) ? Optional.of(readText(file, shown(relative))) : Optional.empty();
      if (now.isPresent() && now.get().equals(text)) {
        return;
      }
      if (!now.equals(Optional.ofNullable(textWhenLoaded))) {
        throw changed(relative, now.isPresent());
      }
      replace(file, text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException | ReadOnlyFileSystemException e) {
      throw failed(
          "file-unwritable",
          relative,
          "The file cannot be written",
          e,
          "Make the folder writable or choose another one; nothing was changed.");
    } finally {
      writing.unlock();
    }
  }

  /** Writes a file of which only the newest state counts, whatever it held until now. */
  void overwrite(Path relative, String text) {
    write(relative, text, readIfThere(relative).orElse(null));
  }

  /**
   * Removes a file that holds what it held when it was written; nothing happens if it is gone.
   *
   * @throws ProblemException as for {@link #write}
   */
  public void remove(Path relative, String textWhenWritten) {
    Path file = resolve(relative);
    writing.lock();
    try {
      if (Files.exists(file) && !readText(file, shown(relative)).equals(textWhenWritten)) {
        throw changed(relative, true);
      }
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw failed(
          "file-unwritable",
          relative,
          "The file cannot be removed",
          e,
          "Make the folder writable; nothing was changed.");
    } finally {
      writing.unlock();
    }
  }

  private static ProblemException failed(
      String code, Path relative, String what, Exception e, String next) {
    return new ProblemException(
        Problem.error(code, Place.of(shown(relative)), what + ": " + reason(e) + ".", next), e);
  }

  private static ProblemException changed(Path relative, boolean there) {
    return new ProblemException(
        Problem.error(
            "file-changed",
            Place.of(shown(relative)),
            there
                ? "The file was changed by another program since it was loaded."
                : "The file was removed by another program since it was loaded.",
            "Load it again and repeat the edit, or save under another name; nothing was"
                + " overwritten."));
  }

  private static void replace(Path file, byte[] bytes) throws IOException {
    Files.createDirectories(parent(file));
    // A link inside the workspace stays a link: its target is what gets the new text.
    Path goal = Files.isSymbolicLink(file) ? file.toRealPath() : file;
    Path folder = parent(goal);
    Path temporary = Files.createTempFile(folder, "." + goal.getFileName(), ".tmp");
    try {
      try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
          channel.write(buffer);
        }
        channel.force(true);
      }
      setPermissions(goal, temporary);
      Files.move(
          temporary, goal, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(temporary);
    }
    syncFolder(folder);
  }

  private static Path parent(Path file) {
    return Objects.requireNonNull(file.getParent(), "every file lies below the root");
  }

  /** Temporary files are private; a file of the workspace is what the old one was, or 644. */
  private static void setPermissions(Path old, Path temporary) throws IOException {
    PosixFileAttributeView view =
        Files.getFileAttributeView(temporary, PosixFileAttributeView.class);
    if (view == null) {
      return;
    }
    view.setPermissions(
        Files.exists(old)
            ? Files.getPosixFilePermissions(old)
            : java.nio.file.attribute.PosixFilePermissions.fromString("rw-r--r--"));
  }

  /** Waits until what was made or renamed in a folder is safely on the disk. */
  public static void syncFolder(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      // Some systems cannot sync a folder; the rename itself has happened.
      org.slf4j.LoggerFactory.getLogger(WorkspaceFiles.class)
          .debug("Folder {} cannot be synced", folder, e);
    }
  }

  /** The reason of a failure in words, without class names. */
  public static String reason(Exception e) {
    return switch (e) {
      case NoSuchFileException _ -> "it does not exist";
      case AccessDeniedException _ -> "permission is denied";
      case FileAlreadyExistsException _ -> "a file stands where a folder is needed";
      case ReadOnlyFileSystemException _ -> "the file system is read-only";
      case java.nio.file.NotDirectoryException _ -> "it is not a folder";
      case FileSystemException f when f.getReason() != null ->
          f.getReason().toLowerCase(java.util.Locale.ROOT);
      case InvalidPathException i -> "the path is not valid: " + i.getReason();
      default -> e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    };
  }
}
