package dev.crosswalk.connectors.sandbox.hubspot;

import dev.crosswalk.connectors.sandbox.Faults;
import dev.crosswalk.connectors.sandbox.data.Company;
import dev.crosswalk.connectors.sandbox.data.FieldDef;
import dev.crosswalk.connectors.sandbox.data.ObjectDef;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the signed-in user sees of a portal now. */
final class Portal {
  private final Faults faults;
  private final Supplier<Company> plain;
  private final Supplier<Company> drifted;

  Portal(Faults faults, Supplier<Company> plain, Supplier<Company> drifted) {
    this.faults = faults;
    this.plain = plain;
    this.drifted = drifted;
  }

  Company company() {
    return faults.drifted() ? drifted.get() : plain.get();
  }

  List<ObjectDef> objects() {
    return company().objects().stream().filter(o -> !o.flag("internal")).toList();
  }

  /** An object by its name, singular name, object type id or fully qualified name. */
  Optional<ObjectDef> object(String word) {
    return objects().stream()
        .filter(o ->
            o.name().equalsIgnoreCase(word)
                || o.attribute("id", "").equals(word)
                || o.attribute("singular", "").equalsIgnoreCase(word)
                || o.name().equals("p" + HubSpotPortal.PORTAL + "_" + word))
        .findFirst();
  }

  Optional<ObjectDef> internal(String name) {
    return company().object(name);
  }

  List<FieldDef> properties(ObjectDef object) {
    return object.fields().stream().filter(f -> !faults.isHidden(object.name(), f.name())).toList();
  }

  List<Map<String, @Nullable Object>> records(ObjectDef object) {
    return company().records(object);
  }

  /** Values are text or null, whatever the property's type. */
  static @Nullable String text(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case BigDecimal number -> number.toPlainString();
      case Instant moment -> moment(moment);
      case LocalDate day -> day.toString();
      default -> String.valueOf(value);
    };
  }

  /** Milliseconds always have three digits. */
  static String moment(Instant moment) {
    String text = moment.toString();
    return text.contains(".") ? text : text.replace("Z", ".000Z");
  }
}
