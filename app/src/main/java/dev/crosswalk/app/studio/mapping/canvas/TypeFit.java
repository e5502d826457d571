package dev.crosswalk.app.studio.mapping.canvas;

import dev.crosswalk.app.studio.shell.Texts;
import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.FieldType;

/**
 * Whether values of one field can stand in another, judged by type alone.
 *
 * @param why how they differ
 * @param from the source's type
 * @param to the target's type
 */
public record TypeFit(Verdict verdict, Why why, FieldType from, FieldType to) {

  /** In which way one type becomes the other. */
  enum Why {
    SAME,
    PARTS,
    BECOMES,
    READ,
    CANNOT
  }

  /** From good to bad. */
  public enum Verdict {
    FITS,
    CONVERTS,
    CLASHES
  }

  public static TypeFit of(Field source, Field target) {
    FieldType from = source.type();
    FieldType to = target.type();
    if (from == to || to == FieldType.ANY || from == FieldType.ANY || sameKind(from, to)) {
      return new TypeFit(Verdict.FITS, Why.SAME, from, to);
    }
    if (holdsParts(from) && !holdsParts(to)) {
      return new TypeFit(Verdict.CLASHES, Why.PARTS, from, to);
    }
    if (to.isText() || to == FieldType.ID || to.isPicklist() && scalar(from)) {
      return new TypeFit(Verdict.CONVERTS, Why.BECOMES, from, to);
    }
    if ((from.isText() || from.isPicklist()) && scalar(to)) {
      return new TypeFit(Verdict.CONVERTS, Why.READ, from, to);
    }
    boolean numbers = from.isNumber() && (to == FieldType.BOOLEAN || to == FieldType.INTEGER);
    boolean truth = from == FieldType.BOOLEAN && to.isNumber();
    if (numbers || truth) {
      return new TypeFit(Verdict.CONVERTS, Why.BECOMES, from, to);
    }
    return new TypeFit(Verdict.CLASHES, Why.CANNOT, from, to);
  }

  /** One phrase for the person who is about to connect them. */
  public String words(Texts texts) {
    String key = "mapping.fit." + why.name().toLowerCase(java.util.Locale.ROOT);
    return texts.of(key, from.word(), to.word());
  }

  private static boolean sameKind(FieldType from, FieldType to) {
    boolean plain = to == FieldType.STRING || to == FieldType.TEXT;
    return from.isText() && plain
        || from == FieldType.ID && plain
        || from.isNumber() && to.isNumber() && !(to == FieldType.INTEGER)
        || from == FieldType.INTEGER && to.isNumber()
        || from == FieldType.ENUM && to == FieldType.ENUM_OPEN
        || from.isReference() && (to.isReference() || to == FieldType.ID)
        || from == FieldType.DATE && to == FieldType.DATETIME
        || from == FieldType.DATETIME && to == FieldType.DATE;
  }

  private static boolean holdsParts(FieldType type) {
    return switch (type) {
      case COMPOUND, GEO, OBJECT, JSON, FILE, BINARY, STRING_LIST, MULTI_ENUM, REFERENCE_LIST ->
          true;
      default -> false;
    };
  }

  private static boolean scalar(FieldType type) {
    return !holdsParts(type);
  }
}
