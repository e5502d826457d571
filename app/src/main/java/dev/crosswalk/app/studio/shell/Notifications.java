package dev.crosswalk.app.studio.shell;

import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.Severity;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * Messages in the corner of the window that never take the focus. Information goes by itself after
 * a while; warnings and errors stay until dismissed. Used on the JavaFX thread.
 */
public final class Notifications {
  private static final int MOST = 4;

  /**
   * @param action what can be done about it, in one or two words; null if nothing
   */
  public record Notice(
      Severity severity, String text, @Nullable String action, @Nullable Runnable run) {}

  private final Texts texts;
  private final ObservableList<Notice> notices = FXCollections.observableArrayList();

  Notifications(Texts texts) {
    this.texts = texts;
  }

  /** Newest last. */
  public ObservableList<Notice> notices() {
    return notices;
  }

  public void info(String text) {
    add(new Notice(Severity.INFO, text, null, null));
  }

  public void warn(String text) {
    add(new Notice(Severity.WARNING, text, null, null));
  }

  /** Says what went wrong and what to do. */
  public void problem(Problem problem) {
    add(new Notice(problem.severity(), texts.of(problem).toString(), null, null));
  }

  public void add(Notice notice) {
    notices.removeIf(n -> n.text().equals(notice.text()));
    notices.add(notice);
    if (notices.size() > MOST) {
      notices.removeFirst();
    }
  }

  public void dismiss(Notice notice) {
    notices.remove(notice);
  }
}
