package dev.crosswalk.connectors.auth;

import dev.crosswalk.connectors.Progress;
import dev.crosswalk.connectors.definition.AuthSpec;
import dev.crosswalk.connectors.definition.Scope;
import dev.crosswalk.connectors.http.Authorizer;
import dev.crosswalk.connectors.http.Pause;
import dev.crosswalk.connectors.http.Redactor;
import dev.crosswalk.connectors.http.RemoteProblems;
import dev.crosswalk.connectors.http.ServerTime;
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
  private final Keeper keeper;

  private Login(Keeper keeper) {
    this.keeper = keeper;
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
      ServerTime time,
      RandomGenerator random,
      Pause pause) {}

  /**
   * @param inputs values of the definition's inputs, secret ones included
   * @param optionalScopes which of them the person chose, with spaces or commas between; {@code
   *     all} for all
   */
  public static Login create(
      String connection, AuthSpec auth, Scope inputs, String optionalScopes, Tools tools) {
    return new Login(
        switch (auth.method()) {
          case AuthSpec.Fixed _ -> new Keeper.Fixed(fixed(auth, inputs, Signer.NONE));
          case AuthSpec.Basic basic ->
              new Keeper.Fixed(
                  fixed(auth, inputs, Signer.NONE)
                      .plus("Authorization", basic(basic, inputs, tools.redactor())));
          case AuthSpec.SignedRequests signed ->
              new Keeper.Fixed(fixed(auth, inputs, signer(signed, inputs, tools)));
          case AuthSpec.Steps steps ->
              new StepsKeeper(
                  auth,
                  steps,
                  inputs,
                  tools.exchange(),
                  tools.redactor(),
                  tools.problems(),
                  tools.clock());
          case AuthSpec.OAuth oauth ->
              keeper(connection, auth, oauth, inputs, ScopeChoice.of(optionalScopes), tools);
        });
  }

  private static Keeper keeper(
      String connection,
      AuthSpec auth,
      AuthSpec.OAuth oauth,
      Scope inputs,
      ScopeChoice scopes,
      Tools tools) {
    TokenClient tokens =
        new TokenClient(
            oauth,
            tools.exchange(),
            tools.problems(),
            tools.redactor(),
            tools.clock(),
            tools.time(),
            oauth.assertion() == null
                ? null
                : new Assertions(
                    oauth.assertion(), tools.time(), tools.random(), tools.problems()));
    TokenKeeper.Personal person =
        switch (oauth.grant()) {
          case AuthSpec.Code code -> new BrowserSignIn(code, oauth, scopes, tokens, tools);
          case AuthSpec.Device device -> new DeviceSignIn(device, oauth, scopes, tokens, tools);
          case AuthSpec.ClientCredentials _, AuthSpec.JwtBearer _ -> null;
        };
    // Token addresses may name them too, before any sign-in has replaced them.
    Map<String, String> vars = new HashMap<>();
    auth.vars().forEach((name, value) -> vars.put(name, value.text(inputs)));
    return new TokenKeeper(
        connection,
        auth,
        oauth,
        inputs.plus(vars),
        tokens,
        person,
        new StoredSignIn(
            tools.secrets(),
            tools.redactor(),
            connection,
            auth.id() + " " + oauth.token().source() + " " + owner(oauth, inputs)),
        tools.lock(),
        tools.problems(),
        tools.clock());
  }

  /** The values of the token address and the app, so that a change of either is noticed. */
  private static String owner(AuthSpec.OAuth oauth, Scope inputs) {
    StringBuilder owner = new StringBuilder().append(inputs.get("clientId"));
    oauth.token().names().forEach(name -> owner.append(' ').append(inputs.get(name)));
    return owner.toString();
  }

  private static Access fixed(AuthSpec auth, Scope inputs, Signer signer) {
    Map<String, String> values = new HashMap<>();
    auth.vars().forEach((name, value) -> values.put(name, value.text(inputs)));
    Access access = access(auth, inputs, values, null, List.of());
    return new Access(access.headers(), access.query(), values, List.of(), signer);
  }

  /**
   * What the headers and query parameters are now.
   *
   * @param values captured ones and vars
   * @param accessToken null where there is no such thing
   */
  static Access access(
      AuthSpec auth,
      Scope inputs,
      Map<String, String> values,
      @Nullable String accessToken,
      List<String> scopes) {
    Map<String, @Nullable Object> all = new HashMap<>(values);
    all.put("accessToken", accessToken);
    Scope scope = inputs.plus(all);
    Map<String, String> headers = new HashMap<>();
    auth.headers().forEach((name, value) -> headers.put(name, value.text(scope)));
    Map<String, String> query = new HashMap<>();
    auth.query().forEach((name, value) -> query.put(name, value.text(scope)));
    return new Access(headers, query, values, scopes, Signer.NONE);
  }

  private static String basic(AuthSpec.Basic basic, Scope inputs, Redactor redactor) {
    String pair = basic.username().text(inputs) + ":" + basic.password().text(inputs);
    String encoded = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    redactor.hide(encoded);
    return "Basic " + encoded;
  }

  private static Signer signer(AuthSpec.SignedRequests signed, Scope inputs, Tools tools) {
    return new OAuth1(
        signed.consumerKey().text(inputs),
        signed.consumerSecret().text(inputs),
        signed.token().text(inputs),
        signed.tokenSecret().text(inputs),
        signed.realm() == null ? null : signed.realm().text(inputs),
        signed.signature(),
        tools.time()::now,
        () -> Pkce.token(tools.random()));
  }

  /** Signs in where that is needed; a browser opens where a person has to. */
  public void signIn(Progress progress) {
    keeper.signIn(progress);
  }

  /** Takes back what the system gave, where it can be, and forgets it. */
  public boolean signOut(Progress progress) {
    return keeper.signOut(progress);
  }

  @Override
  public Access access(Progress progress) {
    return keeper.access(progress);
  }

  @Override
  public boolean renew(Access refused, Progress progress) {
    return keeper.renew(refused, progress);
  }
}
