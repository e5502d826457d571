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
    private static final long serialVersionUID = 2;

    private final boolean tooMuch;

    public ModelFailure(String message) {
      super(message);
      this.tooMuch = false;
    }

    public ModelFailure(String message, Throwable cause) {
      this(message, cause, false);
    }

    /**
     * @param tooMuch whether the question or its answer is longer than the model can take, so that
     *     a part of it may do
     */
    public ModelFailure(String message, Throwable cause, boolean tooMuch) {
      super(message, cause);
      this.tooMuch = tooMuch;
    }

    public boolean isTooMuch() {
      return tooMuch;
    }
  }
}
