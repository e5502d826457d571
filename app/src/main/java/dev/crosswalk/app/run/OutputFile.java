package dev.crosswalk.app.run;

import dev.crosswalk.engine.problem.Place;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.ProblemException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/** A file that grows, knows the sum of what it holds, and can be cut back when opened again. */
final class OutputFile extends OutputStream {
  private final FileChannel channel;
  private final CRC32C sum = new CRC32C();

  private OutputFile(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Opens a file and keeps its first bytes; what stands behind them was written after the journal.
   *
   * @param length how many bytes to keep; 0 begins anew
   * @param expected their CRC-32C
   * @throws ProblemException {@code resume-output} where the file does not hold these bytes
   */
  static OutputFile open(Path file, long length, long expected, String shown) throws IOException {
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    OutputFile opened = new OutputFile(channel);
    try {
      if (!opened.sumUp(length) || opened.sum() != expected) {
        throw new ProblemException(
            Problem.error(
                "resume-output",
                Place.of(shown),
                "The file does not hold what the unfinished run wrote: its first "
                    + length
                    + " bytes are others.",
                "Bring it back, or remove the journal to begin anew."));
      }
      channel.truncate(length);
      channel.position(length);
      return opened;
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private boolean sumUp(long length) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
    long left = length;
    while (left > 0) {
      buffer.clear().limit((int) Math.min(buffer.capacity(), left));
      int read = channel.read(buffer);
      if (read < 0) {
        return false;
      }
      sum.update(buffer.flip());
      left -= read;
    }
    return true;
  }

  /** CRC-32C of what the file holds. */
  long sum() {
    return sum.getValue();
  }

  /** Waits until everything written so far is safely on the disk. */
  void force() throws IOException {
    channel.force(false);
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(bytes, offset, length);
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
    sum.update(bytes, offset, length);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
