package dev.crosswalk.app.studio.mapping;

import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.FieldType;
import dev.crosswalk.engine.schema.PicklistValue;
import dev.crosswalk.engine.schema.SchemaObject;
import dev.crosswalk.engine.transform.Outcome;
import dev.crosswalk.engine.transform.Outcome.FieldOutcome;
import dev.crosswalk.engine.transform.Outcome.Message;
import dev.crosswalk.engine.transform.Outcome.Status;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Says of each value that a run made whether the target takes it by its schema. A run itself does
 * not ask, so what does not fit gets a warning, where a person looks at samples.
 */
public final class TargetFit {
  private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+");
  private static final Pattern URL = Pattern.compile("\\S+[.:]\\S+");
  private static final Pattern NUMBER = Pattern.compile("[-+]?\\d*\\.?\\d+(?:[eE][-+]?\\d+)?");
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern DATETIME = Pattern.compile("\\d{4}-\\d{2}-\\d{2}[T ]\\d{2}:.*");

  /** Fewer digits are no number that can be called. */
  private static final int PHONE_DIGITS = 3;

  private TargetFit() {}

  /** The outcome with a warning at each target whose value it does not take. */
  public static Outcome judged(Outcome outcome, SchemaObject target) {
    Map<String, FieldOutcome> fields = new LinkedHashMap<>(outcome.fields());
    fields.replaceAll((path, field) ->
        target
            .field(path)
            .flatMap(f -> fault(field, f))
            .map(words -> warned(field, words))
            .orElse(field));
    return new Outcome(outcome.record(), fields, outcome.filtered());
  }

  private static FieldOutcome warned(FieldOutcome field, String words) {
    List<Message> messages = new ArrayList<>(field.messages());
    messages.add(new Message(false, words));
    return new FieldOutcome(
        field.status(), field.before(), field.missing(), field.after(), messages, field.trace());
  }

  private static Optional<String> fault(FieldOutcome outcome, Field field) {
    Object after = outcome.after();
    if (outcome.status() != Status.SET || after == null || "".equals(after)) {
      return Optional.empty();
    }
    return field.type().isPicklist() ? pick(after, field) : kind(after, field.type());
  }

  private static Optional<String> pick(Object after, Field field) {
    boolean closed =
        field.type() != FieldType.ENUM_OPEN && !Boolean.FALSE.equals(field.restricted());
    List<String> takes = field.values().stream().map(PicklistValue::value).toList();
    List<?> values = after instanceof List<?> list ? list : List.of(after);
    return closed && !takes.isEmpty()
        ? values.stream()
            .map(String::valueOf)
            .filter(v -> !takes.contains(v))
            .findFirst()
            .map(v -> "'" + v + "' is not in the target's picklist.")
        : Optional.empty();
  }

  private static Optional<String> kind(Object after, FieldType type) {
    if (type.isText() && (after instanceof Map<?, ?> || after instanceof List<?>)) {
      return Optional.of("This is no single text.");
    }
    if (!(after instanceof String text)) {
      return Optional.empty();
    }
    String kind =
        switch (type) {
          case EMAIL -> EMAIL.matcher(text).matches() ? null : "an e-mail address";
          case PHONE -> isPhone(text) ? null : "a phone number";
          case URL -> URL.matcher(text).matches() ? null : "a web address";
          case INTEGER, DECIMAL, MONEY, PERCENT ->
              NUMBER.matcher(text).matches() ? null : "a number";
          case BOOLEAN -> text.equals("true") || text.equals("false") ? null : "true or false";
          case DATE -> DATE.matcher(text).matches() ? null : "a date";
          case DATETIME -> DATETIME.matcher(text).matches() ? null : "a date with a time";
          default -> null;
        };
    return kind == null ? Optional.empty() : Optional.of(notA(text, kind));
  }

  private static String notA(String text, String kind) {
    return "'" + text + "' is not " + kind + ".";
  }

  private static boolean isPhone(String text) {
    return text.chars().filter(Character::isDigit).count() >= PHONE_DIGITS;
  }
}
