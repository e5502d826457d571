package dev.crosswalk.connectors.http;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** The latest requests, in memory and bounded. Thread-safe. */
public final class RequestLog {
  private final int capacity;
  private final Deque<RequestEntry> entries = new ArrayDeque<>();
  private long added;
  private final Map<String, Totals> totals = new HashMap<>();
  private final List<Consumer<RequestEntry>> listeners = new CopyOnWriteArrayList<>();

  public RequestLog(int capacity) {
    this.capacity = capacity;
  }

  /**
   * What a connection cost since the program started, beyond what the list still holds.
   *
   * @param requests all that went out, repeated ones too
   * @param repeated of them, those that were sent again
   * @param failed of them, those with status 400 and more or without an answer; those that were
   *     given up are none of them
   * @param bytes of all answers, unpacked
   * @param took time under way, all added up
   */
  public record Totals(long requests, long repeated, long failed, long bytes, Duration took) {
    static final Totals NONE = new Totals(0, 0, 0, 0, Duration.ZERO);

    Totals plus(RequestEntry entry) {
      return new Totals(
          requests + 1,
          repeated + (entry.attempt() > 1 ? 1 : 0),
          failed + (entry.failed() ? 1 : 0),
          bytes + Math.max(0, entry.bytes()),
          took.plus(entry.took()));
    }
  }

  public void add(RequestEntry entry) {
    synchronized (entries) {
      totals.merge(
          entry.connection(), Totals.NONE.plus(entry), (before, one) -> before.plus(entry));
      if (entries.size() == capacity) {
        entries.removeFirst();
      }
      entries.addLast(entry);
      added++;
    }
    listeners.forEach(l -> l.accept(entry));
  }

  /** Oldest first. */
  public List<RequestEntry> entries() {
    synchronized (entries) {
      return new ArrayList<>(entries);
    }
  }

  /** How many are kept at most. */
  public int capacity() {
    return capacity;
  }

  /**
   * What came after an earlier look, so that whoever shows the list does not begin anew.
   *
   * @param entries oldest first; no more than the list still holds
   * @param added how many there have been in all, for the next look
   */
  public record News(List<RequestEntry> entries, long added) {
    public News {
      entries = List.copyOf(entries);
    }
  }

  /**
   * @param seen {@link News#added} of the earlier look; 0 for the first
   */
  public News since(long seen) {
    synchronized (entries) {
      List<RequestEntry> fresh = new ArrayList<>();
      Iterator<RequestEntry> newest = entries.descendingIterator();
      for (long left = added - seen; left > 0 && newest.hasNext(); left--) {
        fresh.add(newest.next());
      }
      return new News(fresh.reversed(), added);
    }
  }

  /** Those that a person looks for, oldest first. */
  public List<RequestEntry> entries(RequestFilter filter) {
    return entries().stream().filter(filter).toList();
  }

  /** By name of the connection. */
  public Map<String, Totals> totals() {
    synchronized (entries) {
      return new TreeMap<>(totals);
    }
  }

  /** The listener runs on the thread of the request. */
  public void listen(Consumer<RequestEntry> listener) {
    listeners.add(listener);
  }
}
