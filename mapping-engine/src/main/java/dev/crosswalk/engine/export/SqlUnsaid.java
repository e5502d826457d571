package dev.crosswalk.engine.export;

/** What a mapping says and SQL cannot; never leaves the exporter. */
final class SqlUnsaid extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param why for people, a clause without a full stop
   */
  SqlUnsaid(String why) {
    super(why, null, false, false);
  }

  String why() {
    return String.valueOf(getMessage());
  }
}
