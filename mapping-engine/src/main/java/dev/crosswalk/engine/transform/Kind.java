package dev.crosswalk.engine.transform;

import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.FieldType;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The kinds of values that steps tell apart. Dates and date-times travel as ISO 8601 text; a value
 * that a schema calls a date is of the kind {@link #DATE} although a program sees a string.
 */
public enum Kind {
  TEXT,
  NUMBER,
  BOOLEAN,
  DATE,
  DATETIME,
  LIST,
  OBJECT;

  /** A value of which nothing is known. */
  public static final Set<Kind> ANY = Set.of(values());

  /** Everything but lists and objects. */
  public static final Set<Kind> SCALARS = Set.of(TEXT, NUMBER, BOOLEAN, DATE, DATETIME);

  /** Everything but objects. */
  public static final Set<Kind> SCALARS_AND_LISTS =
      Set.of(TEXT, NUMBER, BOOLEAN, DATE, DATETIME, LIST);

  /** The kinds that values of a field may have. */
  public static Set<Kind> of(Field field) {
    return Boolean.TRUE.equals(field.multiple()) ? Set.of(LIST) : of(field.type());
  }

  /** The kinds that values of a type may have. */
  public static Set<Kind> of(FieldType type) {
    return switch (type) {
      case ID,
          STRING,
          TEXT,
          HTML,
          EMAIL,
          PHONE,
          URL,
          TIME,
          ENUM,
          ENUM_OPEN,
          REFERENCE,
          REFERENCE_ANY,
          FILE,
          BINARY ->
          Set.of(TEXT);
      case BOOLEAN -> Set.of(BOOLEAN);
      case INTEGER, DECIMAL, MONEY, PERCENT -> Set.of(NUMBER);
      case DATE -> Set.of(DATE);
      case DATETIME -> Set.of(DATETIME);
      // Salesforce keeps several picks in one text, HubSpot too; other systems send lists.
      case MULTI_ENUM -> Set.of(TEXT, LIST);
      case STRING_LIST, REFERENCE_LIST -> Set.of(LIST);
      case DATE_RANGE, TIME_RANGE, COMPOUND, GEO, OBJECT -> Set.of(OBJECT);
      case JSON, CALCULATED, VIRTUAL, ANY -> ANY;
    };
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Kinds in words, such as "text or list". */
  public static String words(Set<Kind> kinds) {
    if (kinds.equals(ANY)) {
      return "any value";
    }
    if (kinds.equals(SCALARS_AND_LISTS)) {
      return "anything but an object";
    }
    return EnumSet.copyOf(kinds).stream().map(Kind::word).collect(Collectors.joining(" or "));
  }
}
