package dev.crosswalk.app.studio.connections;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.crosswalk.app.SandboxHost;
import dev.crosswalk.app.studio.shell.Texts;
import dev.crosswalk.connectors.ConnectionProfile;
import dev.crosswalk.connectors.ConnectionStore;
import dev.crosswalk.connectors.definition.ConnectorInfo;
import dev.crosswalk.connectors.definition.ConnectorInfo.Auth;
import dev.crosswalk.connectors.definition.ConnectorInfo.Input;
import dev.crosswalk.engine.problem.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;
import org.jspecify.annotations.Nullable;

/**
 * One connection being set up: what the connector's definition asks for, and whether it is good.
 */
final class ConnectionForm {
  private final ConnectorInfo connector;
  private final @Nullable ConnectionProfile saved;
  private final Texts texts;
  private final StringProperty name = new SimpleStringProperty("");
  private final ObjectProperty<Auth> auth = new SimpleObjectProperty<>();
  private final Map<String, StringProperty> values = new LinkedHashMap<>();
  private final ObservableSet<String> stored = FXCollections.observableSet();
  private final ObservableSet<String> extraScopes = FXCollections.observableSet();
  private final StringProperty budget = new SimpleStringProperty("");
  private final ReadOnlyBooleanWrapper valid = new ReadOnlyBooleanWrapper();

  /**
   * @param saved the connection to change; null for a new one
   * @param proposedName the name of a new one
   */
  ConnectionForm(
      ConnectorInfo connector,
      @Nullable ConnectionProfile saved,
      String proposedName,
      Texts texts) {
    this.connector = connector;
    this.saved = saved;
    this.texts = texts;
    name.set(saved == null ? proposedName : saved.name());
    auth.set(
        connector.auths().stream()
            .filter(a -> saved != null && a.id().equals(saved.auth()))
            .findFirst()
            .orElse(connector.auths().getFirst()));
    for (Input input : connector.inputs()) {
      String start = input.defaultValue() == null ? "" : input.defaultValue();
      StringProperty value =
          new SimpleStringProperty(
              saved == null ? start : saved.settings().getOrDefault(input.key(), start));
      value.addListener((o, was, is) -> check());
      values.put(input.key(), value);
    }
    if (saved != null) {
      budget.set(saved.settings().getOrDefault(ConnectionProfile.BUDGET_PERCENT, ""));
      String scopes = saved.settings().getOrDefault(ConnectionProfile.OPTIONAL_SCOPES, "");
      for (String scope : scopes.strip().split("[\\s,]+", -1)) {
        extraScopes.addAll(
            scope.equals("all") ? auth.get().optionalScopes() : Set.<String>of(scope));
      }
      extraScopes.remove("");
    }
    budget.addListener((o, was, is) -> check());
    name.addListener((o, was, is) -> check());
    auth.addListener((o, was, is) -> check());
    check();
  }

  ConnectorInfo connector() {
    return connector;
  }

  /** False for a connection that was saved before; its name stays. */
  boolean isNew() {
    return saved == null;
  }

  StringProperty name() {
    return name;
  }

  ObjectProperty<Auth> auth() {
    return auth;
  }

  StringProperty value(String key) {
    StringProperty value = values.get(key);
    if (value == null) {
      throw new IllegalArgumentException("The connector asks for no " + key);
    }
    return value;
  }

  /** A connection to a made-up company of the sandbox: there is nothing to fill in. */
  boolean isSandbox() {
    return saved != null && SandboxHost.isSandbox(saved);
  }

  /** Scopes that a person adds to the least ones. */
  ObservableSet<String> extraScopes() {
    return extraScopes;
  }

  /** How many percent of the quota may be used, as typed; empty = as the definition says. */
  StringProperty budget() {
    return budget;
  }

  /** What is wrong with the budget; empty text if it is good. */
  String budgetProblem() {
    return budget.get().strip().matches("|[1-9]\\d?|100") ? "" : texts.of("connections.noPercent");
  }

  /** The inputs of the chosen way to sign in. */
  List<Input> inputs() {
    return isSandbox() ? List.of() : connector.inputsFor(auth.get().id());
  }

  /** Secrets that lie in the store already need not be typed again. */
  void knowStored(Set<String> keys) {
    stored.clear();
    stored.addAll(keys);
    check();
  }

  /** Keys of the secrets that lie in the store. */
  ObservableSet<String> stored() {
    return stored;
  }

  boolean isStored(String key) {
    return stored.contains(key);
  }

  /** Whether everything needed is there and matches its pattern. */
  ReadOnlyBooleanProperty valid() {
    return valid.getReadOnlyProperty();
  }

  /** What is wrong with the name; empty text if it is good. */
  String nameProblem() {
    return ConnectionStore.checkName(name.get().strip()).map(Problem::next).orElse("");
  }

  /** What is wrong with an input's value; empty text if it is good. */
  String problem(Input input) {
    String value = value(input.key()).get().strip();
    if (value.isEmpty()) {
      return input.optional() || stored.contains(input.key())
          ? ""
          : texts.of("connections.needed", texts.form(input.label()));
    }
    String pattern = input.pattern();
    if (pattern == null) {
      return "";
    }
    try {
      return Pattern.matches(pattern, value)
          ? ""
          : texts.of("connections.noMatch", texts.form(input.label()));
    } catch (PatternSyntaxException e) {
      return "";
    }
  }

  /** The connection as it would be saved, without secrets. */
  ConnectionProfile profile() {
    Map<String, String> settings = new TreeMap<>();
    if (saved != null) {
      settings.putAll(saved.settings());
    }
    if (!isSandbox()) {
      connector.inputs().forEach(input -> settings.remove(input.key()));
    }
    List<String> extra =
        auth.get().optionalScopes().stream().filter(extraScopes::contains).toList();
    set(settings, ConnectionProfile.OPTIONAL_SCOPES, String.join(" ", extra));
    set(settings, ConnectionProfile.BUDGET_PERCENT, budget.get().strip());
    for (Input input : inputs()) {
      String value = value(input.key()).get().strip();
      if (!input.secret() && !value.isEmpty()) {
        settings.put(input.key(), value);
      }
    }
    return new ConnectionProfile(name.get().strip(), connector.id(), auth.get().id(), settings);
  }

  private static void set(Map<String, String> settings, String key, String value) {
    if (value.isEmpty()) {
      settings.remove(key);
    } else {
      settings.put(key, value);
    }
  }

  /** The secrets that were typed now, by input key. */
  Map<String, String> secrets() {
    Map<String, String> typed = new TreeMap<>();
    for (Input input : inputs()) {
      String value = value(input.key()).get();
      if (input.secret() && !value.isBlank()) {
        typed.put(input.key(), value.strip());
      }
    }
    return typed;
  }

  private void check() {
    valid.set(
        nameProblem().isEmpty()
            && budgetProblem().isEmpty()
            && inputs().stream().allMatch(input -> problem(input).isEmpty()));
  }
}
