package dev.crosswalk.app.studio.mapping.canvas;

import dev.crosswalk.app.studio.shell.Texts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
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

    /** Connects sources to a target, in place of what fed it. */
    void map(List<String> sources, String target);

    /** Adds sources to those that already feed a target. */
    void add(List<String> sources, String target);

    /** Takes away what feeds the targets, as one act. */
    void unmap(List<String> targets);

    /** Shows all there is about a field. */
    void open(Side side, String path);
  }

  /** A field on one side of the board. */
  public record Spot(Side side, String path) {}

  private final Texts texts;
  private final Commands commands;
  private final Lane source = new Lane();
  private final Lane target = new Lane();
  private List<Link> links = List.of();
  private Set<String> selectedSources = new LinkedHashSet<>();
  private @Nullable String selectedTarget;
  private final ObjectProperty<@Nullable Spot> hovered = new SimpleObjectProperty<>();
  private final ObjectProperty<Density> density = new SimpleObjectProperty<>(Density.COMFORTABLE);
  private final ReadOnlyIntegerWrapper revision = new ReadOnlyIntegerWrapper();
  private final ReadOnlyIntegerWrapper selection = new ReadOnlyIntegerWrapper();

  public BoardModel(Texts texts, Commands commands) {
    this.texts = texts;
    this.commands = commands;
  }

  Texts texts() {
    return texts;
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
    selectedTarget = null;
    hovered.set(null);
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

  /** Folds all groups of a list away, or opens them all where all are folded. */
  public void toggleAllGroups(Side side) {
    Lane lane = lane(side);
    Set<String> all = new HashSet<>();
    lane.fields.forEach(f -> all.add(f.group()));
    if (!lane.folded.containsAll(all)) {
      lane.folded.addAll(all);
    } else {
      lane.folded.clear();
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

  /** How close the rows stand. */
  public ObjectProperty<Density> density() {
    return density;
  }

  /** Larger rows for a number above 0, smaller ones below. */
  public void zoom(int by) {
    density.set(density.get().zoomed(by));
  }

  public List<String> selectedSources() {
    return List.copyOf(selectedSources);
  }

  public @Nullable String selectedTarget() {
    return selectedTarget;
  }

  /** The field under the mouse, or the target of the link under it; null if none. */
  public ObjectProperty<@Nullable Spot> hovered() {
    return hovered;
  }

  public void selectSources(List<String> paths) {
    if (!List.copyOf(selectedSources).equals(paths)) {
      selectedSources = new LinkedHashSet<>(paths);
      selection.set(selection.get() + 1);
    }
  }

  public void selectTarget(@Nullable String path) {
    if (!Objects.equals(selectedTarget, path)) {
      selectedTarget = path;
      selection.set(selection.get() + 1);
    }
  }

  /**
   * Which links touch what is hovered or selected, and so stand out of the rest; empty where none
   * does.
   */
  public Optional<Predicate<Link>> lift() {
    Spot spot = hovered.get();
    if (spot != null) {
      Predicate<Link> under = link -> touches(link, spot);
      if (links.stream().anyMatch(under)) {
        return Optional.of(under);
      }
    }
    Predicate<Link> selected =
        link ->
            link.target().equals(selectedTarget)
                || link.sources().stream().anyMatch(selectedSources::contains);
    return links.stream().anyMatch(selected) ? Optional.of(selected) : Optional.empty();
  }

  private static boolean touches(Link link, Spot spot) {
    return spot.side() == Side.TARGET
        ? link.target().equals(spot.path())
        : link.sources().contains(spot.path());
  }

  /** The fields of the other side that a field is linked to, suggestions included. */
  public List<String> across(Side side, String path) {
    Spot spot = new Spot(side, path);
    Set<String> found = new LinkedHashSet<>();
    for (Link link : links) {
      if (touches(link, spot)) {
        if (side == Side.SOURCE) {
          found.add(link.target());
        } else {
          found.addAll(link.sources());
        }
      }
    }
    return List.copyOf(found);
  }

  /**
   * Connects the selected sources to the selected target; does nothing where one is missing.
   *
   * @param add whether they join those that feed the target
   */
  public boolean mapSelected(boolean add) {
    String to = selectedTarget;
    if (to == null || selectedSources.isEmpty()) {
      return false;
    }
    if (add) {
      commands.add(selectedSources(), to);
    } else {
      commands.map(selectedSources(), to);
    }
    return true;
  }

  /** Takes away what feeds the selected target, or all that the selected sources feed. */
  public void unmapSelected(Side side) {
    if (side == Side.TARGET) {
      String to = selectedTarget;
      if (to != null) {
        commands.unmap(List.of(to));
      }
      return;
    }
    List<String> targets = new ArrayList<>();
    for (Link link : links) {
      if (!link.suggested() && link.sources().stream().anyMatch(selectedSources::contains)) {
        targets.add(link.target());
      }
    }
    if (!targets.isEmpty()) {
      commands.unmap(targets);
    }
  }

  public Commands commands() {
    return commands;
  }
}
