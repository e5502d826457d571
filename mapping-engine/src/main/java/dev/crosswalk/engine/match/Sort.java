package dev.crosswalk.engine.match;

import dev.crosswalk.engine.schema.FieldType;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Of what sort the values of a field are, told by its type or else by how its name or label ends:
 * {@code owner_name} holds a name where {@code owner_id} holds a key, whatever their types are.
 */
enum Sort {
  KEY,
  CODE,
  NAME,
  EMAIL,
  PHONE,
  URL,
  DATE,
  FLAG,
  KIND,
  NUMBER,
  WHO,
  UNKNOWN;

  private static final Map<String, Sort> ENDS =
      Map.ofEntries(
          Map.entry("id", KEY),
          Map.entry("uuid", KEY),
          Map.entry("guid", KEY),
          Map.entry("number", CODE),
          Map.entry(Words.stemOf("reference"), CODE),
          Map.entry(Thesaurus.term("customer number"), CODE),
          Map.entry("name", NAME),
          Map.entry(Thesaurus.term("first name"), NAME),
          Map.entry(Thesaurus.term("last name"), NAME),
          Map.entry(Thesaurus.term("full name"), NAME),
          Map.entry(Thesaurus.term("middle name"), NAME),
          Map.entry(Thesaurus.term("email"), EMAIL),
          Map.entry(Thesaurus.term("phone"), PHONE),
          Map.entry(Thesaurus.term("mobile phone"), PHONE),
          Map.entry(Thesaurus.term("home phone"), PHONE),
          Map.entry(Thesaurus.term("work phone"), PHONE),
          Map.entry(Thesaurus.term("fax"), PHONE),
          Map.entry(Thesaurus.term("website"), URL),
          Map.entry("link", URL),
          Map.entry("date", DATE),
          Map.entry("tim", DATE),
          Map.entry("time", DATE),
          Map.entry("datetim", DATE),
          Map.entry("timestamp", DATE),
          Map.entry("type", KIND),
          Map.entry(Words.stemOf("category"), KIND),
          Map.entry(Words.stemOf("status"), KIND),
          Map.entry(Thesaurus.term("creator"), WHO),
          Map.entry(Thesaurus.term("modifier"), WHO),
          Map.entry(Thesaurus.term("owner"), WHO),
          Map.entry(Words.stemOf("worker"), WHO),
          Map.entry("count", NUMBER),
          Map.entry("percent", NUMBER),
          Map.entry("percentag", NUMBER),
          Map.entry("price", NUMBER),
          Map.entry("cost", NUMBER),
          Map.entry(Thesaurus.term("amount"), NUMBER),
          Map.entry(Thesaurus.term("quantity"), NUMBER),
          Map.entry(Thesaurus.term("unit price"), NUMBER),
          Map.entry(Thesaurus.term("annual revenue"), NUMBER),
          Map.entry(Thesaurus.term("employee count"), NUMBER));

  private static final Set<Sort> PLAIN =
      EnumSet.of(KEY, NAME, EMAIL, PHONE, URL, DATE, NUMBER, WHO);

  /** What yes or no is not made of, nor they of it. */
  private static final Set<Sort> FLAGGED = EnumSet.of(KEY, CODE, NAME, DATE, NUMBER);

  private static final Set<String> HOW_MANY = Set.of(Thesaurus.term("total"), "count");

  private static final Set<String> ASK = Set.of("is", "has", "can", "was");

  /**
   * The sort of a field.
   *
   * @param name as standard terms
   * @param label as standard terms
   */
  static Sort of(FieldType type, List<String> name, List<String> label) {
    Sort declared =
        switch (type) {
          case EMAIL -> EMAIL;
          case PHONE -> PHONE;
          case URL -> URL;
          case DATE, DATETIME -> DATE;
          case BOOLEAN -> FLAG;
          case INTEGER, DECIMAL, MONEY, PERCENT -> NUMBER;
          case ID -> KEY;
          default -> UNKNOWN;
        };
    if (declared == NUMBER && ends(name) == KEY) {
      return KEY;
    }
    if (declared != UNKNOWN) {
      return declared;
    }
    Sort named = ends(name);
    return named == UNKNOWN ? ends(label) : named;
  }

  private static Sort ends(List<String> words) {
    if (words.isEmpty()) {
      return UNKNOWN;
    }
    String last = words.get(words.size() - 1);
    if (last.startsWith("~") && last.endsWith("-date")) {
      return DATE;
    }
    if (words.size() == 1) {
      return ENDS.getOrDefault(last, UNKNOWN);
    }
    if (ASK.contains(words.get(0))) {
      return FLAG;
    }
    if (last.equals("at")) {
      return DATE;
    }
    return ENDS.getOrDefault(last, HOW_MANY.contains(words.get(0)) ? NUMBER : UNKNOWN);
  }

  /** 1 where both hold the same, 0 where they do not, between where one does not say. */
  double agrees(Sort other) {
    if (this == other && this != UNKNOWN) {
      return 1;
    }
    return this == UNKNOWN
            || other == UNKNOWN
            || isCode(this, other)
            || isCode(other, this)
            || isWho(this, other)
            || isWho(other, this)
        ? 0.6
        : 0;
  }

  /**
   * Whether one can never stand for the other: a phone number is no key, a date no name. Flags and
   * choices are not meant, since people make them of much.
   */
  boolean excludes(Sort other) {
    return this != other && agrees(other) == 0 && (PLAIN.contains(this) && PLAIN.contains(other));
  }

  /**
   * Whether somebody has to look before values of one are taken for the other: where one excludes
   * the other, and where a yes or no, a key, a number or a name is taken for another of them. A key
   * may be a number or an address.
   */
  boolean isUnlike(Sort other) {
    if (isKeyToo(this, other) || isKeyToo(other, this)) {
      return false;
    }
    return excludes(other)
        || this == FLAG && FLAGGED.contains(other)
        || other == FLAG && FLAGGED.contains(this)
        || this == CODE && other == NAME
        || this == NAME && other == CODE;
  }

  /** Whether its values tell a record from others, so that one might be looked up by the other. */
  boolean identifies() {
    return this == KEY || this == CODE || this == NAME || this == EMAIL;
  }

  /** What it holds, for a sentence. */
  Reason.OneOf holds() {
    return new Reason.OneOf(
        List.of(
            switch (this) {
              case KEY -> Reason.Term.IDS;
              case CODE -> Reason.Term.CODES;
              case NAME -> Reason.Term.NAMES;
              case EMAIL -> Reason.Term.EMAILS;
              case PHONE -> Reason.Term.PHONE_NUMBERS;
              case URL -> Reason.Term.WEB_ADDRESSES;
              case DATE -> Reason.Term.DATES;
              case FLAG -> Reason.Term.YES_OR_NO;
              case NUMBER -> Reason.Term.NUMBERS;
              case WHO -> Reason.Term.PEOPLE;
              case KIND, UNKNOWN -> Reason.Term.OTHER_VALUES;
            }));
  }

  /** Somebody is told by a key, a name or an address. */
  private static boolean isWho(Sort one, Sort other) {
    return one == WHO && (other == KEY || other == CODE || other == NAME || other == EMAIL);
  }

  private static boolean isKeyToo(Sort one, Sort other) {
    return one == KEY && (other == NUMBER || other == EMAIL);
  }

  /** A code may be a key or a choice, and "number" may be a number. */
  private static boolean isCode(Sort one, Sort other) {
    return one == CODE && (other == KEY || other == NUMBER);
  }
}
