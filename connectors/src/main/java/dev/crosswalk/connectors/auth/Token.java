package dev.crosswalk.connectors.auth;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a token request brought, without the refresh token, which goes to the secret store at once.
 *
 * @param expires when it is taken to stop working
 * @param captured values of the answer that the definition keeps
 */
record Token(
    String accessToken, Instant expires, Map<String, String> captured, List<String> scopes) {
  Token {
    captured = Map.copyOf(captured);
    scopes = List.copyOf(scopes);
  }

  /** The same with what was captured before and did not come again. */
  Token over(Map<String, String> before) {
    Map<String, String> all = new HashMap<>(before);
    all.putAll(captured);
    return new Token(accessToken, expires, all, scopes);
  }

  /** Without the token itself. */
  @Override
  public String toString() {
    return "Token[until " + expires + "]";
  }
}
