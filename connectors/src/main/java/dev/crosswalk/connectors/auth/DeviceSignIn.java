package dev.crosswalk.connectors.auth;

import dev.crosswalk.connectors.Progress;
import dev.crosswalk.connectors.definition.AuthSpec;
import dev.crosswalk.connectors.definition.FailureKind;
import dev.crosswalk.connectors.definition.Scope;
import dev.crosswalk.connectors.http.Answer;
import dev.crosswalk.connectors.http.ApiFailure;
import dev.crosswalk.connectors.http.Pause;
import dev.crosswalk.connectors.http.RemoteProblems;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Signing in by a code that a person types on the system's page (RFC 8628). */
final class DeviceSignIn implements TokenKeeper.Personal {
  private static final String GRANT = "urn:ietf:params:oauth:grant-type:device_code";
  private static final long LONGEST_SECONDS = 30 * 60;
  private static final int MOST_BROKEN = 3;

  private final AuthSpec.Device device;
  private final AuthSpec.OAuth oauth;
  private final ScopeChoice scopes;
  private final TokenClient tokens;
  private final Browser browser;
  private final UnaryOperator<HttpUrl> checked;
  private final RemoteProblems problems;
  private final Clock clock;
  private final Pause pause;

  DeviceSignIn(
      AuthSpec.Device device,
      AuthSpec.OAuth oauth,
      ScopeChoice scopes,
      TokenClient tokens,
      Login.Tools tools) {
    this.device = device;
    this.oauth = oauth;
    this.scopes = scopes;
    this.tokens = tokens;
    this.browser = tools.browser();
    this.checked = tools.checked();
    this.problems = tools.problems();
    this.clock = tools.clock();
    this.pause = tools.pause();
  }

  @Override
  public TokenClient.Granted run(Scope scope, Progress progress) {
    Answer answer =
        tokens.send(device.address(), scopes.parameters(oauth), scope, "sign in", progress);
    if (TokenClient.refuses(answer)) {
      throw tokens.refused(answer);
    }
    Map<?, ?> codes = (Map<?, ?>) java.util.Objects.requireNonNull(answer.body());
    String code = text(codes, "device_code");
    String shown = text(codes, "user_code");
    String page = text(codes, "verification_uri_complete");
    if (page == null) {
      page = text(codes, "verification_uri");
    }
    HttpUrl url = page == null ? null : HttpUrl.parse(page);
    if (code == null || shown == null || url == null) {
      throw problems.failure(
          FailureKind.NONSENSE,
          "The sign-in address gave no code for this device.",
          "Check that the app may sign in by device code, and the host.");
    }
    Instant end = clock.instant().plusSeconds(number(codes, "expires_in", 600, LONGEST_SECONDS));
    try (Browser.Shown card = browser.show(URI.create(checked.apply(url).toString()), shown, end)) {
      return poll(code, codes, end, scope, either(progress, card));
    }
  }

  /** Cancelled by the task or on what shows the code. */
  private static Progress either(Progress progress, Browser.Shown card) {
    return new Progress() {
      @Override
      public void update(long done, long total, String unit) {
        progress.update(done, total, unit);
      }

      @Override
      public boolean cancelled() {
        return progress.cancelled() || card.cancelled();
      }
    };
  }

  private TokenClient.Granted poll(
      String code, Map<?, ?> codes, Instant until, Scope scope, Progress progress) {
    Instant end = until;
    Duration interval = Duration.ofSeconds(number(codes, "interval", 5, 60));
    Map<String, String> grant = new LinkedHashMap<>();
    grant.put("grant_type", GRANT);
    grant.put("device_code", code);
    int broken = 0;
    while (clock.instant().isBefore(end)) {
      pause.sleep(interval, progress);
      Answer answer;
      try {
        answer = tokens.send(oauth.token(), grant, scope, "wait for the sign-in", progress);
        broken = 0;
      } catch (ApiFailure e) {
        // A poll may meet a network that is away for a moment; the person is busy on the page.
        if (e.kind() != FailureKind.UNREACHABLE || ++broken > MOST_BROKEN) {
          throw e;
        }
        continue;
      }
      if (!TokenClient.refuses(answer)) {
        return tokens.granted(answer);
      }
      String error = answer.body() instanceof Map<?, ?> map ? String.valueOf(map.get("error")) : "";
      switch (error) {
        case "authorization_pending" -> {}
        case "slow_down" -> interval = interval.plusSeconds(5);
        case "expired_token" -> end = Instant.MIN;
        case "access_denied" ->
            throw problems.failure(
                FailureKind.SIGN_IN,
                "The sign-in was refused on the system's page.",
                "Start it again, and allow Crosswalk to read.");
        default -> throw tokens.refused(answer);
      }
    }
    throw problems.failure(
        FailureKind.SIGN_IN,
        "Nobody typed the code in time.",
        "Start the sign-in again and type the code on the page.");
  }

  private static @Nullable String text(Map<?, ?> map, String key) {
    return map.get(key) instanceof String text && !text.isBlank() ? text : null;
  }

  private static long number(Map<?, ?> map, String key, long otherwise, long most) {
    Object value = map.get(key);
    return value != null && value.toString().matches("\\d{1,9}")
        ? Math.clamp(Long.parseLong(value.toString()), 1, most)
        : otherwise;
  }
}
