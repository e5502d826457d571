package dev.crosswalk.connectors.auth;

import dev.crosswalk.connectors.Progress;
import dev.crosswalk.connectors.definition.AuthSpec;
import dev.crosswalk.connectors.definition.Scope;
import dev.crosswalk.connectors.http.Authorizer;
import dev.crosswalk.connectors.http.Redactor;
import dev.crosswalk.connectors.http.RemoteProblems;
import dev.crosswalk.connectors.http.TokenExchange;
import dev.crosswalk.connectors.secrets.SecretStore;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** One connection's way of signing in. Thread-safe. */
public final class Login implements Authorizer {
  private final @Nullable TokenKeeper keeper;
  private final Access fixed;

  private Login(@Nullable TokenKeeper keeper, Access fixed) {
    this.keeper = keeper;
    this.fixed = fixed;
  }

  /**
   * What signing in needs from outside.
   *
   * @param checked gives the real address of the sign-in page; throws where it is not allowed
   */
  public record Tools(
      TokenExchange exchange,
      RemoteProblems problems,
      Redactor redactor,
      SecretStore secrets,
      TokenLock lock,
      Browser browser,
      UnaryOperator<HttpUrl> checked,
      Clock clock,
      RandomGenerator random) {}

  /**
   * @param inputs values of the definition's inputs, secret ones included
   */
  public static Login create(String connection, AuthSpec auth, Scope inputs, Tools tools) {
    AuthSpec.OAuth oauth = auth.oauth();
    if (oauth == null) {
      return new Login(
          null, new Access(fixedHeaders(auth, inputs, tools.redactor()), Map.of(), List.of()));
    }
    TokenClient tokens =
        new TokenClient(oauth, tools.exchange(), tools.problems(), tools.redactor(), tools.clock());
    BrowserSignIn browser =
        auth.type() == AuthSpec.Type.OAUTH2_CODE
            ? new BrowserSignIn(
                oauth, tokens, tools.browser(), tools.checked(), tools.problems(), tools.random())
            : null;
    return new Login(
        new TokenKeeper(
            connection,
            auth,
            oauth,
            inputs,
            tokens,
            browser,
            tools.secrets(),
            tools.lock(),
            tools.problems(),
            tools.clock()),
        new Access(Map.of(), Map.of(), List.of()));
  }

  private static Map<String, String> fixedHeaders(AuthSpec auth, Scope inputs, Redactor redactor) {
    Map<String, String> headers = new HashMap<>();
    auth.headers().forEach((name, value) -> headers.put(name, value.text(inputs)));
    AuthSpec.Basic basic = auth.basic();
    if (basic != null) {
      String pair = basic.username().text(inputs) + ":" + basic.password().text(inputs);
      String encoded = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
      redactor.hide(encoded);
      headers.put("Authorization", "Basic " + encoded);
    }
    return headers;
  }

  /** Signs in where that is needed; a browser opens where a person has to. */
  public void signIn(Progress progress) {
    if (keeper != null) {
      keeper.signIn(progress);
    }
  }

  @Override
  public Access access(Progress progress) {
    return keeper == null ? fixed : keeper.access(progress);
  }

  @Override
  public boolean renew(Access refused, Progress progress) {
    return keeper != null && keeper.renew(refused, progress);
  }
}
