package dev.crosswalk.connectors.sandbox.salesforce;

import dev.crosswalk.connectors.sandbox.Faults;
import dev.crosswalk.connectors.sandbox.data.Company;
import dev.crosswalk.connectors.sandbox.data.FieldDef;
import dev.crosswalk.connectors.sandbox.data.ObjectDef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the signed-in user sees of an organisation now: its objects, less what faults hide. */
final class Catalog {
  /** When the schema was last changed before the sandbox started. */
  private static final Instant SCHEMA_TIME = Instant.parse("2026-10-12T08:14:00Z");

  private final Faults faults;
  private final Supplier<Company> plain;
  private final Supplier<Company> drifted;

  Catalog(Faults faults, Supplier<Company> plain, Supplier<Company> drifted) {
    this.faults = faults;
    this.plain = plain;
    this.drifted = drifted;
  }

  Company company() {
    return faults.drifted() ? drifted.get() : plain.get();
  }

  /** Grows with each change, to the second, as Last-Modified tells it. */
  Instant changed() {
    return SCHEMA_TIME.plusSeconds(60L * faults.schemaGeneration());
  }

  /** All objects with those that the system derives from them. */
  List<ObjectDef> objects() {
    List<ObjectDef> all = new ArrayList<>();
    for (ObjectDef object : company().objects()) {
      // What a user may not see does not exist here, neither in lists nor by name.
      if (faults.isForbidden(object.name())) {
        continue;
      }
      all.add(visible(object));
      all.addAll(Derived.of(object));
    }
    return all;
  }

  Optional<ObjectDef> object(String name) {
    Optional<ObjectDef> own = company().object(name);
    if (own.isPresent() && faults.isForbidden(own.get().name())) {
      return Optional.empty();
    }
    return own.isPresent()
        ? own.map(this::visible)
        : objects().stream().filter(o -> o.name().equalsIgnoreCase(name)).findFirst();
  }

  private ObjectDef visible(ObjectDef object) {
    List<FieldDef> fields =
        object.fields().stream().filter(f -> !faults.isHidden(object.name(), f.name())).toList();
    return fields.size() == object.fields().size()
        ? object
        : new ObjectDef(object.name(), object.attributes(), fields);
  }

  /** The records in order of their ids. */
  List<Map<String, @Nullable Object>> records(ObjectDef object) {
    return company().object(object.name()).map(company()::records).orElse(List.of());
  }

  Optional<Map<String, @Nullable Object>> record(ObjectDef object, String id) {
    String full = RecordId.full(id);
    return records(object).stream().filter(r -> full.equals(r.get("Id"))).findFirst();
  }

  /** The object that an id belongs to, by its key prefix. */
  Optional<ObjectDef> objectOf(String id) {
    return id.length() < 15
        ? Optional.empty()
        : company().objects().stream()
            .filter(o -> id.startsWith(o.attribute("prefix", "-")))
            .findFirst()
            .map(this::visible);
  }

  /** Shares, histories, feeds and change events, which every organisation is full of. */
  static final class Derived {
    private Derived() {}

    static List<ObjectDef> of(ObjectDef object) {
      if (!object.flag("derives") && !object.flag("custom")) {
        return List.of();
      }
      boolean custom = object.name().endsWith("__c");
      String stem = custom ? object.name().substring(0, object.name().length() - 1) : object.name();
      List<ObjectDef> derived = new ArrayList<>();
      for (String kind : List.of("ChangeEvent", "Feed", "History", "Share")) {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put(
            "label", object.label() + " " + (kind.equals("ChangeEvent") ? "Change Event" : kind));
        attributes.put("flags", "readonly" + (kind.equals("ChangeEvent") ? " noquery" : ""));
        attributes.put("records", "0");
        derived.add(
            new ObjectDef(
                stem + kind,
                attributes,
                List.of(
                    field("Id", "id", "", "flags", "key ro required"),
                    field("ParentId", "reference", object.name(), "flags", "ro"),
                    field("LastModifiedDate", "datetime", "", "flags", "ro required"))));
      }
      return derived;
    }

    private static FieldDef field(String name, String type, String args, String key, String value) {
      return new FieldDef(name, type, args, name, Map.of(key, value));
    }
  }
}
