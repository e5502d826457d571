package dev.crosswalk.app.workspace;

/**
 * What signs in at a git server over https.
 *
 * @param user the account's name; servers that only look at the token take any
 * @param secret a token, or a password where the server still takes one
 */
public record GitCredentials(String user, String secret) {

  /** Never says the secret. */
  @Override
  public String toString() {
    return "GitCredentials[" + user + ", ***]";
  }
}
