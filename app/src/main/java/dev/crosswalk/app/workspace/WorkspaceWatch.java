package dev.crosswalk.app.workspace;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells when files below a folder change, whoever changed them. Many changes in a row are told
 * once, after they have been quiet for a moment. Hidden files and folders are not watched.
 */
final class WorkspaceWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WorkspaceWatch.class);
  private static final Duration QUIET = Duration.ofMillis(150);

  private final WatchService service;
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

  WorkspaceWatch(Path root) throws IOException {
    this.service = root.getFileSystem().newWatchService();
    register(root);
    Thread.ofVirtual().name("workspace-watch").start(this::run);
  }

  AutoCloseable listen(Runnable listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  private void run() {
    try {
      while (true) {
        boolean relevant = take(service.take());
        WatchKey next = service.poll(QUIET.toMillis(), TimeUnit.MILLISECONDS);
        while (next != null) {
          relevant |= take(next);
          next = service.poll(QUIET.toMillis(), TimeUnit.MILLISECONDS);
        }
        if (relevant) {
          listeners.forEach(WorkspaceWatch::tell);
        }
      }
    } catch (ClosedWatchServiceException e) {
      LOG.trace("Watching ended", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void tell(Runnable listener) {
    try {
      listener.run();
    } catch (RuntimeException e) {
      LOG.error("A listener of workspace changes failed", e);
    }
  }

  private boolean take(WatchKey key) {
    boolean relevant = false;
    for (WatchEvent<?> event : key.pollEvents()) {
      if (!(event.context() instanceof Path name)) {
        relevant = true;
        continue;
      }
      if (name.toString().startsWith(".")) {
        continue;
      }
      relevant = true;
      Path path = ((Path) key.watchable()).resolve(name);
      if (StandardWatchEventKinds.ENTRY_CREATE.equals(event.kind()) && Files.isDirectory(path)) {
        try {
          register(path);
        } catch (IOException e) {
          LOG.warn("The new folder {} cannot be watched", path, e);
        }
      }
    }
    key.reset();
    return relevant;
  }

  private void register(Path start) throws IOException {
    Files.walkFileTree(
        start,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
              throws IOException {
            if (!folder.equals(start) && folder.getFileName().toString().startsWith(".")) {
              return FileVisitResult.SKIP_SUBTREE;
            }
            folder.register(
                service,
                StandardWatchEventKinds.ENTRY_CREATE,
                StandardWatchEventKinds.ENTRY_MODIFY,
                StandardWatchEventKinds.ENTRY_DELETE);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) {
            return FileVisitResult.CONTINUE;
          }
        });
  }

  @Override
  public void close() {
    try {
      service.close();
    } catch (IOException e) {
      LOG.debug("The watch service did not close", e);
    }
  }
}
