package dev.crosswalk.connectors.definition;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a person has to know of a connector to set up a connection: the form is drawn from this.
 *
 * @param id such as {@code salesforce}
 * @param name such as {@code Salesforce}
 * @param docs the vendor's documentation; null if none
 * @param checkedOn the day on which somebody last compared it with the vendor, ISO date
 * @param tried what of it has been tried on real answers of the system ({@code fields}, {@code
 *     records}, {@code errors}, {@code sign-in}); empty = nothing yet, which people should be told
 * @param versionEnd when the vendor ends the API version in use, ISO date; null = not announced
 * @param refines id of the shipped definition that this one refines; null if it stands alone
 * @param auths ways to sign in, the recommended one first
 * @param inputs in the order in which to ask
 * @param shipped false for a definition of the person's own
 */
public record ConnectorInfo(
    String id,
    String name,
    @Nullable String docs,
    @Nullable String checkedOn,
    List<String> tried,
    @Nullable String versionEnd,
    @Nullable String refines,
    List<Auth> auths,
    List<Input> inputs,
    boolean shipped) {

  public ConnectorInfo {
    tried = List.copyOf(tried);
    auths = List.copyOf(auths);
    inputs = List.copyOf(inputs);
  }

  /** The inputs that this way of signing in asks for. */
  public List<Input> inputsFor(String auth) {
    return inputs.stream().filter(i -> i.usedBy().isEmpty() || i.usedBy().contains(auth)).toList();
  }

  /**
   * @param interactive true where a browser page opens for a person
   * @param scopes what is always asked for: the least that reading needs
   * @param optionalScopes what a person may add, by the setting {@code optionalScopes}
   */
  public record Auth(
      String id,
      String label,
      String type,
      boolean interactive,
      List<String> scopes,
      List<String> optionalScopes) {
    public Auth {
      scopes = List.copyOf(scopes);
      optionalScopes = List.copyOf(optionalScopes);
    }

    /** A way without scopes to choose. */
    public Auth(String id, String label, String type, boolean interactive, List<String> scopes) {
      this(id, label, type, interactive, scopes, List.of());
    }
  }

  /**
   * @param presets offered values by label, such as Production and Sandbox hosts
   * @param pattern a regular expression (RE2) that the value must match whole; null if none
   * @param usedBy ids of the auths that ask for it; empty = all
   */
  public record Input(
      String key,
      String label,
      @Nullable String help,
      @Nullable String defaultValue,
      @Nullable String pattern,
      Map<String, String> presets,
      boolean secret,
      boolean optional,
      List<String> usedBy) {
    public Input {
      presets = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(presets));
      usedBy = List.copyOf(usedBy);
    }
  }
}
