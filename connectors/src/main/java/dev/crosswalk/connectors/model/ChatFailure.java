package dev.crosswalk.connectors.model;

/** Why a language model gave no answer; the message is for people and holds no secret. */
public final class ChatFailure extends Exception {
  private static final long serialVersionUID = 1;

  ChatFailure(String message) {
    super(message);
  }

  ChatFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
