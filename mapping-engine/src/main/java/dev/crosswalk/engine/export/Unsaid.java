package dev.crosswalk.engine.export;

/** What a mapping says and a language cannot; never leaves the exporter. */
final class Unsaid extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param why for people, a clause without a full stop
   */
  Unsaid(String why) {
    super(why, null, false, false);
  }

  String why() {
    return String.valueOf(getMessage());
  }
}
