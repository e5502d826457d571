package dev.crosswalk.connectors.definition;

import java.util.Locale;
import java.util.Optional;

/** Why a request did not bring what it was sent for. */
public enum FailureKind {
  TOKEN_EXPIRED,
  UNAUTHENTICATED,
  FORBIDDEN,
  MISSING_SCOPE,
  NOT_FOUND,
  THROTTLED,
  QUOTA,
  API_DISABLED,
  API_VERSION_RETIRED,
  FIELD_HIDDEN_OR_MISSING,
  INVALID_REQUEST,
  CONFLICT,
  VENDOR_ERROR,
  UNAVAILABLE,
  /** No connection: unknown host, refused, timed out. */
  UNREACHABLE,
  /** No trust: certificate or protocol. */
  TLS,
  /** An answer that is not what the interface promises: a web page, cut, not JSON, too large. */
  NONSENSE,
  /** An address that the definition does not allow. */
  HOST_NOT_ALLOWED,
  /** A host that a person has to allow first, because the definition is not a shipped one. */
  HOST_NOT_APPROVED,
  /** The person works offline. */
  OFFLINE,
  /** A person has to sign in again. */
  SIGN_IN;

  /**
   * Whether the system has said its last word: it would say the same again. Everything else may be
   * over in a minute, so that what is missing for it must not be taken for not being there.
   */
  public boolean settled() {
    return switch (this) {
      case FORBIDDEN,
          MISSING_SCOPE,
          NOT_FOUND,
          API_DISABLED,
          API_VERSION_RETIRED,
          FIELD_HIDDEN_OR_MISSING,
          INVALID_REQUEST,
          CONFLICT ->
          true;
      default -> false;
    };
  }

  /** The word in definitions and in problem codes. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<FailureKind> ofWord(String word) {
    for (FailureKind kind : values()) {
      if (kind.word().equals(word)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
