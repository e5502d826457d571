package dev.crosswalk.connectors.auth;

import dev.crosswalk.connectors.http.Redactor;
import dev.crosswalk.connectors.secrets.SecretStore;
import dev.crosswalk.engine.problem.ProblemException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a person's sign-in leaves in the secret store: the refresh token, and beside it the newest
 * access token with what was captured, so that a later process neither renews without need nor
 * lacks what only the sign-in page told. All of it belongs to one token address and one app: after
 * either was changed, none of it is used, so that a token never goes to another host.
 */
final class StoredSignIn {
  static final String REFRESH_TOKEN = "refresh-token";
  static final String SIGNED_IN = "signed-in";
  private static final Logger LOG = LoggerFactory.getLogger(StoredSignIn.class);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final SecretStore secrets;
  private final Redactor redactor;
  private final String connection;
  private final String owner;

  /**
   * @param owner token address and app
   */
  StoredSignIn(SecretStore secrets, Redactor redactor, String connection, String owner) {
    this.secrets = secrets;
    this.redactor = redactor;
    this.connection = connection;
    this.owner = owner;
  }

  /**
   * @param renewed when it was last renewed
   */
  record Kept(Token token, Instant renewed) {}

  Optional<String> refreshToken() {
    Optional<String> stored = secrets.get(connection, REFRESH_TOKEN);
    stored.ifPresent(redactor::hide);
    return secrets
            .get(connection, SIGNED_IN)
            .flatMap(StoredSignIn::parsed)
            .filter(map -> !owner.equals(map.get("owner")))
            .isPresent()
        ? Optional.empty()
        : stored;
  }

  Optional<Kept> kept() {
    return secrets
        .get(connection, SIGNED_IN)
        .flatMap(StoredSignIn::parsed)
        .filter(map -> owner.equals(map.get("owner")))
        .flatMap(this::kept);
  }

  private Optional<Kept> kept(Map<?, ?> map) {
    try {
      String access = String.valueOf(map.get("accessToken"));
      redactor.hide(access);
      Map<String, String> captured = new HashMap<>();
      if (map.get("captured") instanceof Map<?, ?> given) {
        given.forEach((k, v) -> captured.put(String.valueOf(k), String.valueOf(v)));
      }
      List<String> scopes = new ArrayList<>();
      if (map.get("scopes") instanceof List<?> given) {
        given.forEach(s -> scopes.add(String.valueOf(s)));
      }
      return Optional.of(
          new Kept(
              new Token(
                  access, Instant.parse(String.valueOf(map.get("expires"))), captured, scopes),
              Instant.parse(String.valueOf(map.get("renewed")))));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static Optional<Map<?, ?>> parsed(String json) {
    try {
      return JSON.readValue(json, Object.class) instanceof Map<?, ?> map
          ? Optional.of(map)
          : Optional.empty();
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  /** The new refresh token is in the store before this returns, and before anything else is. */
  void keep(TokenClient.Granted granted, Token token, Instant now) {
    if (granted.refreshToken() != null) {
      secrets.put(connection, REFRESH_TOKEN, granted.refreshToken());
    }
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("owner", owner);
    map.put("accessToken", token.accessToken());
    map.put("expires", token.expires().toString());
    map.put("renewed", now.toString());
    map.put("captured", token.captured());
    map.put("scopes", token.scopes());
    try {
      secrets.put(connection, SIGNED_IN, JSON.writeValueAsString(map));
    } catch (ProblemException e) {
      // Some keychains take no more than 2,560 bytes. The refresh token is what matters.
      LOG.info("The access token of '{}' is not kept between processes.", connection);
      secrets.remove(connection, SIGNED_IN);
    }
  }

  void forget() {
    secrets.remove(connection, REFRESH_TOKEN);
    secrets.remove(connection, SIGNED_IN);
  }
}
