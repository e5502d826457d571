package dev.crosswalk.engine.match;

/** A language model that answers a text with a text. The one way out of the engine for it. */
public interface LanguageModel {

  /**
   * The model's answer.
   *
   * @throws ModelFailure where there is none, in time and of a sensible size
   */
  String answer(String instructions, String question) throws ModelFailure;

  /** Why there is no answer; the message is for people and holds no secret. */
  final class ModelFailure extends Exception {
    private static final long serialVersionUID = 1;

    public ModelFailure(String message) {
      super(message);
    }

    public ModelFailure(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
