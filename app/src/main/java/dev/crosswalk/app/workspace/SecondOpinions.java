package dev.crosswalk.app.workspace;

import dev.crosswalk.connectors.model.ChatFailure;
import dev.crosswalk.connectors.model.ChatModel;
import dev.crosswalk.engine.match.LanguageModel;
import dev.crosswalk.engine.match.SecondOpinion;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.ProblemException;
import java.time.Duration;

/** Second opinions from the language model that a person agreed to. */
public final class SecondOpinions {
  /** How long one answer may take, if nobody says otherwise. */
  public static final Duration TIMEOUT = Duration.ofSeconds(30);

  private SecondOpinions() {}

  /**
   * How much is asked.
   *
   * @param below targets whose best candidate scores less are asked about, 0 to 1
   * @param calls the most questions sent
   */
  public record Extent(double below, int calls) {
    public static final Extent STANDARD =
        new Extent(SecondOpinion.Options.STANDARD.below(), SecondOpinion.Options.STANDARD.calls());
  }

  /**
   * Sends one question that tells nothing of any schema.
   *
   * @throws ProblemException {@code model-silent} where no usable answer comes, with the reason; or
   *     what {@link ChatModel} says of the address
   */
  public static void test(ModelConsent.Setting setting, String key, Duration timeout) {
    try {
      new ChatModel(setting.url(), setting.model(), key, timeout)
          .answer("You are being tried out.", "Answer with the word ok.");
    } catch (ChatFailure e) {
      throw new ProblemException(
          Problem.error(
              "model-silent",
              null,
              e.getMessage() == null ? "The model gave no answer." : e.getMessage(),
              "Check the address, the name of the model and the key, and that it is running."),
          e);
    }
  }

  /** As below, as much as is usual. */
  public static SecondOpinion of(
      ModelConsent.Setting setting, String key, Duration timeout, SecondOpinion.Memory answers) {
    return of(setting, Extent.STANDARD, key, timeout, answers);
  }

  /**
   * @param setting what the person agreed to
   * @param extent how much is asked
   * @param key sent as a bearer token; empty for none
   * @param timeout for each answer, 1 second to 10 minutes
   * @param answers kept from before
   */
  public static SecondOpinion of(
      ModelConsent.Setting setting,
      Extent extent,
      String key,
      Duration timeout,
      SecondOpinion.Memory answers) {
    long seconds = Math.clamp(timeout.toSeconds(), 1, 600);
    ChatModel chat =
        new ChatModel(setting.url(), setting.model(), key, Duration.ofSeconds(seconds));
    SecondOpinion.Options standard = SecondOpinion.Options.STANDARD;
    return new SecondOpinion(
        asModel(chat),
        answers,
        new SecondOpinion.Options(
            extent.below(),
            standard.batch(),
            extent.calls(),
            standard.candidates(),
            setting.values()));
  }

  private static LanguageModel asModel(ChatModel chat) {
    return (instructions, question) -> {
      try {
        return chat.answer(instructions, question);
      } catch (ChatFailure e) {
        throw new LanguageModel.ModelFailure(
            e.getMessage() == null ? "" : e.getMessage(), e, e.isTooMuch());
      }
    };
  }
}
