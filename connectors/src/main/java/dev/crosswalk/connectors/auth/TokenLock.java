package dev.crosswalk.connectors.auth;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * One renewal of a connection's tokens at a time, in this process and on this machine. Where lock
 * files cannot be made, only in this process. Thread-safe.
 */
public final class TokenLock {
  private final Path folder;
  private final ConcurrentMap<String, ReentrantLock> locks = new ConcurrentHashMap<>();

  public TokenLock(Path folder) {
    this.folder = folder;
  }

  <T> T hold(String connection, Supplier<T> work) {
    ReentrantLock lock = locks.computeIfAbsent(connection, c -> new ReentrantLock());
    lock.lock();
    try {
      FileChannel channel = open(connection);
      if (channel == null) {
        return work.get();
      }
      try (channel;
          FileLock _ = channel.lock()) {
        return work.get();
      } catch (IOException | OverlappingFileLockException e) {
        return work.get();
      }
    } finally {
      lock.unlock();
    }
  }

  private @org.jspecify.annotations.Nullable FileChannel open(String connection) {
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
}
