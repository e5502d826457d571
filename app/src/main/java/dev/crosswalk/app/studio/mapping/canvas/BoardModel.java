package dev.crosswalk.app.studio.mapping.canvas;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/**
 * What the board shows and what is selected on it. Holds no nodes; changes on the JavaFX thread.
 */
public final class BoardModel {

  /** What a person can do on the board. */
  public interface Commands {

    /** Connects sources to a target. */
    void map(List<String> sources, String target);

    /** Adds a source to those that already feed a target. */
    void add(String source, String target);

    /** Takes away what feeds a target. */
    void unmap(String target);

    /** Shows all there is about a field. */
    void open(Side side, String path);
  }

  private final Commands commands;
  private final Lane source = new Lane();
  private final Lane target = new Lane();
  private List<Link> links = List.of();
  private Set<String> selectedSources = new LinkedHashSet<>();
  private final ObjectProperty<@Nullable String> selectedTarget = new SimpleObjectProperty<>();
  private final ObjectProperty<@Nullable String> hoveredTarget = new SimpleObjectProperty<>();
  private final ReadOnlyIntegerWrapper revision = new ReadOnlyIntegerWrapper();
  private final ReadOnlyIntegerWrapper selection = new ReadOnlyIntegerWrapper();

  public BoardModel(Commands commands) {
    this.commands = commands;
  }

  /** One list with its filter and folded groups. */
  private static final class Lane {
    private List<FieldFacts> fields = List.of();
    private Map<String, FieldState> states = Map.of();
    private FieldFilter filter = FieldFilter.ALL;
    private final Set<String> folded = new HashSet<>();
    private BoardRows rows = BoardRows.EMPTY;

    void flatten() {
      rows = BoardRows.of(fields, filter, folded, p -> states.getOrDefault(p, FieldState.NONE));
    }
  }

  private Lane lane(Side side) {
    return side == Side.SOURCE ? source : target;
  }

  /** Replaces the fields, when a mapping is opened. */
  public void showFields(List<FieldFacts> sources, List<FieldFacts> targets) {
    source.fields = List.copyOf(sources);
    target.fields = List.copyOf(targets);
    source.folded.clear();
    target.folded.clear();
    selectedSources.clear();
    selectedTarget.set(null);
    links = List.of();
    changed();
  }

  /** Replaces what the mapping says, after every act. */
  public void showState(
      List<Link> newLinks,
      Map<String, FieldState> sourceStates,
      Map<String, FieldState> targetStates) {
    links = List.copyOf(newLinks);
    source.states = Map.copyOf(sourceStates);
    target.states = Map.copyOf(targetStates);
    changed();
  }

  private void changed() {
    source.flatten();
    target.flatten();
    revision.set(revision.get() + 1);
  }

  public FieldFilter filter(Side side) {
    return lane(side).filter;
  }

  public void setFilter(Side side, FieldFilter filter) {
    lane(side).filter = filter;
    changed();
  }

  /** Folds an open group away or opens a folded one. */
  public void toggleGroup(Side side, String group) {
    Set<String> folded = lane(side).folded;
    if (!folded.remove(group)) {
      folded.add(group);
    }
    changed();
  }

  /** Shows a field that is filtered out or folded away, and answers its row; -1 if unknown. */
  public int reveal(Side side, String path) {
    Lane lane = lane(side);
    for (FieldFacts facts : lane.fields) {
      if (facts.path().equals(path)) {
        boolean hidden = lane.rows.rowOf(path) < 0;
        if (hidden) {
          lane.filter = FieldFilter.ALL;
        }
        boolean folded = lane.folded.remove(facts.group());
        if (hidden || folded) {
          changed();
        }
        return lane.rows.rowOf(path);
      }
    }
    return -1;
  }

  public BoardRows rows(Side side) {
    return lane(side).rows;
  }

  public List<FieldFacts> fields(Side side) {
    return lane(side).fields;
  }

  public FieldState state(Side side, String path) {
    return lane(side).states.getOrDefault(path, FieldState.NONE);
  }

  public List<Link> links() {
    return links;
  }

  /** Grows when rows, states or links change. */
  public ReadOnlyIntegerProperty revision() {
    return revision.getReadOnlyProperty();
  }

  /** Grows when the selection on either side changes. */
  public ReadOnlyIntegerProperty selectionRevision() {
    return selection.getReadOnlyProperty();
  }

  public List<String> selectedSources() {
    return List.copyOf(selectedSources);
  }

  public @Nullable String selectedTarget() {
    return selectedTarget.get();
  }

  /** The target whose links are under the mouse; null if none. */
  public ObjectProperty<@Nullable String> hoveredTarget() {
    return hoveredTarget;
  }

  public void selectSources(List<String> paths) {
    if (!List.copyOf(selectedSources).equals(paths)) {
      selectedSources = new LinkedHashSet<>(paths);
      selection.set(selection.get() + 1);
    }
  }

  public void selectTarget(@Nullable String path) {
    if (!java.util.Objects.equals(selectedTarget.get(), path)) {
      selectedTarget.set(path);
      selection.set(selection.get() + 1);
    }
  }

  /** Whether a link touches what is hovered or selected, and so stands out of the rest. */
  public boolean lifted(Link link) {
    String hovered = hoveredTarget.get();
    if (hovered != null) {
      return link.target().equals(hovered);
    }
    return link.target().equals(selectedTarget.get())
        || link.sources().stream().anyMatch(selectedSources::contains);
  }

  /** Whether anything is hovered or selected that has links. */
  public boolean lifting() {
    return links.stream().anyMatch(this::lifted);
  }

  /** Connects the selected sources to the selected target; does nothing where one is missing. */
  public boolean mapSelected() {
    String to = selectedTarget.get();
    if (to == null || selectedSources.isEmpty()) {
      return false;
    }
    commands.map(selectedSources(), to);
    return true;
  }

  /** Takes away what feeds the selected target, or what the selected sources alone feed. */
  public void unmapSelected(Side side) {
    String to = selectedTarget.get();
    if (side == Side.TARGET) {
      if (to != null) {
        commands.unmap(to);
      }
      return;
    }
    List<String> targets = new ArrayList<>();
    for (Link link : links) {
      if (!link.suggested() && link.sources().stream().anyMatch(selectedSources::contains)) {
        targets.add(link.target());
      }
    }
    targets.forEach(commands::unmap);
  }

  public Commands commands() {
    return commands;
  }
}
