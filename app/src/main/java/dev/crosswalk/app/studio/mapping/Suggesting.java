package dev.crosswalk.app.studio.mapping;

import dev.crosswalk.app.studio.shell.Tasks;
import dev.crosswalk.app.studio.shell.Texts;
import dev.crosswalk.engine.match.MatchRequest;
import dev.crosswalk.engine.match.Matcher;
import dev.crosswalk.engine.match.SecondOpinion.Heard;
import dev.crosswalk.engine.match.Suggestions;
import dev.crosswalk.engine.match.Suggestions.Candidate;
import dev.crosswalk.engine.problem.Problem;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import org.jspecify.annotations.Nullable;

/**
 * The suggestions for the mapping that is open: looked for when it is opened, ranked anew after
 * each decision, and held against what a language model said. Holds no nodes.
 */
final class Suggesting {
  private static final Suggestions NONE = new Suggestions(List.of(), List.of());

  private final Asking asking;
  private final Runnable onChanged;
  private @Nullable MappingContext context;
  private @Nullable MappingDraft draft;

  /** The suggestions as they are without a language model's say. */
  private Suggestions own = NONE;

  private Suggestions suggestions = NONE;
  private Heard heard = Heard.NOTHING;

  Suggesting(
      Tasks tasks, Texts texts, Matcher matcher, Runnable onChanged, Consumer<Problem> onProblem) {
    this.onChanged = onChanged;
    this.asking = new Asking(tasks, texts, matcher, this::answered, onProblem);
  }

  /** Another mapping was opened, or none; what was known of the one before is forgotten. */
  void use(@Nullable MappingContext newContext, @Nullable MappingDraft newDraft) {
    asking.stop();
    context = newContext;
    draft = newDraft;
    own = NONE;
    suggestions = NONE;
    heard = Heard.NOTHING;
  }

  /** The same mapping has other sample records; what was found stays until the next answer. */
  void useRecordsOf(MappingContext newContext) {
    context = newContext;
  }

  /** Looks for suggestions in any case. */
  void ask() {
    MappingContext now = context;
    MappingDraft d = draft;
    if (now != null && d != null) {
      asking.ask(now, d.mapping());
    }
  }

  /** Looks for suggestions where decisions were made since the last time. */
  void askAgain() {
    MappingContext now = context;
    MappingDraft d = draft;
    if (now != null && d != null) {
      asking.askAgain(now, d.mapping());
    }
  }

  /**
   * Suggestions and what they answer.
   *
   * @param draft the mapping they are for, as it was open when this was made
   */
  record Question(MappingDraft draft, MatchRequest request, Suggestions suggestions) {}

  /**
   * What a language model can be asked about, without its say until now; empty while nothing is
   * known.
   */
  Optional<Question> question() {
    MappingContext now = context;
    MappingDraft d = draft;
    return now == null || d == null || own.targets().isEmpty()
        ? Optional.empty()
        : Optional.of(new Question(d, now.request(d.mapping()), own));
  }

  /**
   * Holds what a language model said against the suggestions, and against later ones. What it said
   * names targets and fields only, so it must not reach another mapping that has the same names.
   *
   * @return false where another mapping is open by now, and then nothing changes
   */
  boolean hear(Question asked, Heard said) {
    if (draft != asked.draft()) {
      return false;
    }
    heard = said;
    answered(own);
    return true;
  }

  private void answered(Suggestions found) {
    own = found;
    MappingContext now = context;
    MappingDraft d = draft;
    suggestions =
        now == null || d == null ? found : heard.in(found, now.request(d.mapping()).shared());
    onChanged.run();
  }

  /** Those that were found last. */
  Suggestions suggestions() {
    return suggestions;
  }

  /** The suggestion for a target with just these sources; null if there is none. */
  @Nullable Candidate known(List<String> sources, String target) {
    return suggestions.targets().stream()
        .filter(t -> Acts.path(t.targetField()).equals(target))
        .flatMap(t -> t.candidates().stream())
        .filter(c -> Acts.paths(c).equals(sources))
        .findFirst()
        .orElse(null);
  }

  /** Whether suggestions are being looked for. */
  ReadOnlyBooleanProperty running() {
    return asking.running();
  }
}
