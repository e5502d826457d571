package dev.crosswalk.connectors.auth;

import dev.crosswalk.connectors.Progress;
import dev.crosswalk.connectors.definition.AuthSpec;
import dev.crosswalk.connectors.definition.AuthSpec.ClientAuth;
import dev.crosswalk.connectors.definition.FailureKind;
import dev.crosswalk.connectors.definition.Scope;
import dev.crosswalk.connectors.definition.Template;
import dev.crosswalk.connectors.http.Answer;
import dev.crosswalk.connectors.http.ApiFailure;
import dev.crosswalk.connectors.http.ApiRequest;
import dev.crosswalk.connectors.http.Redactor;
import dev.crosswalk.connectors.http.RemoteProblems;
import dev.crosswalk.connectors.http.ServerTime;
import dev.crosswalk.connectors.http.TokenExchange;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks for tokens (RFC 6749, sections 4.1.3, 4.4 and 6; RFC 7523). A grant that works only once is
 * sent once; an assertion is made again where this machine's clock turns out to be wrong.
 */
final class TokenClient {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String JWT_BEARER = "urn:ietf:params:oauth:grant-type:jwt-bearer";
  private static final String CLIENT_ASSERTION =
      "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

  private final AuthSpec.OAuth oauth;
  private final TokenExchange exchange;
  private final RemoteProblems problems;
  private final Redactor redactor;
  private final Clock clock;
  private final ServerTime time;
  private final @Nullable Assertions assertions;

  /**
   * @param assertions null where the client signs nothing
   */
  TokenClient(
      AuthSpec.OAuth oauth,
      TokenExchange exchange,
      RemoteProblems problems,
      Redactor redactor,
      Clock clock,
      ServerTime time,
      @Nullable Assertions assertions) {
    this.oauth = oauth;
    this.exchange = exchange;
    this.problems = problems;
    this.redactor = redactor;
    this.clock = clock;
    this.time = time;
    this.assertions = assertions;
  }

  /**
   * @param refreshToken null if the answer has none
   */
  record Granted(Token token, @Nullable String refreshToken) {
    /** Without the tokens. */
    @Override
    public String toString() {
      return "Granted[" + token + "]";
    }
  }

  /**
   * @param grant the parameters of the grant, {@code grant_type} first
   * @param scope values of the inputs
   * @throws ApiFailure of kind {@code SIGN_IN} where the grant is no longer good
   */
  Granted request(Map<String, String> grant, Scope scope, String why, Progress progress) {
    Answer answer = send(oauth.token(), grant, scope, why, progress);
    if (refuses(answer)) {
      throw refused(answer);
    }
    return granted(answer);
  }

  /** Without a person: the app itself, or a user whom it names and signs for. */
  Granted requestAlone(Scope scope, Progress progress) {
    Duration before = time.ahead();
    Answer answer = alone(scope, progress);
    if (refuses(answer) && assertions != null && !time.ahead().equals(before)) {
      answer = alone(scope, progress);
    }
    if (refuses(answer)) {
      throw refused(answer);
    }
    return granted(answer);
  }

  private Answer alone(Scope scope, Progress progress) {
    Map<String, String> grant = new LinkedHashMap<>();
    if (oauth.grant() instanceof AuthSpec.JwtBearer) {
      grant.put("grant_type", JWT_BEARER);
      grant.put("assertion", java.util.Objects.requireNonNull(assertions).create(scope));
    } else {
      grant.put("grant_type", "client_credentials");
    }
    if (!oauth.scopes().isEmpty()) {
      grant.put("scope", String.join(oauth.scopeSeparator(), oauth.scopes()));
    }
    return send(oauth.token(), grant, scope, "sign in", progress);
  }

  /**
   * Sends a form, or JSON where the definition says so, with what shows who the client is.
   *
   * @return the answer, whatever it says
   */
  Answer send(
      Template address,
      Map<String, String> parameters,
      Scope scope,
      String why,
      Progress progress) {
    Map<String, String> form = new LinkedHashMap<>(parameters);
    oauth.tokenParams().forEach((name, value) -> form.put(name, value.text(scope)));
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Accept", "application/json");
    identify(form, headers, scope);
    return exchange.send(
        new ApiRequest(
            "POST",
            address.url(scope),
            headers,
            oauth.jsonBody()
                ? new ApiRequest.Body("application/json", JSON.writeValueAsString(form))
                : ApiRequest.Body.form(form),
            why),
        progress);
  }

  static boolean refuses(Answer answer) {
    return !(answer.body() instanceof Map<?, ?> map) || !answer.ok() || map.get("error") != null;
  }

