package dev.crosswalk.connectors.sandbox.salesforce;

import dev.crosswalk.connectors.sandbox.data.FieldDef;
import dev.crosswalk.connectors.sandbox.data.ObjectDef;
import dev.crosswalk.connectors.sandbox.salesforce.QueryRunner.Refused;
import dev.crosswalk.connectors.sandbox.salesforce.Soql.Name;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Field paths of a query, such as {@code Owner.Name}: whether they exist and what they lead to. */
final class Paths {
  private final Catalog catalog;
  private final String query;
  private final ObjectDef object;

  Paths(Catalog catalog, String query, ObjectDef object) {
    this.catalog = catalog;
    this.query = query;
    this.object = object;
  }

  /** A record that a reference leads to. */
  record Step(ObjectDef object, Map<String, @Nullable Object> record) {}

  /** Fails as the real system does where the path names a field that is not there. */
  void check(Name name) {
    List<String> parts = name.parts();
    if (parts.size() > 6) {
      throw new Refused(
          "INVALID_FIELD", at(name) + "only 5 levels of relationships may be crossed");
    }
    check(object, parts, name);
  }

  private void check(ObjectDef from, List<String> parts, Name name) {
    if (parts.size() == 1) {
      if (from.field(parts.get(0)).isEmpty()) {
        throw new Refused(
            "INVALID_FIELD",
            at(name)
                + "No such column '%s' on entity '%s'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. Please reference your WSDL or the describe call for the appropriate names."
                    .formatted(parts.get(0), from.name()));
      }
      return;
    }
    List<String> rest = parts.subList(1, parts.size());
    FieldDef reference = reference(from, parts.get(0));
    if (reference == null) {
      if (parts.get(0).equalsIgnoreCase(from.name())) {
        check(from, rest, name);
        return;
      }
      throw new Refused(
          "INVALID_FIELD",
          at(name)
              + "Didn't understand relationship '%s' in field path. If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name. Please reference your WSDL or the describe call for the appropriate names."
                  .formatted(parts.get(0)));
    }
    if (reference.references().size() > 1) {
      boolean known =
          rest.get(0).equalsIgnoreCase("Type")
              || reference.references().stream()
                  .map(catalog::object)
                  .flatMap(Optional::stream)
                  .anyMatch(o -> rest.size() > 1 || o.field(rest.get(0)).isPresent());
      if (!known) {
        throw new Refused(
            "INVALID_FIELD",
            at(name) + "No such column '%s' on entity 'Name'.".formatted(rest.get(0)));
      }
      return;
    }
    Optional<ObjectDef> target = catalog.object(reference.references().get(0));
    if (target.isPresent()) {
      check(target.get(), rest, name);
    } else {
      throw new Refused(
          "INVALID_FIELD",
          at(name)
              + "No such column '%s' on entity '%s'."
                  .formatted(rest.get(0), reference.references().get(0)));
    }
  }

  private String at(Name name) {
    return SoqlParser.at(query, name.position());
  }

  static @Nullable FieldDef reference(ObjectDef from, String relationship) {
    for (FieldDef field : from.fields()) {
      if (field.type().equals("reference")
          && relationship.equalsIgnoreCase(FieldDescribe.relationship(field))) {
        return field;
      }
    }
    return null;
  }

  static @Nullable Step follow(
      Catalog catalog, FieldDef reference, Map<String, @Nullable Object> row) {
    if (!(row.get(reference.name()) instanceof String id)) {
      return null;
    }
    return catalog
        .objectOf(id)
        .flatMap(target -> catalog.record(target, id).map(record -> new Step(target, record)))
        .orElse(null);
  }

  /** The JSON value at the end of a path, null where the path breaks off. */
  @Nullable Object value(Map<String, @Nullable Object> row, Name name) {
    ObjectDef at = object;
    Map<String, @Nullable Object> record = row;
    List<String> parts = name.parts();
    for (String part : parts.subList(0, parts.size() - 1)) {
      FieldDef reference = reference(at, part);
      if (reference != null) {
        Step step = follow(catalog, reference, record);
        if (step == null) {
          return null;
        }
        at = step.object();
        record = step.record();
      }
    }
    String last = parts.get(parts.size() - 1);
    FieldDef field = at.field(last).orElse(null);
    return field == null
        ? last.equalsIgnoreCase("Type") ? at.name() : null
        : RecordJson.value(at, field, record);
  }
}
