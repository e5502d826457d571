package dev.crosswalk.connectors.sandbox.server;

import dev.crosswalk.connectors.sandbox.Faults;
import dev.crosswalk.connectors.sandbox.SandboxOptions;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Issues and checks OAuth 2.0 codes and tokens: authorization code with PKCE (RFC 7636, S256 only),
 * refresh, client credentials and password. The dialects give the answers their form.
 */
public final class OAuthDesk {
  private static final Duration CODE_LIFE = Duration.ofMinutes(10);

  /**
   * Who may sign in.
   *
   * @param tokenPrefix what access tokens of this system start with
   * @param defaultScope granted where the client does not ask for anything
   */
  public record Client(
      String id,
      String secret,
      String username,
      String password,
      String tokenPrefix,
      String defaultScope) {}

  /** What a token or code was given for. */
  public record Grant(
      String user,
      String scope,
      String redirect,
      @Nullable String challenge,
      Instant issued,
      int generation) {}

  /** Answer to a token request. */
  public sealed interface Result {
    /** Fresh tokens; the refresh token is null where the flow or the rotation gives none. */
    record Tokens(String access, @Nullable String refresh, Grant grant) implements Result {}

    /** The words of RFC 6749, section 5.2. */
    record Refused(String error, String description) implements Result {}
  }

  /** What a bearer token is worth. */
  public enum Standing {
    VALID,
    EXPIRED,
    UNKNOWN
  }

  private final Client client;
  private final Clock clock;
  private final Duration life;
  private final Faults faults;
  private final boolean alwaysRotates;
  private final Random random;
  private final AtomicInteger counter = new AtomicInteger();
  private final Map<String, Grant> codes = new ConcurrentHashMap<>();
  private final Map<String, Grant> access = new ConcurrentHashMap<>();
  private final Map<String, Grant> refresh = new ConcurrentHashMap<>();
  private final Set<String> spent = ConcurrentHashMap.newKeySet();

  public OAuthDesk(String account, Client client, SandboxOptions options, Faults faults) {
    this.client = client;
    this.clock = options.clock();
    this.life = options.tokenLife();
    this.faults = faults;
    this.alwaysRotates = options.rotateRefreshTokens();
    this.random = new Random(account.hashCode());
  }

  public Client client() {
    return client;
  }

  /** A code for a person who allowed the client to act for them. */
  String newCode(String scope, String redirect, @Nullable String challenge) {
    String code = "aPrx" + secret(40);
    codes.put(code, grant(scope, redirect, challenge, 0));
    return code;
  }

  /** Answers a token request by its form fields. */
  public Result token(Map<String, String> form, Request request) {
    String id = form.getOrDefault("client_id", "");
    String secret = form.getOrDefault("client_secret", "");
    String basic = request.header("authorization");
    if (basic.startsWith("Basic ")) {
      String[] pair = decodeBasic(basic.substring(6)).split(":", 2);
      id = pair[0];
      secret = pair.length > 1 ? pair[1] : "";
    }
    if (!id.equals(client.id())) {
      return new Result.Refused("invalid_client_id", "client identifier invalid");
    }
    if (!secret.isEmpty() && !secret.equals(client.secret())) {
      return new Result.Refused("invalid_client", "invalid client credentials");
    }
    boolean proven = !secret.isEmpty();
    return switch (form.getOrDefault("grant_type", "")) {
      case "authorization_code" -> byCode(form, proven);
      case "refresh_token" -> byRefresh(form);
      case "client_credentials" ->
          proven
              ? tokens(grant(scope(form), "", null, faults.tokenGeneration()), false)
              : new Result.Refused("invalid_client", "invalid client credentials");
      case "password" ->
          proven
                  && form.getOrDefault("username", "").equals(client.username())
                  && form.getOrDefault("password", "").equals(client.password())
              ? tokens(grant(scope(form), "", null, faults.tokenGeneration()), false)
              : new Result.Refused("invalid_grant", "authentication failure");
      case "" -> new Result.Refused("invalid_request", "grant type not given");
      default -> new Result.Refused("unsupported_grant_type", "grant type not supported");
    };
  }

  private String scope(Map<String, String> form) {
    return form.getOrDefault("scope", client.defaultScope());
  }

  private Result byCode(Map<String, String> form, boolean proven) {
    Grant code = codes.remove(form.getOrDefault("code", ""));
    if (code == null) {
      return new Result.Refused("invalid_grant", "invalid authorization code");
    }
    if (code.issued().plus(CODE_LIFE).isBefore(clock.instant())) {
      return new Result.Refused("invalid_grant", "expired authorization code");
    }
    if (!code.redirect().equals(form.getOrDefault("redirect_uri", ""))) {
      return new Result.Refused("redirect_uri_mismatch", "redirect_uri must match configuration");
    }
    String challenge = code.challenge();
    if (challenge == null && !proven) {
      return new Result.Refused("invalid_client", "client secret or code verifier needed");
    }
    if (challenge != null && !challenge.equals(s256(form.getOrDefault("code_verifier", "")))) {
      return new Result.Refused("invalid_grant", "invalid code verifier");
    }
    return tokens(grant(code.scope(), "", null, faults.tokenGeneration()), true);
  }

  private Result byRefresh(Map<String, String> form) {
    String token = form.getOrDefault("refresh_token", "");
    if (spent.contains(token)) {
      // Who comes with a used one may be a thief: all that came of the sign-in ends (RFC 9700).
      refresh.clear();
    }
    Grant old = refresh.get(token);
    if (old == null || old.generation() < faults.refreshGeneration()) {
      return new Result.Refused("invalid_grant", "expired access/refresh token");
    }
    boolean rotate = alwaysRotates || faults.rotates();
    if (rotate) {
      if (refresh.remove(token) == null) {
        return new Result.Refused("invalid_grant", "expired access/refresh token");
      }
      spent.add(token);
    }
    return tokens(grant(old.scope(), "", null, faults.tokenGeneration()), rotate);
  }

  private Result tokens(Grant grant, boolean withRefresh) {
    String token = client.tokenPrefix() + secret(80);
    access.put(token, grant);
    if (!withRefresh) {
      return new Result.Tokens(token, null, grant);
    }
    String second = "5Aep" + secret(83);
    refresh.put(second, grant(grant.scope(), "", null, faults.refreshGeneration()));
    return new Result.Tokens(token, second, grant);
  }

  /** What the access token is worth now. */
  public Standing check(String token) {
    Grant grant = access.get(token);
    return grant == null
        ? Standing.UNKNOWN
        : grant.generation() < faults.tokenGeneration()
                || grant.issued().plus(life).isBefore(clock.instant())
            ? Standing.EXPIRED
            : Standing.VALID;
  }

  /** What the access token was given for, or null where it is unknown. */
  public @Nullable Grant grantOf(String token) {
    return access.get(token);
  }

  /** Makes an access or refresh token useless; unknown ones are no error (RFC 7009). */
  public boolean revoke(String token) {
    return access.remove(token) != null | refresh.remove(token) != null;
  }

  /** Seconds that an access token works. */
  public long lifeSeconds() {
    return life.toSeconds();
  }

  private Grant grant(String scope, String redirect, @Nullable String challenge, int generation) {
    return new Grant(client.username(), scope, redirect, challenge, clock.instant(), generation);
  }

  private String secret(int length) {
    String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    StringBuilder text = new StringBuilder().append(counter.incrementAndGet()).append('x');
    synchronized (random) {
      while (text.length() < length) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
    }
    return text.toString();
  }

  private static String decodeBasic(String encoded) {
    try {
      return new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  /** The S256 challenge of a verifier. */
  public static String s256(String verifier) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
