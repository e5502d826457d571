package dev.crosswalk.app.studio;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the window's state in a small file. A kill at any moment leaves the old state or the new
 * one; losing it loses nothing but the window's size.
 */
public final class StateFile {
  private static final Logger LOG = LoggerFactory.getLogger(StateFile.class);

  private final Path file;

  public StateFile(Path directory) {
    this.file = directory.resolve("studio.properties");
  }

  /** The state of last time, or the first one where there is none that can be read. */
  public WindowState read() {
    try {
      Properties properties = new Properties();
      try (Reader reader = new StringReader(Files.readString(file, StandardCharsets.UTF_8))) {
        properties.load(reader);
      }
      return WindowState.of(properties);
    } catch (IOException | IllegalArgumentException e) {
      return WindowState.FIRST;
    }
  }

  /** Writes the state, whole or not at all; a failure is logged and forgotten. */
  public synchronized void write(WindowState state) {
    Path temporary = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.createDirectories(file.getParent());
      StringWriter text = new StringWriter();
      state.toProperties().store(text, null);
      Files.writeString(temporary, text.toString(), StandardCharsets.UTF_8);
      try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      Files.move(
          temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      LOG.warn("The window's state could not be kept in {}", file, e);
    }
  }
}
