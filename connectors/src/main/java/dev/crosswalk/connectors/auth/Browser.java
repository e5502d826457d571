package dev.crosswalk.connectors.auth;

import java.net.URI;

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
}
