package dev.crosswalk.connectors.auth;

import dev.crosswalk.connectors.Progress;
import dev.crosswalk.connectors.definition.AuthSpec;
import dev.crosswalk.connectors.definition.FailureKind;
import dev.crosswalk.connectors.definition.Scope;
import dev.crosswalk.connectors.http.RemoteProblems;
import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import okhttp3.HttpUrl;

/** Signing in on the system's own page (RFC 6749, section 4.1, and RFC 8252). */
final class BrowserSignIn {
  private static final Duration LONGEST = Duration.ofMinutes(5);

  private final AuthSpec.OAuth oauth;
  private final TokenClient tokens;
  private final Browser browser;
  private final UnaryOperator<HttpUrl> checked;
  private final RemoteProblems problems;
  private final RandomGenerator random;

  /**
   * @param checked the real address of the sign-in page; throws where it is not allowed
   */
  BrowserSignIn(
      AuthSpec.OAuth oauth,
      TokenClient tokens,
      Browser browser,
      UnaryOperator<HttpUrl> checked,
      RemoteProblems problems,
      RandomGenerator random) {
    this.oauth = oauth;
    this.tokens = tokens;
    this.browser = browser;
    this.checked = checked;
    this.problems = problems;
    this.random = random;
  }

  TokenClient.Granted run(Scope scope, Progress progress) {
    String state = Pkce.token(random);
    Pkce pkce = Pkce.create(random);
    AuthSpec.Redirect redirect = java.util.Objects.requireNonNull(oauth.redirect());
    try (RedirectListener listener = RedirectListener.open(redirect, state)) {
      browser.open(page(scope, state, pkce, listener.redirectUri()));
      Map<String, String> back =
          listener
              .await(LONGEST, progress)
              .orElseThrow(() ->
                  problems.failure(
                      FailureKind.SIGN_IN,
                      "Nobody signed in within 5 minutes.",
                      "Start the sign-in again and complete it in the browser."));
      String code = back.get("code");
      if (code == null) {
        String why =
            back.getOrDefault("error_description", back.getOrDefault("error", "no reason"));
        throw problems.failure(
            FailureKind.SIGN_IN,
            "The sign-in page refused: " + why + ".",
            "Check the app's settings (redirect address "
                + listener.redirectUri()
                + ", scopes), then sign in again.");
      }
      Map<String, String> grant = new LinkedHashMap<>();
      grant.put("grant_type", "authorization_code");
      grant.put("code", code);
      grant.put("redirect_uri", listener.redirectUri());
      if (oauth.pkce()) {
        grant.put("code_verifier", pkce.verifier());
      }
      TokenClient.Granted granted = tokens.request(grant, scope, "sign in", progress);
      Map<String, String> captured = new HashMap<>(granted.token().captured());
      oauth
          .captureRedirect()
          .forEach((name, parameter) -> {
            String value = back.get(parameter);
            if (value != null) {
              captured.put(name, value);
            }
          });
      Token token = granted.token();
      return new TokenClient.Granted(
          new Token(token.accessToken(), token.expires(), captured, token.scopes()),
          granted.refreshToken());
    } catch (BindException e) {
      throw problems.failure(
          FailureKind.SIGN_IN,
          "Port "
              + redirect.port()
              + " of this machine, to which the sign-in page comes back, is in"
              + " use.",
          "Close the program that uses it (perhaps another sign-in), then sign in again.");
    } catch (IOException e) {
      throw problems.failure(
          FailureKind.SIGN_IN,
          "This machine cannot listen for the end of the sign-in: " + e.getMessage() + ".",
          "Check its firewall, then sign in again.");
    }
  }

  private URI page(Scope scope, String state, Pkce pkce, String redirectUri) {
    HttpUrl base = HttpUrl.get(java.util.Objects.requireNonNull(oauth.authorize()).url(scope));
    HttpUrl.Builder page =
        checked
            .apply(base)
            .newBuilder()
            .setQueryParameter("response_type", "code")
            .setQueryParameter("client_id", String.valueOf(scope.get("clientId")))
            .setQueryParameter("redirect_uri", redirectUri)
            .setQueryParameter("state", state);
    if (!oauth.scopes().isEmpty()) {
      page.setQueryParameter("scope", String.join(oauth.scopeSeparator(), oauth.scopes()));
    }
    Map.Entry<String, java.util.List<String>> optional = oauth.optionalScopes();
    if (optional != null) {
      page.setQueryParameter(
          optional.getKey(), String.join(oauth.scopeSeparator(), optional.getValue()));
    }
    if (oauth.pkce()) {
      page.setQueryParameter("code_challenge", pkce.challenge());
      page.setQueryParameter("code_challenge_method", "S256");
    }
    oauth.params().forEach((name, value) -> page.setQueryParameter(name, value.text(scope)));
    return page.build().uri();
  }
}
