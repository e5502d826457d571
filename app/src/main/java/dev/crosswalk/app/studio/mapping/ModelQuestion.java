package dev.crosswalk.app.studio.mapping;

import dev.crosswalk.app.studio.mapping.Suggesting.Question;
import dev.crosswalk.app.studio.shell.Dialogs;
import dev.crosswalk.app.studio.shell.StudioContext;
import dev.crosswalk.app.studio.shell.Texts;
import dev.crosswalk.app.workspace.ModelConsent;
import dev.crosswalk.app.workspace.ModelConsent.Setting;
import dev.crosswalk.app.workspace.SecondOpinions;
import dev.crosswalk.app.workspace.SecondOpinions.Extent;
import dev.crosswalk.engine.match.SecondOpinion;
import dev.crosswalk.engine.match.SecondOpinion.Outcome;
import java.util.Optional;

/**
 * Asks a language model about the suggestions of which the engine is not certain. First a form says
 * what is sent and to where; only who agrees to it sends anything.
 */
public final class ModelQuestion {
  private final StudioContext context;
  private final Texts texts;
  private final MappingViewModel editor;

  public ModelQuestion(StudioContext context, MappingViewModel editor) {
    this.context = context;
    this.texts = context.texts();
    this.editor = editor;
  }

  /** Shows the form, with what was agreed to before. */
  public void start() {
    Question question = editor.suggesting().question().orElse(null);
    if (question == null) {
      context.notifications().info(texts.of("mapping.model.nothing"));
      return;
    }
    ModelConsent consent = context.services().model();
    context
        .tasks()
        .latest(
            "model-consent",
            progress -> new Kept(consent.read(), consent.extent()),
            kept -> form(question, kept),
            context.dialogs()::error);
  }

  /** What was agreed to, and how much was asked, last time. */
  private record Kept(Optional<Setting> setting, Extent extent) {}

  private void form(Question question, Kept kept) {
    ModelForm form = new ModelForm(texts, kept.setting(), kept.extent(), this::test);
    context
        .dialogs()
        .form(
            new Dialogs.Form(
                texts.of("mapping.model.title"),
                form,
                texts.of("mapping.model.agree"),
                form.valid()),
            () -> ask(question, form.setting(), form.extent(), form.key()));
  }

  private void test(ModelForm form) {
    Setting setting = form.setting();
    String key = form.key();
    context
        .tasks()
        .run(
            texts.of("mapping.model.testing", setting.model()),
            progress -> {
              SecondOpinions.test(setting, key, SecondOpinions.TIMEOUT);
              return true;
            },
            good -> form.answered(),
            form::failed);
  }

  private void ask(Question question, Setting setting, Extent extent, String key) {
    ModelConsent consent = context.services().model();
    context
        .tasks()
        .run(
            texts.of("mapping.model.asking", setting.model()),
            progress -> {
              // Refuses what is no address, or where the key may not go, before it is remembered.
              SecondOpinion model =
                  SecondOpinions.of(
                      setting, extent, key, SecondOpinions.TIMEOUT, consent.memory(setting));
              consent.write(setting, extent);
              return model.ask(question.request(), question.suggestions());
            },
            outcome -> heard(question, outcome),
            context.dialogs()::error);
  }

  private void heard(Question question, Outcome outcome) {
    // An answer that does not count takes back nothing that was said before.
    boolean open =
        outcome.heard().votes().isEmpty() || editor.suggesting().hear(question, outcome.heard());
    outcome.notes().forEach(note -> context.notifications().warn(texts.note(note)));
    context.notifications().info(texts.of(said(open, outcome), outcome.asked()));
  }

  private static String said(boolean open, Outcome outcome) {
    if (outcome.asked() == 0) {
      return outcome.calls() == 0 ? "mapping.model.certain" : "mapping.model.silent";
    }
    return open ? "mapping.model.asked" : "mapping.model.elsewhere";
  }
}
