package dev.crosswalk.app.studio.mapping;

import dev.crosswalk.app.studio.shell.Tasks;
import dev.crosswalk.app.studio.shell.Texts;
import dev.crosswalk.engine.mapping.Mapping;
import dev.crosswalk.engine.match.MatchRequest;
import dev.crosswalk.engine.match.Matcher;
import dev.crosswalk.engine.match.Suggestions;
import dev.crosswalk.engine.problem.Problem;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Asks the matcher what fits, off the JavaFX thread: once when a mapping is opened, and again after
 * each decision, which ranks the rest anew. The matcher keeps the fields compared, so asking again
 * takes milliseconds. Only the answer to the last question is shown.
 */
final class Asking {
  private final Tasks tasks;
  private final Texts texts;
  private final Matcher matcher;
  private final Consumer<Suggestions> answered;
  private final Consumer<Problem> failed;
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();

  /** What the suggestions answer, or will; null while nothing was asked. */
  private @Nullable MatchRequest asked;

  private Tasks.@Nullable Handle first;

  Asking(
      Tasks tasks,
      Texts texts,
      Matcher matcher,
      Consumer<Suggestions> answered,
      Consumer<Problem> failed) {
    this.tasks = tasks;
    this.texts = texts;
    this.matcher = matcher;
    this.answered = answered;
    this.failed = failed;
  }

  /** Whether fields are being compared for the first time. */
  ReadOnlyBooleanProperty running() {
    return running.getReadOnlyProperty();
  }

  /** Asks in any case. */
  void ask(MappingContext context, Mapping mapping) {
    stop();
    MatchRequest request = context.request(mapping);
    asked = request;
    running.set(true);
    first =
        tasks.run(
            texts.of("mapping.suggesting", context.target().shown()),
            progress -> matcher.suggest(request),
            found -> {
              if (request == asked) {
                running.set(false);
                answered.accept(found);
              }
            },
            problem -> {
              if (request == asked) {
                running.set(false);
                failed.accept(problem);
              }
            });
  }

  /** Asks once more where decisions were made since. */
  void askAgain(MappingContext context, Mapping mapping) {
    MatchRequest last = asked;
    if (last == null || running.get()) {
      return;
    }
    MatchRequest request = context.request(mapping);
    boolean same =
        request.history().equals(last.history()) && request.shared().equals(last.shared());
    if (!same) {
      asked = request;
      tasks.latest(
          "suggestions",
          progress -> matcher.suggest(request),
          found -> {
            if (request == asked) {
              answered.accept(found);
            }
          },
          failed);
    }
  }

  /** Forgets what was asked; an answer that is still to come is passed over. */
  void stop() {
    asked = null;
    running.set(false);
    Tasks.Handle handle = first;
    first = null;
    if (handle != null) {
      handle.cancel();
    }
  }
}