  Granted granted(Answer answer) {
    Map<?, ?> map = (Map<?, ?>) java.util.Objects.requireNonNull(answer.body());
    if (!(map.get("access_token") instanceof String access)) {
      throw problems.failure(
          FailureKind.NONSENSE,
          "The sign-in address " + problems.blank(answer.url()) + " gave no access token.",
          "Check the host in the connection's settings.");
    }
    redactor.hide(access);
    String refresh = map.get("refresh_token") instanceof String text ? text : null;
    if (refresh != null) {
      redactor.hide(refresh);
    }
    return new Granted(token(access, map), refresh);
  }

  private Token token(String access, Map<?, ?> answer) {
    Map<String, String> captured = new HashMap<>();
    oauth
        .capture()
        .forEach((name, expression) -> {
          Object value = expression.evaluate(answer);
          if (value != null) {
            captured.put(name, value.toString());
          }
        });
    long seconds = oauth.life().toSeconds();
    Object given = answer.get("expires_in");
    if (oauth.expiresIn() && given != null && given.toString().matches("\\d{1,9}")) {
      seconds = Long.parseLong(given.toString());
    }
    // A token that is about to run out is renewed before, not by the answer to a failed request.
    long margin = Math.min(60, seconds / 10);
    Object scope = answer.get("scope");
    return new Token(
        access,
        clock.instant().plusSeconds(seconds - margin),
        captured,
        scope instanceof String text && !text.isBlank()
            ? List.of(text.strip().split("[ ,]+", -1))
            : List.of());
  }

  /**
   * Takes a token back (RFC 7009). That it fails is no reason to keep what a person wants gone.
   *
   * @return false where the system has no address for that
   */
  boolean revoke(String refreshToken, Scope scope, Progress progress) {
    Template address = oauth.revoke();
    if (address != null) {
      Map<String, String> form = new LinkedHashMap<>();
      form.put("token", refreshToken);
      form.put("token_type_hint", "refresh_token");
      send(address, form, scope, "sign out", progress);
    }
    return address != null;
  }

  private void identify(Map<String, String> form, Map<String, String> headers, Scope scope) {
    Object given = scope.get("clientId");
    ClientAuth how = oauth.clientAuth();
    if (how == ClientAuth.ASSERTION) {
      form.put("client_assertion_type", CLIENT_ASSERTION);
      form.put("client_assertion", java.util.Objects.requireNonNull(assertions).create(scope));
      return;
    }
    if (given == null || oauth.grant() instanceof AuthSpec.JwtBearer) {
      return;
    }
    String id = given.toString();
    Object secret = scope.get("clientSecret");
    if (how == ClientAuth.BASIC) {
      String pair = encode(id) + ":" + encode(secret == null ? "" : secret.toString());
      String encoded = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
      redactor.hide(encoded);
      headers.put("Authorization", "Basic " + encoded);
      return;
    }
    form.put("client_id", id);
    if (secret != null && how != ClientAuth.NONE) {
      form.put("client_secret", secret.toString());
    }
  }

  /** What a refusal means. */
  ApiFailure refused(Answer answer) {
    String error = "";
    String words = "status " + answer.status();
    if (answer.body() instanceof Map<?, ?> map) {
      error = String.valueOf(map.get("error"));
      Object description = map.get("error_description");
      if (description == null) {
        description = map.get("message");
      }
      words = problems.blank((description == null ? "" : description + " ") + "(" + error + ")");
    } else if (!answer.json() && String.valueOf(answer.body()).startsWith("<")) {
      return problems.failure(
          FailureKind.NONSENSE,
          "The sign-in address answered with a web page instead of a token (status "
              + answer.status()
              + ").",
          "Check the host, and whether a proxy, VPN or hotel login page is in between.");
    }
    if (answer.status() == 429 || answer.status() >= 500) {
      return problems.signInUnavailable(words);
    }
    if (error.equals("invalid_grant") && !(oauth.grant() instanceof AuthSpec.JwtBearer)) {
      return problems.failure(
          FailureKind.SIGN_IN,
          "The sign-in has run out or was taken back: " + words + ".",
          "Sign in again with 'crosswalk connect' or in Connections.");
    }
    return problems.failure(
        FailureKind.UNAUTHENTICATED,
        "The login was refused: " + words + "." + wrongClock(),
        assertions == null
            ? "Check client id, client secret, password and host (production or sandbox)."
            : "Check the app, the user, the key that is registered with it, and the host.");
  }

  private String wrongClock() {
    Duration ahead = time.ahead();
    return assertions == null || ahead.isZero()
        ? ""
        : " This machine's clock differs from the system's by "
            + ahead.abs().toSeconds()
            + " seconds.";
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
