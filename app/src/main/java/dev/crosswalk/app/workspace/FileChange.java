package dev.crosswalk.app.workspace;

/**
 * A file that differs from the last commit.
 *
 * @param path relative to the workspace, with forward slashes
 * @param oldText the committed text; empty where the file is new
 * @param newText the text on disk; empty where the file is gone
 */
public record FileChange(String path, Kind kind, String oldText, String newText) {

  /** What happened to the file. */
  public enum Kind {
    ADDED,
    MODIFIED,
    DELETED
  }
}
