package dev.crosswalk.app.workspace;

import dev.crosswalk.engine.problem.Place;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.ProblemException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPInputStream;

/**
 * The bytes of an input, unpacked where its name ends in {@code .gz}, with how far they are read.
 */
public final class InputFile implements AutoCloseable {
  private final InputStream stream;
  private final AtomicLong read;
  private final long size;

  private InputFile(InputStream stream, AtomicLong read, long size) {
    this.stream = stream;
    this.read = read;
    this.size = size;
  }

  /**
   * @param shown the file as the person named it
   * @throws ProblemException {@code file-missing} or {@code file-unreadable}
   */
  public static InputFile open(Path file, String shown) {
    try {
      if (Files.isDirectory(file)) {
        throw unreadable(shown, "it is a folder");
      }
      long size = Files.isRegularFile(file) ? Files.size(file) : -1;
      return of(Files.newInputStream(file), size, shown);
    } catch (NoSuchFileException e) {
      throw new ProblemException(
          Problem.error(
              "file-missing", Place.of(shown), "The file does not exist.", "Check the path."),
          e);
    } catch (IOException e) {
      throw unreadable(shown, WorkspaceFiles.reason(e));
    }
  }

  /** A stream whose length nobody knows, such as standard input. */
  public static InputFile of(InputStream in) {
    return new InputFile(in, new AtomicLong(), -1);
  }

  private static InputFile of(InputStream in, long size, String shown) throws IOException {
    AtomicLong read = new AtomicLong();
    InputStream counted = new Counted(in, read);
    try {
      boolean packed = shown.toLowerCase(Locale.ROOT).endsWith(".gz");
      return new InputFile(packed ? new GZIPInputStream(counted, 1 << 16) : counted, read, size);
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }

  private static ProblemException unreadable(String shown, String why) {
    return new ProblemException(
        Problem.error(
            "file-unreadable",
            Place.of(shown),
            "The file cannot be read: " + why + ".",
            "Check that it is whole and that you may read it."));
  }

  public InputStream stream() {
    return stream;
  }

  /** Bytes of the file read so far, packed as they lie there. */
  public long bytesRead() {
    return read.get();
  }

  /** Bytes of the file; negative where nobody knows. */
  public long size() {
    return size;
  }

  @Override
  public void close() {
    try {
      stream.close();
    } catch (IOException e) {
      // Everything needed has been read.
      org.slf4j.LoggerFactory.getLogger(InputFile.class).debug("Input cannot be closed", e);
    }
  }

  /** Counts what is read. */
  private static final class Counted extends FilterInputStream {
    private final AtomicLong read;

    Counted(InputStream in, AtomicLong read) {
      super(in);
      this.read = read;
    }

    @Override
    public int read() throws IOException {
      int b = in.read();
      if (b >= 0) {
        read.incrementAndGet();
      }
      return b;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int count = in.read(bytes, offset, length);
      if (count > 0) {
        read.addAndGet(count);
      }
      return count;
    }
  }
}
