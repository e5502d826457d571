package dev.crosswalk.connectors.sandbox.account;

import dev.crosswalk.connectors.sandbox.Faults;
import dev.crosswalk.connectors.sandbox.data.Company;
import dev.crosswalk.connectors.sandbox.data.FieldDef;
import dev.crosswalk.connectors.sandbox.data.ObjectDef;
import dev.crosswalk.connectors.sandbox.server.Lazy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the signed-in user of an account sees now; its records are made when first asked for. */
public final class World {
  private final Faults faults;
  private final Lazy<Company> plain;
  private final Lazy<Company> drifted;

  /**
   * @param folder of the definition files: {@code <folder>/<id>.txt} and {@code -drift.txt}
   */
  public World(String folder, String id, Faults faults, Company.IdMaker ids) {
    this.faults = faults;
    String own = folder + "/" + id + ".txt";
    this.plain = new Lazy<>(() -> Company.load(id, List.of(), own, ids));
    this.drifted =
        new Lazy<>(
            () -> Company.drifted(id, List.of(), own, folder + "/" + id + "-drift.txt", ids));
  }

  public Company company() {
    return faults.drifted() ? drifted.get() : plain.get();
  }

  public List<ObjectDef> objects() {
    return company().objects();
  }

  public Optional<ObjectDef> object(String name) {
    return company().object(name);
  }

  /** Whether the user may not see the object at all. */
  public boolean forbidden(ObjectDef object) {
    return faults.isForbidden(object.name());
  }

  /** The fields that the user may see. */
  public List<FieldDef> fields(ObjectDef object) {
    return object.fields().stream().filter(f -> !faults.isHidden(object.name(), f.name())).toList();
  }

  public Optional<FieldDef> field(ObjectDef object, String name) {
    return fields(object).stream().filter(f -> f.name().equals(name)).findFirst();
  }

  public List<Map<String, @Nullable Object>> records(ObjectDef object) {
    return company().records(object);
  }
}
