package dev.crosswalk.connectors.plugin.odata;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The fields of one entity set, inherited ones first, parts of complex values after the whole. */
final class EdmFields {
  private static final int DEEPEST = 3;

  private final Edm edm;
  private final Edm.EntitySet set;

  EdmFields(Edm edm, Edm.EntitySet set) {
    this.edm = edm;
    this.set = set;
  }

  List<Map<String, @Nullable Object>> fields() {
    Map<String, Map<String, @Nullable Object>> fields = new LinkedHashMap<>();
    List<Edm.Structured> lineage = edm.lineage(set.type());
    for (Edm.Structured type : lineage) {
      for (Edm.Property property : type.properties()) {
        add(fields, type, property, "", new HashSet<>());
      }
    }
    for (Edm.Structured type : lineage) {
      type.navigations().forEach(n -> navigation(fields, type, n));
    }
    return new ArrayList<>(fields.values());
  }

  private void add(
      Map<String, Map<String, @Nullable Object>> fields,
      Edm.Structured owner,
      Edm.Property property,
      String prefix,
      Set<String> path) {
    Map<String, @Nullable Object> field = new EdmField(edm, owner, property).attributes();
    field.put("name", prefix + property.name());
    if (!prefix.isEmpty()) {
      field.put("partOf", prefix.substring(0, prefix.length() - 1));
    }
    fields.put(prefix + property.name(), field);
    boolean complex = edm.structured.containsKey(property.type()) && !property.collection();
    if (complex && path.size() < DEEPEST && path.add(property.type())) {
      for (Edm.Structured type : edm.lineage(property.type())) {
        for (Edm.Property part : type.properties()) {
          add(fields, type, part, prefix + property.name() + ".", path);
        }
      }
      path.remove(property.type());
    }
  }

  /**
   * A reference is the property that holds the key where the model says which, otherwise the
   * navigation itself.
   */
  private void navigation(
      Map<String, Map<String, @Nullable Object>> fields,
      Edm.Structured owner,
      Edm.Navigation navigation) {
    List<String> targets = targets(navigation);
    if (!navigation.collection() && navigation.constraints().size() == 1) {
      Map<String, @Nullable Object> holder =
          fields.get(navigation.constraints().values().iterator().next());
      if (holder != null) {
        holder.put("type", "reference");
        holder.put("references", targets);
        holder.put("relationship", navigation.name());
        return;
      }
    }
    Map<String, Object> annotations = new HashMap<>(navigation.annotations());
    annotations.putAll(
        edm.annotations.getOrDefault(owner.name() + "/" + navigation.name(), Map.of()));
    Map<String, @Nullable Object> field = new HashMap<>();
    field.put("name", navigation.name());
    field.put("native", "NavigationProperty");
    field.put("type", navigation.collection() ? "reference-list" : "reference");
    field.put("multiple", navigation.collection() ? true : null);
    field.put("references", targets);
    field.put("relationship", navigation.name());
    field.put(
        "label",
        navigation.sap().containsKey("label")
            ? navigation.sap().get("label")
            : annotations.get("Label"));
    fields.putIfAbsent(navigation.name(), field);
  }

  /** Names of the entity sets to which a navigation leads. */
  private List<String> targets(Edm.Navigation navigation) {
    String bound = set.bindings().get(navigation.name());
    if (bound != null) {
      return List.of(bound.substring(bound.lastIndexOf('/') + 1));
    }
    List<String> sets = new ArrayList<>();
    for (Edm.EntitySet each : edm.sets) {
      if (edm.lineage(each.type()).stream().anyMatch(t -> t.name().equals(navigation.type()))) {
        sets.add(each.name());
      }
    }
    String type = navigation.type();
    return sets.isEmpty() ? List.of(type.substring(type.lastIndexOf('.') + 1)) : sets;
  }
}
