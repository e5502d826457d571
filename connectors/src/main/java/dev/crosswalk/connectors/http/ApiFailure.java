package dev.crosswalk.connectors.http;

import dev.crosswalk.connectors.definition.FailureKind;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.ProblemException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A request that did not bring what it was sent for, with what the engine needs to react. */
public final class ApiFailure extends ProblemException {
  private static final long serialVersionUID = 1L;

  private final FailureKind kind;
  private final String words;
  private final int status;
  private final boolean renew;
  private final boolean again;
  private final transient @Nullable Duration after;

  ApiFailure(
      FailureKind kind,
      Problem problem,
      String words,
      int status,
      boolean renew,
      boolean again,
      @Nullable Duration after) {
    super(problem);
    this.status = status;
    this.kind = kind;
    this.words = words;
    this.renew = renew;
    this.again = again;
    this.after = after;
  }

  public FailureKind kind() {
    return kind;
  }

  /** The system's own words; empty if it gave none. */
  public String words() {
    return words;
  }

  /** The answer's status; 0 where no answer came. */
  int status() {
    return status;
  }

  /** The host to approve; empty where it is about something else. */
  public Optional<String> hostToApprove() {
    return kind == FailureKind.HOST_NOT_APPROVED ? Optional.of(words) : Optional.empty();
  }

  /** Whether the same request may work with a new token. */
  boolean renew() {
    // Many systems do not say whether a token has run out or never was one; a new one tells.
    return renew || kind == FailureKind.TOKEN_EXPIRED || kind == FailureKind.UNAUTHENTICATED;
  }

  /** Whether the same request may work later. */
  boolean again() {
    return again;
  }

  /** How long the system asks to wait; null if it does not say. */
  @Nullable Duration after() {
    return after;
  }
}
