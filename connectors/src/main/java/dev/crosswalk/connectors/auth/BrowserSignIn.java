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
final class BrowserSignIn implements TokenKeeper.Personal {
  private static final Duration LONGEST = Duration.ofMinutes(5);

  private final AuthSpec.Code code;
  private final AuthSpec.OAuth oauth;
  private final ScopeChoice scopes;
  private final TokenClient tokens;
  private final Browser browser;
  private final UnaryOperator<HttpUrl> checked;
  private final RemoteProblems problems;
  private final RandomGenerator random;

  BrowserSignIn(
      AuthSpec.Code code,
      AuthSpec.OAuth oauth,
      ScopeChoice scopes,
      TokenClient tokens,
      Login.Tools tools) {
    this.code = code;
    this.oauth = oauth;
    this.scopes = scopes;
    this.tokens = tokens;
    this.browser = tools.browser();
    this.checked = tools.checked();
    this.problems = tools.problems();
    this.random = tools.random();
  }

  @Override
  public TokenClient.Granted run(Scope scope, Progress progress) {
    String state = Pkce.token(random);
    Pkce pkce = Pkce.create(random);
    AuthSpec.Redirect redirect = code.redirect();
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
      String given = back.get("code");
      if (given == null) {
        String why =
            back.getOrDefault("error_description", back.getOrDefault("error", "no reason"));
        throw problems.failure(
            FailureKind.SIGN_IN,
            "The sign-in page refused: " + problems.blank(why) + ".",
            "Check the app's settings (redirect address "
                + listener.redirectUri()
                + ", scopes), then sign in again.");
      }
      Map<String, String> grant = new LinkedHashMap<>();
      grant.put("grant_type", "authorization_code");
      grant.put("code", given);
      grant.put("redirect_uri", listener.redirectUri());
      if (code.pkce()) {
        grant.put("code_verifier", pkce.verifier());
      }
      Map<String, String> captured = new HashMap<>();
      code.captureRedirect()
          .forEach((name, parameter) -> {
            String value = back.get(parameter);
            if (value != null) {
              captured.put(name, value);
            }
          });
      // Some systems say only here which of their token addresses has the code.
      TokenClient.Granted granted =
          tokens.request(grant, scope.plus(captured), "sign in", progress);
      return new TokenClient.Granted(granted.token().over(captured), granted.refreshToken());
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
    HttpUrl base = HttpUrl.get(code.authorize().url(scope));
    HttpUrl.Builder page =
        checked
            .apply(base)
            .newBuilder()
            .setQueryParameter("response_type", "code")
            .setQueryParameter("client_id", String.valueOf(scope.get("clientId")))
            .setQueryParameter("redirect_uri", redirectUri)
            .setQueryParameter("state", state);
    scopes.parameters(oauth).forEach(page::setQueryParameter);
    if (code.pkce()) {
      page.setQueryParameter("code_challenge", pkce.challenge());
      page.setQueryParameter("code_challenge_method", "S256");
    }
    code.params().forEach((name, value) -> page.setQueryParameter(name, value.text(scope)));
    return page.build().uri();
  }
}
