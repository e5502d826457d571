package dev.crosswalk.engine.schema;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The normal types that every system's own types are mapped to (design: crm-apis.md, section 0).
 */
public enum FieldType {
  ID,
  STRING,
  TEXT,
  HTML,
  EMAIL,
  PHONE,
  URL,
  BOOLEAN,
  INTEGER,
  DECIMAL,
  MONEY,
  PERCENT,
  DATE,
  DATETIME,
  TIME,
  DATE_RANGE,
  TIME_RANGE,
  ENUM,
  /** A picklist that also takes values outside its list. */
  ENUM_OPEN,
  MULTI_ENUM,
  STRING_LIST,
  REFERENCE,
  /** A reference that may point at objects of several kinds. */
  REFERENCE_ANY,
  REFERENCE_LIST,
  /** A field made of parts that are fields themselves, such as an address. */
  COMPOUND,
  GEO,
  FILE,
  BINARY,
  JSON,
  CALCULATED,
  VIRTUAL,
  OBJECT,
  ANY;

  private static final Map<String, FieldType> BY_WORD =
      Stream.of(values())
          .collect(Collectors.toUnmodifiableMap(FieldType::word, Function.identity()));

  /** The word used in files: lower case with hyphens, such as {@code multi-enum}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The type with this word, or empty if there is none. */
  public static Optional<FieldType> ofWord(String word) {
    return Optional.ofNullable(BY_WORD.get(word));
  }

  public boolean isText() {
    return switch (this) {
      case STRING, TEXT, HTML, EMAIL, PHONE, URL -> true;
      default -> false;
    };
  }

  public boolean isNumber() {
    return switch (this) {
      case INTEGER, DECIMAL, MONEY, PERCENT -> true;
      default -> false;
    };
  }

  public boolean isPicklist() {
    return this == ENUM || this == ENUM_OPEN || this == MULTI_ENUM;
  }

  public boolean isReference() {
    return this == REFERENCE || this == REFERENCE_ANY || this == REFERENCE_LIST;
  }
}
