package dev.crosswalk.connectors.plugin.odata;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An entity data model as OData's metadata describes it, whatever version and form it came in.
 * Names of types are qualified by their namespace, aliases resolved. Terms of annotations are kept
 * by their last word: {@code Org.OData.Core.V1.Computed} as {@code Computed}.
 */
final class Edm {
  /** Whether it is version 4, which writes values in addresses otherwise than those before. */
  boolean four = true;

  final Map<String, Structured> structured = new LinkedHashMap<>();
  final Map<String, Enumeration> enumerations = new LinkedHashMap<>();

  /** The type that stands behind a named one. */
  final Map<String, String> definitions = new LinkedHashMap<>();

  final List<EntitySet> sets = new ArrayList<>();

  /** By {@code Namespace.Type} or {@code Namespace.Type/property}. */
  final Map<String, Map<String, Object>> annotations = new LinkedHashMap<>();

  /** Alias to namespace. */
  final Map<String, String> aliases = new LinkedHashMap<>();

  /**
   * An entity type or complex type.
   *
   * @param base qualified name of the type that it extends; null if none
   * @param keys names of the properties of the key; empty where the base has it
   */
  record Structured(
      String name,
      @Nullable String base,
      List<String> keys,
      List<Property> properties,
      List<Navigation> navigations,
      Map<String, Object> annotations) {}

  /**
   * @param nullable null where it is not said
   * @param sap SAP's attributes of version 2, without their prefix
   */
  record Property(
      String name,
      String type,
      boolean collection,
      @Nullable Boolean nullable,
      @Nullable Integer maxLength,
      @Nullable Integer precision,
      @Nullable Integer scale,
      @Nullable String defaultValue,
      Map<String, String> sap,
      Map<String, Object> annotations) {}

  /**
   * @param type of the target; qualified
   * @param constraints properties of this type by the key properties of the target that they hold
   */
  record Navigation(
      String name,
      String type,
      boolean collection,
      Map<String, String> constraints,
      Map<String, String> sap,
      Map<String, Object> annotations) {}

  /**
   * @param members value by name
   * @param labels label by name, where one is annotated
   */
  record Enumeration(
      String name, Map<String, String> members, Map<String, String> labels, boolean flags) {}

  /**
   * @param bindings target sets by the path of a navigation
   */
  record EntitySet(
      String name,
      String type,
      Map<String, String> bindings,
      Map<String, String> sap,
      Map<String, Object> annotations) {}

  /** The name with its alias replaced by the namespace. */
  String qualified(String name) {
    int dot = name.lastIndexOf('.');
    if (dot < 0) {
      return name;
    }
    String namespace = name.substring(0, dot);
    return aliases.getOrDefault(namespace, namespace) + name.substring(dot);
  }

  static String term(String term) {
    int hash = term.indexOf('#');
    String plain = hash < 0 ? term : term.substring(0, hash);
    return plain.substring(plain.lastIndexOf('.') + 1);
  }

  /** The type and its bases, the most general first. */
  List<Structured> lineage(String type) {
    List<Structured> lineage = new ArrayList<>();
    Structured at = structured.get(type);
    while (at != null && !lineage.contains(at) && lineage.size() < 50) {
      lineage.add(0, at);
      at = at.base() == null ? null : structured.get(at.base());
    }
    return lineage;
  }
}
