package dev.crosswalk.app.studio.mapping.canvas;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * A grouped list made flat: the rows to show, and the row at which each field's links end. Fields
 * of a folded group end at its heading; fields that the filter hides have no row.
 */
public final class BoardRows {
  public static final BoardRows EMPTY = new BoardRows(List.of(), Map.of(), 0);

  private final List<BoardRow> rows;
  private final Map<String, Integer> index;
  private final int shown;

  private BoardRows(List<BoardRow> rows, Map<String, Integer> index, int shown) {
    this.rows = rows;
    this.index = index;
    this.shown = shown;
  }

  /**
   * @param folded names of folded groups; a search by text opens all groups
   */
  public static BoardRows of(
      List<FieldFacts> fields,
      FieldFilter filter,
      Set<String> folded,
      Function<String, FieldState> state) {
    String[] words = filter.words();
    Map<String, List<FieldFacts>> groups = new LinkedHashMap<>();
    int shown = 0;
    for (FieldFacts facts : fields) {
      if (filter.accepts(facts, state.apply(facts.path()), words)) {
        groups.computeIfAbsent(facts.group(), g -> new ArrayList<>()).add(facts);
        shown++;
      }
    }
    List<String> names = new ArrayList<>(groups.keySet());
    names.sort(Comparator.comparingInt(FieldGroups::rank));
    List<BoardRow> rows = new ArrayList<>(shown + names.size());
    Map<String, Integer> index = HashMap.newHashMap(shown);
    for (String name : names) {
      List<FieldFacts> members = groups.getOrDefault(name, List.of());
      boolean open = words.length > 0 || !folded.contains(name);
      int heading = rows.size();
      rows.add(new BoardRow.Group(name, members.size(), open));
      for (FieldFacts facts : members) {
        index.put(facts.path(), open ? rows.size() : heading);
        if (open) {
          rows.add(new BoardRow.OfField(facts));
        }
      }
    }
    return new BoardRows(List.copyOf(rows), index, shown);
  }

  public List<BoardRow> rows() {
    return rows;
  }

  /** The row of a field, or of its folded group; -1 where the filter hides it. */
  public int rowOf(String path) {
    return index.getOrDefault(path, -1);
  }

  /** How many fields pass the filter, folded ones included. */
  public int shown() {
    return shown;
  }
}
