package dev.crosswalk.connectors.auth;

import dev.crosswalk.connectors.Progress;
import dev.crosswalk.connectors.http.Authorizer;

/** Gets and keeps the credentials of one connection. Thread-safe. */
interface Keeper extends Authorizer {

  /** Signs in where that is needed; only this opens a browser. */
  default void signIn(Progress progress) {}

  /** Takes back what the system gave, where it can be, and forgets it. */
  default boolean signOut(Progress progress) {
    return false;
  }

  /** Credentials that never change. */
  record Fixed(Access access) implements Keeper {
    @Override
    public Access access(Progress progress) {
      return access;
    }

    @Override
    public boolean renew(Access refused, Progress progress) {
      return false;
    }
  }
}
