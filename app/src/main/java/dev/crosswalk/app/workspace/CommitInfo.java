package dev.crosswalk.app.workspace;

import java.time.Instant;

/**
 * One commit.
 *
 * @param id the full hash in hex
 * @param message the whole message
 */
public record CommitInfo(String id, String author, Instant at, String message) {

  /** The hash as people write it: seven digits. */
  public String shortId() {
    return id.substring(0, 7);
  }

  /** The first line of the message. */
  public String subject() {
    return message.lines().findFirst().orElse("");
  }
}
