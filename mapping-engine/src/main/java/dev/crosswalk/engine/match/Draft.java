package dev.crosswalk.engine.match;

import dev.crosswalk.engine.match.ReferencePaths.Crossing;
import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The words of one field before they can be weighed. */
final class Draft {
  final SchemaObject object;
  final Field field;
  final List<String> leaf = new ArrayList<>();
  final List<String> parents = new ArrayList<>();
  final List<String> label = new ArrayList<>();
  final List<String> meaning = new ArrayList<>();
  final List<String> labelMeaning = new ArrayList<>();
  final List<String> heading = new ArrayList<>();
  final List<String> valueWords = new ArrayList<>();
  int[] letters = {};
  String spelled = "";
  int group;
  int children = -1;
  int beginning;

  /** How many of the last words of the parents are the nearest one. */
  int near;

  List<String> more = List.of();
  Optional<AddressRoles.Role> role = Optional.empty();

  /** Whether it stands in an address of several, if as no part of it: its latitude. */
  boolean inAddress;

  @Nullable Crossing crossing;
  final List<String> text = new ArrayList<>();
  Set<String> own = Set.of();
  SampleProfile samples = SampleProfile.NONE;
  Map<String, String> options = Map.of();

  Draft(SchemaObject object, Field field) {
    this.object = object;
    this.field = field;
  }

  /** Adds a step of the path. */
  void add(List<String> parent) {
    parents.addAll(parent);
    near = parent.size();
  }

  /**
   * The words of its own name, with those of what it stands in where it says only of what sort it
   * is: {@code tax_category.id} is a tax category's id.
   */
  List<String> called() {
    if (!isBare()) {
      return leaf;
    }
    List<String> out = new ArrayList<>(parents.subList(parents.size() - near, parents.size()));
    out.addAll(leaf);
    return out;
  }

  /** The words of the parents that are not in {@link #called}. */
  List<String> above() {
    return isBare() ? parents.subList(0, parents.size() - near) : parents;
  }

  private boolean isBare() {
    return near > 0 && !leaf.isEmpty() && leaf.stream().allMatch(Markers::saysSort);
  }

  /** The words that the names of its group begin with. */
  List<String> head() {
    return leaf.subList(0, Math.min(beginning, leaf.size()));
  }

  /** The words of an address that say which of several it is; empty for other fields. */
  List<String> whichAddress() {
    if (role.isEmpty() && !inAddress) {
      return List.of();
    }
    List<String> out = new ArrayList<>(parents);
    out.addAll(head());
    return out;
  }
}
