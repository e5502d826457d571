package dev.crosswalk.connectors.definition;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One way to sign in.
 *
 * @param headers that carry the credentials of each request; they may name {@code accessToken}
 * @param basic null for all but {@code basic}
 * @param oauth null for {@code header}, {@code basic} and {@code none}
 */
public record AuthSpec(
    String id,
    Type type,
    String label,
    Map<String, Template> headers,
    @Nullable Basic basic,
    @Nullable OAuth oauth) {

  public AuthSpec {
    headers = Map.copyOf(headers);
  }

  /** The kinds of signing in. */
  public enum Type {
    OAUTH2_CODE("oauth2-code"),
    OAUTH2_CLIENT_CREDENTIALS("oauth2-client-credentials"),
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

    static Optional<Type> ofWord(String word) {
      for (Type type : values()) {
        if (type.word.equals(word)) {
          return Optional.of(type);
        }
      }
      return Optional.empty();
    }
  }

  /** User name and password, sent as the Authorization header says (RFC 7617). */
  public record Basic(Template username, Template password) {}

  /** How the client shows who it is at the token address. */
  public enum ClientAuth {
    NONE,
    POST,
    BASIC,
    /** With the secret in the body where there is one, otherwise without. */
    NONE_OR_POST
  }

  /**
   * @param authorize null for client credentials
   * @param scopeSeparator mostly a space
   * @param optionalScopes value of the parameter of that name, or null
   * @param params more parameters of the sign-in page
   * @param tokenParams more parameters of token requests
   * @param capture what to keep from the token answer, by name in templates
   * @param captureRedirect query parameters of the redirect to keep, by name in templates
   * @param life how long a token is taken to work where the answer does not say
   */
  public record OAuth(
      boolean pkce,
      @Nullable Template authorize,
      Template token,
      @Nullable Redirect redirect,
      List<String> scopes,
      String scopeSeparator,
      Map.@Nullable Entry<String, List<String>> optionalScopes,
      Map<String, Template> params,
      Map<String, Template> tokenParams,
      ClientAuth clientAuth,
      boolean jsonBody,
      Map<String, Expression> capture,
      Map<String, String> captureRedirect,
      boolean expiresIn,
      Duration life) {
    public OAuth {
      scopes = List.copyOf(scopes);
      params = Map.copyOf(params);
      tokenParams = Map.copyOf(tokenParams);
      capture = Map.copyOf(capture);
      captureRedirect = Map.copyOf(captureRedirect);
    }
  }

  /**
   * @param port null = any free port, otherwise exactly this one
   */
  public record Redirect(String host, @Nullable Integer port, String path) {}
}
