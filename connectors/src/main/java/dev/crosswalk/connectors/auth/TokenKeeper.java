package dev.crosswalk.connectors.auth;

import dev.crosswalk.connectors.Progress;
import dev.crosswalk.connectors.definition.AuthSpec;
import dev.crosswalk.connectors.definition.FailureKind;
import dev.crosswalk.connectors.definition.Scope;
import dev.crosswalk.connectors.http.ApiFailure;
import dev.crosswalk.connectors.http.Authorizer;
import dev.crosswalk.connectors.http.RemoteProblems;
import dev.crosswalk.connectors.secrets.SecretStore;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of one connection: gets, renews and keeps them. A new refresh token is in the secret
 * store before the new access token is used, and two processes do not use up each other's: a
 * renewal happens under a lock, with the token that the store has by then.
 */
final class TokenKeeper implements Authorizer {
  static final String REFRESH_TOKEN = "refresh-token";

  private final String connection;
  private final AuthSpec auth;
  private final AuthSpec.OAuth oauth;
  private final Scope inputs;
  private final TokenClient tokens;
  private final @Nullable BrowserSignIn browser;
  private final SecretStore secrets;
  private final TokenLock lock;
  private final RemoteProblems problems;
  private final Clock clock;
  private final ReentrantLock mine = new ReentrantLock();
  private volatile @Nullable Token token;

  TokenKeeper(
      String connection,
      AuthSpec auth,
      AuthSpec.OAuth oauth,
      Scope inputs,
      TokenClient tokens,
      @Nullable BrowserSignIn browser,
      SecretStore secrets,
      TokenLock lock,
      RemoteProblems problems,
      Clock clock) {
    this.connection = connection;
    this.auth = auth;
    this.oauth = oauth;
    this.inputs = inputs;
    this.tokens = tokens;
    this.browser = browser;
    this.secrets = secrets;
    this.lock = lock;
    this.problems = problems;
    this.clock = clock;
  }

  /** Signs in where that is needed; only this opens a browser. */
  void signIn(Progress progress) {
    mine.lock();
    try {
      if (usable(token) != null) {
        return;
      }
      if (browser == null || secrets.get(connection, REFRESH_TOKEN).isPresent()) {
        try {
          get(progress);
          return;
        } catch (ApiFailure e) {
          if (browser == null || e.kind() != FailureKind.SIGN_IN) {
            throw e;
          }
        }
      }
      keep(java.util.Objects.requireNonNull(browser).run(inputs, progress));
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
          now = get(progress);
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
    Map<String, String> headers = new HashMap<>();
    Map<String, @Nullable Object> values = new HashMap<>(now.captured());
    values.put("accessToken", now.accessToken());
    Scope scope = inputs.plus(values);
    auth.headers().forEach((name, value) -> headers.put(name, value.text(scope)));
    return new Access(headers, now.captured(), now.scopes());
  }

  @Override
  public boolean renew(Access refused, Progress progress) {
    mine.lock();
    try {
      Token now = token;
      if (now == null || access(now).headers().equals(refused.headers())) {
        token = null;
        get(progress);
      }
      return true;
    } finally {
      mine.unlock();
    }
  }

  private Token get(Progress progress) {
    return lock.hold(
        connection,
        () ->
            browser == null
                ? keep(tokens.request(credentials(), inputs, "sign in", progress))
                : refreshed(progress));
  }

  private Map<String, String> credentials() {
    Map<String, String> grant = new LinkedHashMap<>();
    grant.put("grant_type", "client_credentials");
    if (!oauth.scopes().isEmpty()) {
      grant.put("scope", String.join(oauth.scopeSeparator(), oauth.scopes()));
    }
    return grant;
  }

  private Token refreshed(Progress progress) {
    String stored =
        secrets
            .get(connection, REFRESH_TOKEN)
            .orElseThrow(() ->
                problems.failure(
                    FailureKind.SIGN_IN,
                    "Nobody is signed in for connection '" + connection + "'.",
                    "Sign in with 'crosswalk connect' or in Connections."));
    try {
      return keep(refresh(stored, progress));
    } catch (ApiFailure e) {
      // Somebody may have renewed it meanwhile, on another machine's keychain or without our lock.
      Optional<String> newer = secrets.get(connection, REFRESH_TOKEN);
      if (e.kind() == FailureKind.SIGN_IN && newer.isPresent() && !newer.get().equals(stored)) {
        return keep(refresh(newer.get(), progress));
      }
      throw e;
    }
  }

  private TokenClient.Granted refresh(String refreshToken, Progress progress) {
    Map<String, String> grant = new LinkedHashMap<>();
    grant.put("grant_type", "refresh_token");
    grant.put("refresh_token", refreshToken);
    return tokens.request(grant, inputs, "renew the sign-in", progress);
  }

  private Token keep(TokenClient.Granted granted) {
    String refresh = granted.refreshToken();
    if (refresh != null && browser != null) {
      secrets.put(connection, REFRESH_TOKEN, refresh);
    }
    Token before = token;
    Token now = granted.token();
    if (before != null && !before.captured().isEmpty()) {
      Map<String, String> captured = new HashMap<>(before.captured());
      captured.putAll(now.captured());
      now = new Token(now.accessToken(), now.expires(), captured, now.scopes());
    }
    token = now;
    return now;
  }
}
