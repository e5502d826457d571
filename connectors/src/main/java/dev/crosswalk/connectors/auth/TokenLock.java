package dev.crosswalk.connectors.auth;

import dev.crosswalk.connectors.Progress;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One renewal of a connection's tokens at a time, in this process and on this machine. Where lock
 * files cannot be made, only in this process. Thread-safe.
 */
public final class TokenLock {
  /** Longer than any token request may take; then the holder hangs, and its lock means nothing. */
  private static final Duration LONGEST = Duration.ofSeconds(60);

  private final Path folder;
  private final ConcurrentMap<String, ReentrantLock> locks = new ConcurrentHashMap<>();

  public TokenLock(Path folder) {
    this.folder = folder;
  }

  /**
   * @throws java.util.concurrent.CancellationException where cancelled while waiting
   */
  <T> T hold(String connection, Progress progress, Supplier<T> work) {
    ReentrantLock lock = locks.computeIfAbsent(connection, c -> new ReentrantLock());
    lock.lock();
    try {
      FileChannel channel = open(connection);
      try {
        FileLock _ = channel == null ? null : acquired(channel, progress);
        return work.get();
      } finally {
        close(channel);
      }
    } finally {
      lock.unlock();
    }
  }

  private @Nullable FileChannel open(String connection) {
    try {
      Files.createDirectories(folder);
      return FileChannel.open(
          folder.resolve(connection + ".lock"),
          StandardOpenOption.CREATE,
          StandardOpenOption.WRITE);
    } catch (IOException e) {
      return null;
    }
  }

  private static @Nullable FileLock acquired(FileChannel channel, Progress progress) {
    long end = System.nanoTime() + LONGEST.toNanos();
    while (System.nanoTime() < end) {
      progress.check();
      try {
        FileLock lock = channel.tryLock();
        if (lock != null) {
          return lock;
        }
      } catch (OverlappingFileLockException e) {
        // Another engine in this process has it.
      } catch (IOException e) {
        return null;
      }
      try {
        Thread.sleep(20);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        progress.check();
      }
    }
    return null;
  }

  /** Ends the lock as well. */
  private static void close(@Nullable FileChannel channel) {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException e) {
      // The lock ends with the process at the latest.
    }
  }
}
