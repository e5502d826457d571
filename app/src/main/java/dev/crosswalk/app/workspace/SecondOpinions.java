package dev.crosswalk.app.workspace;

import dev.crosswalk.connectors.model.ChatFailure;
import dev.crosswalk.connectors.model.ChatModel;
import dev.crosswalk.engine.match.LanguageModel;
import dev.crosswalk.engine.match.SecondOpinion;
import java.time.Duration;

/** Second opinions from the language model that a person agreed to. */
public final class SecondOpinions {
  /** How long one answer may take, if nobody says otherwise. */
  public static final Duration TIMEOUT = Duration.ofSeconds(30);

  private SecondOpinions() {}

  /**
   * @param setting what the person agreed to
   * @param key sent as a bearer token; empty for none
   * @param timeout for each answer, 1 second to 10 minutes
   * @param answers kept from before
   */
  public static SecondOpinion of(
      ModelConsent.Setting setting, String key, Duration timeout, SecondOpinion.Memory answers) {
    long seconds = Math.clamp(timeout.toSeconds(), 1, 600);
    ChatModel chat =
        new ChatModel(setting.url(), setting.model(), key, Duration.ofSeconds(seconds));
    SecondOpinion.Options standard = SecondOpinion.Options.STANDARD;
    return new SecondOpinion(
        asModel(chat),
        answers,
        new SecondOpinion.Options(
            standard.below(),
            standard.batch(),
            standard.calls(),
            standard.candidates(),
            setting.values()));
  }

  private static LanguageModel asModel(ChatModel chat) {
    return (instructions, question) -> {
      try {
        return chat.answer(instructions, question);
      } catch (ChatFailure e) {
        throw new LanguageModel.ModelFailure(e.getMessage() == null ? "" : e.getMessage(), e);
      }
    };
  }
}
