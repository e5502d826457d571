package dev.crosswalk.connectors.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * How to start the sandbox.
 *
 * @param port of the first account, the others take the next ones; 0 gives each a free one
 * @param dialects which to start, of {@link Sandbox#DIALECTS}
 * @param clock tells when tokens are issued and run out; records do not depend on it
 * @param tokenLife how long an access token works
 * @param autoApprove the sign-in page is skipped: the authorize call redirects at once, as for a
 *     user who is signed in and has approved before
 * @param rotateRefreshTokens every refresh gives a new refresh token and kills the old one
 */
public record SandboxOptions(
    int port,
    List<String> dialects,
    Clock clock,
    Duration tokenLife,
    boolean autoApprove,
    boolean rotateRefreshTokens) {

  public SandboxOptions {
    dialects = List.copyOf(dialects);
  }

  /**
   * The three accounts of the demonstration on free ports, with a sign-in page to click through.
   */
  public static SandboxOptions of(Clock clock) {
    return new SandboxOptions(
        0, List.of("salesforce", "hubspot"), clock, Duration.ofHours(2), false, false);
  }

  public SandboxOptions onPort(int first) {
    return new SandboxOptions(first, dialects, clock, tokenLife, autoApprove, rotateRefreshTokens);
  }

  public SandboxOptions only(String... names) {
    return new SandboxOptions(
        port, List.of(names), clock, tokenLife, autoApprove, rotateRefreshTokens);
  }

  public SandboxOptions approving() {
    return new SandboxOptions(port, dialects, clock, tokenLife, true, rotateRefreshTokens);
  }

  public SandboxOptions rotating() {
    return new SandboxOptions(port, dialects, clock, tokenLife, autoApprove, true);
  }
}
