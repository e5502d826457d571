package dev.crosswalk.connectors.definition;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One way to sign in.
 *
 * @param headers that carry the credentials of each request; they may name {@code accessToken} and
 *     whatever was captured
 * @param query parameters that carry credentials, for systems that take an API key nowhere else;
 *     they are added on the wire only and are never part of an address that is shown or kept
 * @param vars values that this way of signing in sets beforehand and a capture may replace
 */
public record AuthSpec(
    String id,
    Type type,
    String label,
    Map<String, Template> headers,
    Map<String, Template> query,
    Map<String, Template> vars,
    Method method) {

  public AuthSpec {
    headers = ordered(headers);
    query = ordered(query);
    vars = ordered(vars);
  }

  private static <V> Map<String, V> ordered(Map<String, V> map) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }

  /** The kinds of signing in. */
  public enum Type {
    OAUTH2_CODE("oauth2-code"),
    OAUTH2_DEVICE("oauth2-device"),
    OAUTH2_CLIENT_CREDENTIALS("oauth2-client-credentials"),
    JWT_BEARER("jwt-bearer"),
    OAUTH1_TBA("oauth1-tba"),
    STEPS("steps"),
    HEADER("header"),
    BASIC("basic"),
    NONE("none");

    private final String word;

    Type(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }

    /** Whether a person does something in a browser. */
    public boolean interactive() {
      return this == OAUTH2_CODE || this == OAUTH2_DEVICE;
    }

    static Optional<Type> ofWord(String word) {
      for (Type type : values()) {
        if (type.word.equals(word)) {
          return Optional.of(type);
        }
      }
      return Optional.empty();
    }
  }

  /** What has to be done to have credentials. */
  public sealed interface Method {}

  /** Nothing: the headers and query parameters say it all. */
  public record Fixed() implements Method {}

  /** User name and password, sent as the Authorization header says (RFC 7617). */
  public record Basic(Template username, Template password) implements Method {}

  /** How requests are signed. */
  public enum Signature {
    HMAC_SHA256,
    HMAC_SHA1
  }

  /**
   * Each request is signed (OAuth 1.0a, RFC 5849; NetSuite calls it token-based authentication).
   *
   * @param realm null where the system needs none
   */
  public record SignedRequests(
      Template consumerKey,
      Template consumerSecret,
      Template token,
      Template tokenSecret,
      @Nullable Template realm,
      Signature signature)
      implements Method {}

  /**
   * Requests that log in, one after another, from whose answers values are captured.
   *
   * @param life how long a login is taken to work
   */
  public record Steps(List<LoginStep> steps, Duration life) implements Method {
    public Steps {
      steps = List.copyOf(steps);
    }
  }

  /**
   * One request of a login.
   *
   * @param form body as a web form; empty for none
   * @param json body as JSON; null for none
   * @param capture what to keep, by the name in templates: JSONata over the body, with {@code
   *     $headers}, {@code $cookies} and {@code $status}
   * @param captureSecret the same for what is as good as a password
   */
  public record LoginStep(
      String method,
      Template url,
      Map<String, Template> headers,
      Map<String, Template> form,
      ValueTemplate.@Nullable Entries json,
      Map<String, Expression> capture,
      Map<String, Expression> captureSecret) {
    public LoginStep {
      headers = ordered(headers);
      form = ordered(form);
      capture = ordered(capture);
      captureSecret = ordered(captureSecret);
    }
  }

  /** How the client shows who it is at the token address. */
  public enum ClientAuth {
    NONE,
    POST,
    BASIC,
    /** With the secret in the body where there is one, otherwise without. */
    NONE_OR_POST,
    /** By a token that it signs with its private key (RFC 7523, section 2.2). */
    ASSERTION
  }

  /**
   * Tokens from a token address (RFC 6749).
   *
   * @param revoke where a refresh token is taken back (RFC 7009); null if nowhere
   * @param scopes always asked for: the least that reading needs
   * @param scopeSeparator mostly a space
   * @param optionalScopes asked for where the person chooses them; null if none
   * @param tokenParams more parameters of token requests
   * @param assertion what the client signs; null where it signs nothing
   * @param capture what to keep from the token answer, by name in templates
   * @param life how long a token is taken to work where the answer does not say
   */
  public record OAuth(
      Grant grant,
      Template token,
      @Nullable Template revoke,
      List<String> scopes,
      String scopeSeparator,
      @Nullable OptionalScopes optionalScopes,
      Map<String, Template> tokenParams,
      ClientAuth clientAuth,
      boolean jsonBody,
      @Nullable Assertion assertion,
      Map<String, Expression> capture,
      boolean expiresIn,
      Duration life,
      Refresh refresh)
      implements Method {
    public OAuth {
      scopes = List.copyOf(scopes);
      tokenParams = ordered(tokenParams);
      capture = ordered(capture);
    }
  }

  /** What a first token is given for. */
  public sealed interface Grant {}

  /**
   * A person signs in on the system's page, which comes back to this machine.
   *
   * @param params more parameters of the sign-in page
   * @param captureRedirect query parameters of the redirect to keep, by name in templates
   */
  public record Code(
      boolean pkce,
      Template authorize,
      Redirect redirect,
      Map<String, Template> params,
      Map<String, String> captureRedirect)
      implements Grant {
    public Code {
      params = ordered(params);
      captureRedirect = ordered(captureRedirect);
    }
  }

  /**
   * A person types a code on the system's page, on any device (RFC 8628).
   *
   * @param address gives the codes
   */
  public record Device(Template address) implements Grant {}

  /** The app itself is the user. */
  public record ClientCredentials() implements Grant {}

  /** The app names a user and signs that with its private key (RFC 7523, section 2.1). */
  public record JwtBearer() implements Grant {}

  /**
   * @param param the parameter that carries them; the one of the other scopes joins both
   */
  public record OptionalScopes(String param, List<String> values) {
    public OptionalScopes {
      values = List.copyOf(values);
    }
  }

  /** How assertions are signed (RFC 7518). */
  public enum Algorithm {
    RS256,
    PS256,
    ES256
  }

  /**
   * A signed token that stands for a password (RFC 7523).
   *
   * @param key private key in PEM
   * @param keyId names the key to the system; null for none
   * @param life how long one assertion is good
   * @param claims besides {@code iat}, {@code exp} and {@code jti}
   */
  public record Assertion(
      Algorithm algorithm,
      Template key,
      @Nullable Template keyId,
      Duration life,
      ValueTemplate.Entries claims) {}

  /**
   * @param rotates whether a renewal gives a new refresh token and ends the old one
   * @param idleDays after so many days without use the refresh token ends; null = not known
   */
  public record Refresh(Rotates rotates, @Nullable Integer idleDays) {}

  /** Whether renewing brings a new refresh token; one that comes is always kept. */
  public enum Rotates {
    YES,
    MAYBE,
    NO
  }

  /**
   * @param port null = any free port, otherwise exactly this one
   */
  public record Redirect(String host, @Nullable Integer port, String path) {}

  /**
   * The scopes that are always asked for, as the definition writes them where they hold an input;
   * empty where there is no such thing.
   */
  List<String> scopes() {
    if (!(method instanceof OAuth oauth)) {
      return List.of();
    }
    Template own = oauth.tokenParams().get("scope");
    return own == null ? oauth.scopes() : List.of(own.source().strip().split("\\s+", -1));
  }

  /** The scopes that a person may add. */
  public List<String> offeredScopes() {
    return method instanceof OAuth oauth && oauth.optionalScopes() != null
        ? oauth.optionalScopes().values()
        : List.of();
  }
}
