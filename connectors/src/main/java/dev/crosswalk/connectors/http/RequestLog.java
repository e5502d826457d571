package dev.crosswalk.connectors.http;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** The latest requests, in memory and bounded. Thread-safe. */
public final class RequestLog {
  private final int capacity;
  private final Deque<RequestEntry> entries = new ArrayDeque<>();
  private final List<Consumer<RequestEntry>> listeners = new CopyOnWriteArrayList<>();

  public RequestLog(int capacity) {
    this.capacity = capacity;
  }

  public void add(RequestEntry entry) {
    synchronized (entries) {
      if (entries.size() == capacity) {
        entries.removeFirst();
      }
      entries.addLast(entry);
    }
    listeners.forEach(l -> l.accept(entry));
  }

  /** Oldest first. */
  public List<RequestEntry> entries() {
    synchronized (entries) {
      return new ArrayList<>(entries);
    }
  }

  /** The listener runs on the thread of the request. */
  public void listen(Consumer<RequestEntry> listener) {
    listeners.add(listener);
  }
}
