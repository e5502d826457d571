package dev.crosswalk.connectors.auth;

import dev.crosswalk.connectors.Progress;
import dev.crosswalk.connectors.definition.AuthSpec;
import dev.crosswalk.connectors.definition.FailureKind;
import dev.crosswalk.connectors.definition.Scope;
import dev.crosswalk.connectors.http.ApiFailure;
import dev.crosswalk.connectors.http.RemoteProblems;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of one connection: gets, renews and keeps them. A new refresh token is in the secret
 * store before the new access token is used, and two processes do not use up each other's: a
 * renewal happens under a lock, with what the store has by then, and not at all where the other
 * process has renewed meanwhile.
 */
final class TokenKeeper implements Keeper {
  private final String connection;
  private final AuthSpec auth;
  private final AuthSpec.OAuth oauth;
  private final Scope inputs;
  private final TokenClient tokens;
  private final @Nullable Personal person;
  private final StoredSignIn stored;
  private final TokenLock lock;
  private final RemoteProblems problems;
  private final Clock clock;
  private final ReentrantLock mine = new ReentrantLock();
  private volatile @Nullable Token token;

  /** A way to sign in that needs a person. */
  @FunctionalInterface
  interface Personal {
    TokenClient.Granted run(Scope scope, Progress progress);
  }

  /**
   * @param person null where the app signs in alone
   */
  TokenKeeper(
      String connection,
      AuthSpec auth,
      AuthSpec.OAuth oauth,
      Scope inputs,
      TokenClient tokens,
      @Nullable Personal person,
      StoredSignIn stored,
      TokenLock lock,
      RemoteProblems problems,
      Clock clock) {
    this.connection = connection;
    this.auth = auth;
    this.oauth = oauth;
    this.inputs = inputs;
    this.tokens = tokens;
    this.person = person;
    this.stored = stored;
    this.lock = lock;
    this.problems = problems;
    this.clock = clock;
  }

  @Override
  public void signIn(Progress progress) {
    mine.lock();
    try {
      if (usable(token) != null) {
        return;
      }
      if (person == null || stored.refreshToken().isPresent() || stored.kept().isPresent()) {
        try {
          get(null, progress);
          return;
        } catch (ApiFailure e) {
          if (person == null || e.kind() != FailureKind.SIGN_IN) {
            throw e;
          }
        }
      }
      keep(java.util.Objects.requireNonNull(person).run(inputs, progress), Map.of());
    } finally {
      mine.unlock();
    }
  }

  @Override
  public boolean signOut(Progress progress) {
    mine.lock();
    try {
      Optional<String> refresh = stored.refreshToken();
      stored.forget();
      token = null;
      return refresh.isPresent() && tokens.revoke(refresh.get(), inputs, progress);
    } finally {
      mine.unlock();
    }
  }

  @Override
  public Access access(Progress progress) {
    Token now = usable(token);
    if (now == null) {
      mine.lock();
      try {
        now = usable(token);
        if (now == null) {
          now = get(null, progress);
        }
      } finally {
        mine.unlock();
      }
    }
    return access(now);
  }

  private @Nullable Token usable(@Nullable Token candidate) {
    return candidate != null && clock.instant().isBefore(candidate.expires()) ? candidate : null;
  }

  private Access access(Token now) {
    Map<String, String> values = new HashMap<>();
    auth.vars().forEach((name, value) -> values.put(name, value.text(inputs)));
    values.putAll(now.captured());
    return Login.access(auth, inputs, values, now.accessToken(), now.scopes());
  }

  @Override
  public boolean renew(Access refused, Progress progress) {
    mine.lock();
    try {
      Token now = token;
      if (now == null || access(now).headers().equals(refused.headers())) {
        token = null;
        get(now == null ? null : now.accessToken(), progress);
      }
      return true;
    } finally {
      mine.unlock();
    }
  }

  /**
   * @param refused an access token that the system takes no more; null where none was tried
   */
  private Token get(@Nullable String refused, Progress progress) {
    return lock.hold(
        connection,
        progress,
        () ->
            person == null
                ? keep(tokens.requestAlone(inputs, progress), Map.of())
                : refreshed(refused, progress));
  }

  private Token refreshed(@Nullable String refused, Progress progress) {
    Optional<StoredSignIn.Kept> kept = stored.kept();
    Token other = usable(kept.map(StoredSignIn.Kept::token).orElse(null));
    if (other != null && !other.accessToken().equals(refused)) {
      token = other;
      return other;
    }
    String refresh =
        stored
            .refreshToken()
            .orElseThrow(() ->
                problems.failure(
                    FailureKind.SIGN_IN,
                    "Nobody is signed in for connection '" + connection + "'.",
                    "Sign in with 'crosswalk connect' or in Connections."));
    Map<String, String> before = kept.map(k -> k.token().captured()).orElse(Map.of());
    try {
      return keep(refresh(refresh, before, progress), before);
    } catch (ApiFailure e) {
      // Somebody may have renewed it meanwhile, on another machine's keychain or without our lock.
      Optional<String> newer = stored.refreshToken();
      if (e.kind() == FailureKind.SIGN_IN && newer.isPresent() && !newer.get().equals(refresh)) {
        return keep(refresh(newer.get(), before, progress), before);
      }
      throw e.kind() == FailureKind.SIGN_IN ? idle(e, kept.map(StoredSignIn.Kept::renewed)) : e;
    }
  }

  /** Says why, where the reason is that nobody came by for too long. */
  private ApiFailure idle(ApiFailure failure, Optional<Instant> renewed) {
    Integer days = oauth.refresh().idleDays();
    if (days == null
        || renewed.isEmpty()
        || renewed.get().plus(Duration.ofDays(days)).isAfter(clock.instant())) {
      return failure;
    }
    return problems.failure(
        FailureKind.SIGN_IN,
        failure.problem().what()
            + " It was last used on "
            + renewed.get().atOffset(java.time.ZoneOffset.UTC).toLocalDate()
            + "; this system ends a sign-in that is not used for "
            + days
            + " days.",
        failure.problem().next());
  }

  private TokenClient.Granted refresh(
      String refreshToken, Map<String, String> captured, Progress progress) {
    Map<String, String> grant = new LinkedHashMap<>();
    grant.put("grant_type", "refresh_token");
    grant.put("refresh_token", refreshToken);
    return tokens.request(grant, inputs.plus(captured), "renew the sign-in", progress);
  }

  private Token keep(TokenClient.Granted granted, Map<String, String> before) {
    Token now = granted.token().over(before);
    if (person != null) {
      stored.keep(granted, now, clock.instant());
    }
    token = now;
    return now;
  }
}
