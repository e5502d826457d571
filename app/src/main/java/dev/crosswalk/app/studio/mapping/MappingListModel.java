package dev.crosswalk.app.studio.mapping;

import dev.crosswalk.app.studio.mapping.MappingDesk.Item;
import dev.crosswalk.app.studio.mapping.MappingDesk.State;
import dev.crosswalk.app.studio.shell.Tasks;
import dev.crosswalk.engine.problem.Problem;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/**
 * The mappings of the workspace, and what is known of each: at once what their files say, and
 * little by little, only of those on show, what must be worked out. Holds no nodes.
 */
public final class MappingListModel {
  private final Tasks tasks;
  private final Consumer<Problem> onProblem;
  private final ObjectProperty<List<Item>> items = new SimpleObjectProperty<>(List.of());
  private final ReadOnlyBooleanWrapper known = new ReadOnlyBooleanWrapper();
  private final ReadOnlyIntegerWrapper revision = new ReadOnlyIntegerWrapper();
  private final Map<String, State> states = new HashMap<>();
  private final Set<String> fresh = new HashSet<>();
  private final Deque<Item> wanted = new ArrayDeque<>();
  private @Nullable MappingDesk desk;

  /** What is being worked out; null while nothing is. */
  private @Nullable Item now;

  private Tasks.Handle counting = () -> {};

  MappingListModel(Tasks tasks, Consumer<Problem> onProblem) {
    this.tasks = tasks;
    this.onProblem = onProblem;
  }

  /** Another workspace was opened, or none. */
  void use(@Nullable MappingDesk newDesk) {
    stop();
    desk = newDesk;
    states.clear();
    known.set(false);
    items.set(List.of());
  }

  /** Reads the list again; what was known of the mappings stays until it is found anew. */
  void read(String customer) {
    MappingDesk d = desk;
    if (d != null) {
      tasks.latest("mappings", progress -> d.mappings(customer), this::take, this::failed);
    }
  }

  private void failed(Problem problem) {
    known.set(true);
    onProblem.accept(problem);
  }

  /** Takes over a list that was read elsewhere. */
  void take(List<Item> found) {
    stop();
    fresh.clear();
    items.set(found);
    known.set(true);
  }

  /** Works out what is on show and not known, one after the other. */
  void want(List<Item> shown) {
    wanted.clear();
    shown.stream().filter(item -> !fresh.contains(item.key())).forEach(wanted::add);
    if (now == null) {
      next();
    }
  }

  /** Works out nothing more, since nobody looks at the list now. */
  void stop() {
    wanted.clear();
    Item left = now;
    now = null;
    if (left != null) {
      fresh.remove(left.key());
      counting.cancel();
    }
  }

  private void next() {
    MappingDesk d = desk;
    Item item = wanted.poll();
    now = d == null ? null : item;
    if (d == null || item == null) {
      return;
    }
    fresh.add(item.key());
    counting =
        tasks.latest(
            "mapping-state",
            progress -> d.state(item, progress),
            state -> {
              states.put(item.key(), state);
              revision.set(revision.get() + 1);
              next();
            },
            problem -> next());
  }

  /** What was worked out of a mapping. */
  State state(Item item) {
    return states.getOrDefault(item.key(), State.UNKNOWN);
  }

  public ObjectProperty<List<Item>> items() {
    return items;
  }

  /** Whether the mappings of the workspace have been read; none are known before. */
  ReadOnlyBooleanProperty known() {
    return known.getReadOnlyProperty();
  }

  /** Grows with each mapping of which something was worked out. */
  ReadOnlyIntegerProperty revision() {
    return revision.getReadOnlyProperty();
  }
}
