package dev.crosswalk.connectors.sandbox;

import java.util.Map;

/**
 * One account of the running sandbox.
 *
 * @param dialect such as {@code salesforce}; also the id of the connector
 * @param id short name, such as {@code northwind}
 * @param title what it is, for people
 * @param customer the company's name
 * @param baseUrl such as {@code http://127.0.0.1:41234}; sign-in and data calls go there
 * @param credentials for the connector's inputs. Salesforce: {@code loginHost, loginUrl, clientId,
 *     clientSecret, username, password}; HubSpot: {@code token, loginUrl, clientId, clientSecret};
 *     the others: what their connector asks for, and {@code loginUrl}. They are made up and open
 *     nothing but this sandbox.
 */
public record SandboxAccount(
    String dialect,
    String id,
    String title,
    String customer,
    String baseUrl,
    Map<String, String> credentials) {

  public SandboxAccount {
    credentials = Map.copyOf(credentials);
  }

  /** The credential of this name. */
  public String credential(String name) {
    String value = credentials.get(name);
    if (value == null) {
      throw new IllegalArgumentException(id + " has no credential " + name);
    }
    return value;
  }
}
