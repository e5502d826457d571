package dev.crosswalk.engine.match;

import dev.crosswalk.engine.schema.FieldType;

/** Whether a value of one type can become a value of the other, and how naturally. */
final class TypeEvidence implements Evidence {
  @Override
  public String name() {
    return "type";
  }

  @Override
  public double weight() {
    return 1.5;
  }

  @Override
  public double silent() {
    return 0.5;
  }

  @Override
  public double strength(FieldProfile source, FieldProfile target) {
    FieldType from = source.field().type();
    FieldType to = target.field().type();
    return from == FieldType.ANY || to == FieldType.ANY ? SILENT : fit(from, to);
  }

  /** 1 the same, 0 no sensible way. A plain text takes all but says little. */
  static double fit(FieldType from, FieldType to) {
    if (from == to) {
      return 1;
    }
    Family a = family(from);
    Family b = family(to);
    if (a == b) {
      return 0.85;
    }
    return switch (b) {
      case TEXT ->
          switch (a) {
            case CHOICE -> to == FieldType.STRING ? 0.75 : 0.3;
            case NUMBER, DATE -> to == FieldType.STRING ? 0.45 : 0.15;
            case KEY -> to == FieldType.STRING ? 0.65 : 0.2;
            case FLAG -> to == FieldType.STRING ? 0.3 : 0.1;
            case PARTS -> 0.35;
            case CONTACT -> to == FieldType.STRING ? 0.75 : 0.3;
            default -> 0.2;
          };
      case CONTACT -> a == Family.TEXT ? from == FieldType.STRING ? 0.7 : 0.3 : 0.1;
      case CHOICE ->
          switch (a) {
            case TEXT -> from == FieldType.STRING ? 0.7 : 0.3;
            case FLAG -> 0.4;
            case KEY, NUMBER -> 0.25;
            default -> 0.1;
          };
      case NUMBER -> a == Family.TEXT ? 0.4 : a == Family.CHOICE ? 0.25 : 0.1;
      case DATE -> a == Family.TEXT ? 0.35 : a == Family.NUMBER ? 0.15 : 0.05;
      case FLAG -> a == Family.CHOICE ? 0.4 : a == Family.TEXT || a == Family.NUMBER ? 0.25 : 0.1;
      case KEY -> a == Family.TEXT || a == Family.NUMBER ? 0.55 : a == Family.CHOICE ? 0.25 : 0.05;
      case PARTS -> a == Family.TEXT ? 0.35 : 0.1;
      case OTHER -> 0.15;
    };
  }

  /**
   * Whether no step could make one of the other: an id holds no e-mail address, a yes or no no
   * date. Plain text and unknown types are never meant.
   */
  static boolean impossible(FieldType from, FieldType to) {
    Family a = family(from);
    return switch (family(to)) {
      case CONTACT ->
          a == Family.KEY
              || a == Family.FLAG
              || a == Family.DATE
              || a == Family.NUMBER && to != FieldType.PHONE
              || a == Family.CONTACT && from != to;
      case DATE -> a == Family.KEY || a == Family.FLAG || a == Family.CONTACT;
      case NUMBER -> a == Family.DATE || a == Family.CONTACT;
      case FLAG -> a == Family.KEY || a == Family.CONTACT;
      case KEY -> a == Family.FLAG || a == Family.DATE;
      default -> false;
    };
  }

  private enum Family {
    TEXT,
    CONTACT,
    CHOICE,
    NUMBER,
    DATE,
    FLAG,
    KEY,
    PARTS,
    OTHER
  }

  private static Family family(FieldType type) {
    return switch (type) {
      case STRING, TEXT, HTML -> Family.TEXT;
      case EMAIL, PHONE, URL -> Family.CONTACT;
      case ENUM, ENUM_OPEN, MULTI_ENUM, STRING_LIST -> Family.CHOICE;
      case INTEGER, DECIMAL, MONEY, PERCENT -> Family.NUMBER;
      case DATE, DATETIME -> Family.DATE;
      case BOOLEAN -> Family.FLAG;
      case ID, REFERENCE, REFERENCE_ANY, REFERENCE_LIST -> Family.KEY;
      case COMPOUND, OBJECT, JSON -> Family.PARTS;
      default -> Family.OTHER;
    };
  }
}
