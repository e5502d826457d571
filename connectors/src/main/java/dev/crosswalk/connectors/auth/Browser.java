package dev.crosswalk.connectors.auth;

import java.net.URI;
import java.time.Instant;

/** Opens a page for a person to sign in; the command line also prints the address. */
@FunctionalInterface
public interface Browser {
  void open(URI page);

  /**
   * Opens a page on which the person types a code (RFC 8628); it has to be shown to them, because
   * they compare it with the page even where the address holds it.
   *
   * @param code as the system gave it, such as {@code WDJB-MJHT}
   */
  default void open(URI page, String code) {
    open(page);
  }

  /**
   * Shows a code until it is typed, until it runs out, or until the person has had enough.
   *
   * @param until when the code runs out
   */
  default Shown show(URI page, String code, Instant until) {
    open(page, code);
    return Shown.UNTIL_TYPED;
  }

  /** A code that is being shown; closed when it is no longer needed. */
  interface Shown extends AutoCloseable {
    /** One that nobody can turn away. */
    Shown UNTIL_TYPED = () -> false;

    /** Whether the person does not want to go on. */
    boolean cancelled();

    @Override
    default void close() {}
  }
}
