package dev.crosswalk.engine.golden;

import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.FieldType;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the values of a field are to masking. */
enum MaskKind {
  /** Says nothing about a person: a choice, a flag, a country, a currency. */
  KEPT,
  PHONE,
  DATE,
  NUMBER,
  ID,
  /** E-mail, web address, name, prose: told apart by the value. */
  TEXT;

  private static final Set<String> KEPT_STEPS =
      Set.of("boolean", "country", "currency", "region", "multiSelect");

  private static final Set<String> DATE_STEPS = Set.of("date", "time", "formatDate", "startOf");
  private static final Set<String> NUMBER_STEPS =
      Set.of("number", "money", "round", "multiply", "formatNumber");

  private static final List<String> KEPT_NAMES =
      List.of("country", "currency", "language", "locale", "timezone", "time_zone");
  private static final List<String> PHONE_NAMES = List.of("phone", "mobile", "fax");

  /**
   * @param field null where the schema is not known
   * @param steps names of the steps that the mapping takes the field's values through
   */
  static MaskKind of(String path, @Nullable Field field, Set<String> steps) {
    FieldType type = field == null ? FieldType.ANY : field.type();
    MaskKind byType =
        switch (type) {
          case PHONE -> PHONE;
          case DATE, DATETIME, TIME -> DATE;
          case INTEGER, DECIMAL, MONEY, PERCENT -> NUMBER;
          case ID, REFERENCE, REFERENCE_ANY, REFERENCE_LIST -> ID;
          case BOOLEAN, ENUM, ENUM_OPEN, MULTI_ENUM -> KEPT;
          default -> TEXT;
        };
    if (byType != TEXT || type == FieldType.EMAIL || type == FieldType.URL) {
      return byType;
    }
    if (steps.stream().anyMatch(KEPT_STEPS::contains)) {
      return KEPT;
    }
    if (steps.contains("phone")) {
      return PHONE;
    }
    if (steps.stream().anyMatch(s -> DATE_STEPS.contains(s) || s.startsWith("date"))) {
      return DATE;
    }
    if (steps.stream().anyMatch(NUMBER_STEPS::contains)) {
      return NUMBER;
    }
    String name = path.toLowerCase(Locale.ROOT);
    if (KEPT_NAMES.stream().anyMatch(name::contains)) {
      return KEPT;
    }
    return PHONE_NAMES.stream().anyMatch(name::contains) ? PHONE : TEXT;
  }
}
