package dev.crosswalk.app.studio.customers;

import dev.crosswalk.app.studio.shell.Texts;
import dev.crosswalk.app.workspace.Names;
import dev.crosswalk.engine.mapping.CustomerFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** A customer being made or changed: what may be chosen, and whether it is good. Holds no nodes. */
final class CustomerDraft {

  /**
   * What there is to choose from.
   *
   * @param systems each system with the connections to it
   * @param titles what people call the systems, where that is known
   * @param mappings the base mappings, in the order of their files
   * @param unused connections that no customer has yet
   * @param taken ids of all customers
   */
  record Choices(
      Map<String, List<String>> systems,
      Map<String, String> titles,
      List<Usable> mappings,
      Set<String> unused,
      Set<String> taken) {}

  /** A base mapping that a customer may use. */
  record Usable(String id, String title, String system) {}

  private final @Nullable CustomerFile old;
  private final Choices choices;
  private final Texts texts;
  private final StringProperty name = new SimpleStringProperty("");
  private final StringProperty id = new SimpleStringProperty("");
  private final Map<String, StringProperty> connections = new LinkedHashMap<>();
  private final Map<String, BooleanProperty> ticks = new LinkedHashMap<>();
  private final ReadOnlyBooleanWrapper valid = new ReadOnlyBooleanWrapper();
  private String derived = "";

  /**
   * @param old the customer to change; null for a new one
   */
  CustomerDraft(@Nullable CustomerFile old, Choices choices, Texts texts) {
    this.old = old;
    this.choices = choices;
    this.texts = texts;
    name.set(old == null ? "" : old.name());
    id.set(old == null ? "" : old.id());
    for (Usable mapping : choices.mappings()) {
      ticks.put(
          mapping.id(),
          new SimpleBooleanProperty(old != null && old.mappings().contains(mapping.id())));
    }
    choices.systems().forEach(this::connection);
    if (old != null) {
      old.connections().keySet().forEach(s -> connections.computeIfAbsent(s, this::chosen));
    }
    name.addListener((o, was, is) -> {
      derive();
      check();
    });
    id.addListener(o -> check());
    check();
  }

  private StringProperty chosen(String system) {
    return new SimpleStringProperty(old == null ? "" : old.connections().getOrDefault(system, ""));
  }

  /** A new customer gets the connection that waits for one, where there is just one. */
  private void connection(String system, List<String> names) {
    StringProperty chosen = chosen(system);
    connections.put(system, chosen);
    chosen.addListener((o, was, is) -> {
      if (was.isEmpty() != is.isEmpty()) {
        mappingsOf(system).forEach(m -> uses(m.id()).set(!is.isEmpty()));
      }
    });
    List<String> waiting = names.stream().filter(choices.unused()::contains).toList();
    if (old == null && waiting.size() == 1) {
      chosen.set(waiting.getFirst());
    }
  }

  /** The id follows the name until a person gives it another one. */
  private void derive() {
    if (old == null && id.get().equals(derived)) {
      derived = name.get().isBlank() ? "" : Names.file(name.get()).replace('_', '-');
      id.set(derived);
    }
  }

  private void check() {
    valid.set(nameProblem().isEmpty() && idProblem().isEmpty());
  }

  /** False for a customer that is there already; its id stays. */
  boolean isNew() {
    return old == null;
  }

  StringProperty name() {
    return name;
  }

  StringProperty id() {
    return id;
  }

  /** The systems that a customer may have. */
  List<String> systems() {
    return List.copyOf(connections.keySet());
  }

  /** What people call a system. */
  String title(String system) {
    return choices.titles().getOrDefault(system, system);
  }

  /**
   * The connections to choose from; one that is not on this computer is among them if it is set.
   */
  List<String> connectionsOf(String system) {
    List<String> names = new ArrayList<>(choices.systems().getOrDefault(system, List.of()));
    String set = old == null ? "" : old.connections().getOrDefault(system, "");
    if (!set.isEmpty() && !names.contains(set)) {
      names.add(set);
    }
    return names;
  }

  /** The chosen connection; empty for none. */
  StringProperty connection(String system) {
    return Optional.ofNullable(connections.get(system)).orElseThrow();
  }

  /** The base mappings that read from a system. */
  List<Usable> mappingsOf(String system) {
    return choices.mappings().stream().filter(m -> m.system().equals(system)).toList();
  }

  BooleanProperty uses(String mapping) {
    return Optional.ofNullable(ticks.get(mapping)).orElseThrow();
  }

  ReadOnlyBooleanProperty valid() {
    return valid.getReadOnlyProperty();
  }

  /** What is wrong with the name; empty text if it is good. */
  String nameProblem() {
    return name.get().isBlank() ? texts.of("customers.nameNeeded") : "";
  }

  /** What is wrong with the id; empty text if it is good. */
  String idProblem() {
    if (old != null) {
      return "";
    }
    String typed = id.get().strip();
    if (!typed.matches("[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?")) {
      return texts.of("customers.idWrong");
    }
    return choices.taken().stream().anyMatch(typed::equalsIgnoreCase)
        ? texts.of("customers.idTaken", typed)
        : "";
  }

  /** The customer as it would be saved; mappings that are not there any more stay named. */
  CustomerFile file() {
    Map<String, String> chosen = new LinkedHashMap<>();
    connections.forEach((system, connection) -> {
      if (!connection.get().isEmpty()) {
        chosen.put(system, connection.get());
      }
    });
    List<String> used = new ArrayList<>();
    if (old != null) {
      old.mappings().stream()
          .filter(m -> !ticks.containsKey(m) || uses(m).get())
          .forEach(used::add);
    }
    ticks.forEach((mapping, tick) -> {
      if (tick.get() && !used.contains(mapping)) {
        used.add(mapping);
      }
    });
    return new CustomerFile(id.get().strip(), name.get().strip(), chosen, used);
  }
}
