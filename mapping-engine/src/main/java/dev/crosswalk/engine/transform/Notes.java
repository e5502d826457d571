package dev.crosswalk.engine.transform;

import dev.crosswalk.engine.transform.Outcome.FieldOutcome;
import dev.crosswalk.engine.transform.Outcome.Message;
import dev.crosswalk.engine.transform.Outcome.Status;
import dev.crosswalk.engine.transform.Outcome.Trace;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Gathers what is to be told about one target of one record at a time; costs nothing while it is
 * silent.
 */
final class Notes {
  private final boolean traced;
  private List<Message> messages = List.of();
  private List<Trace> trace = List.of();

  Notes(boolean traced) {
    this.traced = traced;
  }

  /** For the next target. */
  void clear() {
    messages = List.of();
    trace = List.of();
  }

  void warn(String text) {
    add(new Message(false, text));
  }

  void error(String text) {
    add(new Message(true, text));
  }

  private void add(Message message) {
    if (messages.isEmpty()) {
      messages = new ArrayList<>();
    }
    messages.add(message);
  }

  void trace(String part, @Nullable Object value) {
    if (traced) {
      if (trace.isEmpty()) {
        trace = new ArrayList<>();
      }
      Object shown = value == SourcePath.MISSING || value instanceof Failure ? null : value;
      trace.add(new Trace(part, shown));
    }
  }

  /** Null where nobody asked for a trace and there is nothing to tell. */
  @Nullable FieldOutcome outcome(
      Status status, @Nullable Object before, boolean missing, @Nullable Object after) {
    return !traced && messages.isEmpty() && status != Status.REJECTED
        ? null
        : new FieldOutcome(status, before, missing, after, messages, trace);
  }
}
