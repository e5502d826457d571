package dev.crosswalk.engine.run;

/** Says why a record cannot be read; the message is a sentence for people. */
public final class MalformedRecord extends Exception {
  private static final long serialVersionUID = 1L;

  MalformedRecord(String message) {
    // Thrown once a bad line, of which there may be millions: no stack trace.
    super(message, null, false, false);
  }

  /** The sentence. */
  public String reason() {
    String message = getMessage();
    return message == null ? "" : message;
  }
}
