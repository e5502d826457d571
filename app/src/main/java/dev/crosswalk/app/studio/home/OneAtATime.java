package dev.crosswalk.app.studio.home;

import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;

/** Lets no work begin a second time while it runs: a press out of impatience changes nothing. */
final class OneAtATime {
  private final Set<String> running = ConcurrentHashMap.newKeySet();

  /**
   * @throws CancellationException where work of that name runs
   */
  <T> T once(String name, Callable<T> work) throws Exception {
    if (!running.add(name)) {
      throw new CancellationException(name + " runs already");
    }
    try {
      return work.call();
    } finally {
      running.remove(name);
    }
  }
}
