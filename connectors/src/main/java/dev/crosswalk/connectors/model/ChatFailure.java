package dev.crosswalk.connectors.model;

import org.jspecify.annotations.Nullable;

/** Why a language model gave no answer; the message is for people and holds no secret. */
public final class ChatFailure extends Exception {
  private static final long serialVersionUID = 2;

  private final boolean tooMuch;

  ChatFailure(String message) {
    this(message, null, false);
  }

  ChatFailure(String message, Throwable cause) {
    this(message, cause, false);
  }

  ChatFailure(String message, @Nullable Throwable cause, boolean tooMuch) {
    super(message, cause);
    this.tooMuch = tooMuch;
  }

  /** Whether the question or its answer is longer than the model can take. */
  public boolean isTooMuch() {
    return tooMuch;
  }
}
