package dev.crosswalk.app.studio.mapping;

import dev.crosswalk.app.studio.shell.Tasks;
import dev.crosswalk.app.studio.shell.Texts;
import dev.crosswalk.engine.match.Suggestions.ObjectPair;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.schema.Schema;
import dev.crosswalk.engine.schema.SchemaObject;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** Starting a mapping: which connection, which target model, which two objects. No nodes. */
public final class NewMappingModel {

  /** What is known so far. */
  private record Found(
      List<String> connections, @Nullable Schema source, Schema target, List<ObjectPair> pairs) {
    static final Found NOTHING = new Found(List.of(), null, Schema.of("", List.of()), List.of());
  }

  private final MappingDesk desk;
  private final String customer;
  private final String used;
  private final Tasks tasks;
  private final Texts texts;
  private final Consumer<Problem> onProblem;
  private final Consumer<MappingDesk.Made> onCreated;
  private final ObjectProperty<@Nullable String> connection = new SimpleObjectProperty<>();
  private final ReadOnlyIntegerWrapper revision = new ReadOnlyIntegerWrapper();
  private Found found = Found.NOTHING;
  private boolean loading;

  /** How often was asked, so that an answer to an older question is passed over. */
  private int asked;

  /**
   * @param customer whose connection is proposed; empty for none
   * @param used the connection that is in use, proposed where there is no customer; empty for none
   * @param onCreated gets the new mapping
   */
  public NewMappingModel(
      MappingDesk desk,
      String customer,
      String used,
      Tasks tasks,
      Texts texts,
      Consumer<Problem> onProblem,
      Consumer<MappingDesk.Made> onCreated) {
    this.desk = desk;
    this.customer = customer;
    this.used = used;
    this.tasks = tasks;
    this.texts = texts;
    this.onProblem = onProblem;
    this.onCreated = onCreated;
  }

  /** Reads connections, schemas and target model, and ranks the object pairs. */
  public void load() {
    String wanted = connection.get();
    int mine = ++asked;
    loading = true;
    changed();
    tasks.run(
        texts.of("mapping.new.comparing"),
        progress -> {
          List<String> connections = desk.connections(customer);
          String name = choice(wanted, connections);
          Schema source = name == null ? null : desk.source(name);
          Schema target = desk.target();
          List<ObjectPair> pairs =
              source == null || target.objects().isEmpty() ? List.of() : desk.pairs(source, target);
          return new Found(connections, source, target, pairs);
        },
        now -> {
          if (mine != asked) {
            return;
          }
          loading = false;
          found = now;
          if (connection.get() == null && !now.connections().isEmpty()) {
            connection.set(choice(null, now.connections()));
          }
          changed();
        },
        this::failed);
  }

  private @Nullable String choice(@Nullable String wanted, List<String> connections) {
    String first = wanted == null && customer.isEmpty() ? used : wanted;
    return first != null && connections.contains(first)
        ? first
        : connections.isEmpty() ? null : connections.getFirst();
  }

  private void failed(Problem problem) {
    loading = false;
    changed();
    onProblem.accept(problem);
  }

  private void changed() {
    revision.set(revision.get() + 1);
  }

  public void useConnection(String name) {
    if (!name.equals(connection.get())) {
      connection.set(name);
      load();
    }
  }

  /** Adds an object made in the window to the target model. */
  public void addTarget(SchemaObject object) {
    tasks.run(
        texts.of("mapping.new.writing"),
        progress -> {
          desk.addTarget(List.of(object));
          return true;
        },
        done -> load(),
        this::failed);
  }

  /**
   * Looks what a file holds; an older question is passed over.
   *
   * @param onFound gets its objects
   * @param onProblem gets why it cannot be taken
   */
  void look(Path file, Consumer<List<SchemaObject>> onFound, Consumer<Problem> onProblem) {
    tasks.latest("target-look", progress -> desk.importTarget(file), onFound, onProblem);
  }

  public void importTarget(Path file) {
    tasks.run(
        texts.of("mapping.new.importing", file.getFileName()),
        progress -> {
          desk.addTarget(desk.importTarget(file));
          return true;
        },
        done -> load(),
        this::failed);
  }

  public void create(String sourceObject, String targetObject) {
    Schema source = found.source();
    if (source == null) {
      return;
    }
    Schema target = found.target();
    tasks.run(
        texts.of("mapping.new.making"),
        progress -> desk.create(source, sourceObject, target, targetObject),
        onCreated,
        this::failed);
  }

  /** Grows whenever something here changed. */
  public ReadOnlyIntegerProperty revision() {
    return revision.getReadOnlyProperty();
  }

  public boolean loading() {
    return loading;
  }

  public @Nullable String connection() {
    return connection.get();
  }

  public List<String> connections() {
    return found.connections();
  }

  public List<SchemaObject> sourceObjects() {
    Schema source = found.source();
    return source == null ? List.of() : source.objects();
  }

  public Schema target() {
    return found.target();
  }

  public List<ObjectPair> pairs() {
    return found.pairs();
  }
}
