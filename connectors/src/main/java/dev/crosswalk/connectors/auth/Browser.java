package dev.crosswalk.connectors.auth;

import java.net.URI;

/** Opens a page for a person to sign in; the command line also prints the address. */
@FunctionalInterface
public interface Browser {
  void open(URI page);
}
