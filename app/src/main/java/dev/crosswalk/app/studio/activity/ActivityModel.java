package dev.crosswalk.app.studio.activity;

import dev.crosswalk.app.studio.shell.Dialogs;
import dev.crosswalk.app.studio.shell.StudioContext;
import dev.crosswalk.connectors.http.RequestEntry;
import dev.crosswalk.connectors.http.RequestLog;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;

/** The requests that went out, newest first, filtered by what was typed. */
final class ActivityModel {
  private final StudioContext context;
  private final RequestLog log;
  private final Executor ui;
  private final ObservableList<RequestEntry> entries = FXCollections.observableArrayList();
  private final FilteredList<RequestEntry> shown = new FilteredList<>(entries);
  private final StringProperty filter = new SimpleStringProperty("");
  private final BooleanProperty failedOnly = new SimpleBooleanProperty();
  private final ReadOnlyStringWrapper totals = new ReadOnlyStringWrapper("");
  private final AtomicBoolean pending = new AtomicBoolean();
  private long seen;

  /**
   * @param ui runs on the JavaFX thread; requests are logged on others
   */
  ActivityModel(StudioContext context, RequestLog log, Executor ui) {
    this.context = context;
    this.log = log;
    this.ui = ui;
    log.listen(entry -> {
      if (pending.compareAndSet(false, true)) {
        ui.execute(this::refresh);
      }
    });
    filter.addListener((o, was, is) -> sift());
    failedOnly.addListener((o, was, is) -> sift());
    refresh();
  }

  ObservableList<RequestEntry> shown() {
    return shown;
  }

  StringProperty filter() {
    return filter;
  }

  BooleanProperty failedOnly() {
    return failedOnly;
  }

  /** How many requests are shown, failed, were tries again, their bytes and their middle time. */
  ReadOnlyStringProperty totals() {
    return totals.getReadOnlyProperty();
  }

  private void total() {
    long failed = shown.stream().filter(RequestEntry::failed).count();
    long retried = shown.stream().filter(e -> e.attempt() > 1).count();
    long bytes = shown.stream().mapToLong(e -> Math.max(0, e.bytes())).sum();
    long[] times = shown.stream().mapToLong(e -> e.took().toMillis()).sorted().toArray();
    long middle = times.length == 0 ? 0 : times[times.length / 2];
    totals.set(
        context
            .texts()
            .of("activity.totals", shown.size(), failed, retried, (bytes + 1023) / 1024, middle));
  }

  boolean isEmpty() {
    return entries.isEmpty();
  }

  /** Everything about one request, for the pane below the table. */
  String details(RequestEntry entry) {
    StringBuilder text = new StringBuilder();
    text.append(entry.method()).append(' ').append(entry.url()).append('\n');
    entry
        .headers()
        .forEach(h -> text.append(h.getKey()).append(": ").append(h.getValue()).append('\n'));
    text.append('\n');
    text.append(
        entry.failure() == null
            ? context.texts().of("activity.answered", entry.status(), entry.took().toMillis())
            : context.texts().of("activity.unanswered", entry.failure()));
    entry.limits().entrySet().stream()
        .sorted(java.util.Map.Entry.comparingByKey())
        .forEach(h -> text.append('\n').append(h.getKey()).append(": ").append(h.getValue()));
    return text.toString();
  }

  void exportHar() {
    List<RequestEntry> all = List.copyOf(shown);
    context
        .dialogs()
        .saveFile(
            context.texts().of("activity.exportHar"),
            "crosswalk.har",
            List.of(new Dialogs.FileKind("HAR", List.of("har"))),
            file ->
                context
                    .tasks()
                    .run(
                        context.texts().of("activity.exporting"),
                        progress -> {
                          Files.writeString(file, Har.of(all), StandardCharsets.UTF_8);
                          return file;
                        },
                        done ->
                            context
                                .notifications()
                                .info(context.texts().of("activity.exported", all.size(), done)),
                        problem -> context.dialogs().error(problem)));
  }

  /** Only what is new goes in, at the top, so that a selected request stays selected. */
  private void refresh() {
    pending.set(false);
    RequestLog.News news = log.since(seen);
    seen = news.added();
    if (!news.entries().isEmpty()) {
      entries.addAll(0, news.entries().reversed());
      if (entries.size() > log.capacity()) {
        entries.remove(log.capacity(), entries.size());
      }
    }
    total();
  }

  private void sift() {
    String typed = filter.get().strip().toLowerCase(Locale.ROOT);
    boolean failed = failedOnly.get();
    shown.setPredicate(e ->
        (!failed || e.failed())
            && (typed.isEmpty()
                || (e.method()
                        + " "
                        + e.url()
                        + " "
                        + e.status()
                        + " "
                        + e.why()
                        + " "
                        + context.texts().act(e.why())
                        + " "
                        + e.connection())
                    .toLowerCase(Locale.ROOT)
                    .contains(typed)));
    total();
  }
}
