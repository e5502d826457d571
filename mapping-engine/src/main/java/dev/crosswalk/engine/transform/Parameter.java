package dev.crosswalk.engine.transform;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One parameter of a step, said so fully that a form can be drawn from it and a JSON Schema
 * written.
 *
 * @param standard the value where the file gives none; null = none
 * @param words the allowed words, in the order to offer them; empty unless the type is WORD
 * @param doc one sentence
 */
public record Parameter(
    String name,
    Type type,
    @Nullable Object standard,
    List<String> words,
    String doc,
    boolean required) {

  public Parameter {
    words = List.copyOf(words);
  }

  /** What a value that a step cannot read becomes; every step that can fail has this parameter. */
  public static final Parameter ON_INVALID =
      word(
          "onInvalid",
          null,
          List.of("reject", "null", "keep", "default"),
          "What becomes of a value that the step cannot read: the record is rejected, or the value"
              + " becomes null, stays as it is, or gives way to the field's default. Without it the"
              + " mapping's onError holds.");

  /** What a parameter takes. */
  public enum Type {
    TEXT,
    /** One text or a list of texts. */
    TEXTS,
    WORD,
    INTEGER,
    /** A number, exact: 0.1 is one tenth; a text that holds one is taken too. */
    NUMBER,
    FLAG,
    /** Texts with the value that each stands for. */
    MAP,
    /** A path into the source record. */
    PATH,
    /** Any JSON-like value, null included. */
    ANY
  }

  public static Parameter text(String name, @Nullable String standard, String doc) {
    return new Parameter(name, Type.TEXT, standard, List.of(), doc, false);
  }

  public static Parameter texts(String name, List<String> standard, String doc) {
    return new Parameter(name, Type.TEXTS, List.copyOf(standard), List.of(), doc, false);
  }

  public static Parameter integer(String name, String doc) {
    return new Parameter(name, Type.INTEGER, null, List.of(), doc, false);
  }

  public static Parameter flag(String name, boolean standard, String doc) {
    return new Parameter(name, Type.FLAG, standard, List.of(), doc, false);
  }

  public static Parameter integer(String name, int standard, String doc) {
    return new Parameter(name, Type.INTEGER, standard, List.of(), doc, false);
  }

  public static Parameter number(String name, @Nullable BigDecimal standard, String doc) {
    return new Parameter(name, Type.NUMBER, standard, List.of(), doc, false);
  }

  public static Parameter map(String name, String doc) {
    return new Parameter(name, Type.MAP, null, List.of(), doc, false);
  }

  public static Parameter path(String name, String doc) {
    return new Parameter(name, Type.PATH, null, List.of(), doc, false);
  }

  public static Parameter any(String name, String doc) {
    return new Parameter(name, Type.ANY, null, List.of(), doc, false);
  }

  public static Parameter word(
      String name, @Nullable String standard, List<String> words, String doc) {
    return new Parameter(name, Type.WORD, standard, words, doc, false);
  }

  /** The same parameter, which the file must give. */
  public Parameter mustBeGiven() {
    return new Parameter(name, type, standard, words, doc, true);
  }
}
