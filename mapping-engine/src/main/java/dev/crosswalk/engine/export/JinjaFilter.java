package dev.crosswalk.engine.export;

import dev.crosswalk.engine.mapping.Mapping.RowFilter;
import dev.crosswalk.engine.schema.FieldPath;
import dev.crosswalk.engine.transform.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Row filters as a condition in Jinja. */
final class JinjaFilter {
  private JinjaFilter() {}

  /**
   * @throws Unsaid where Jinja cannot say the same
   */
  static String of(RowFilter filter) {
    String at = JinjaTemplate.read(FieldPath.parse(filter.field()).names());
    Object value = filter.value();
    return switch (filter.operator()) {
      case "exists" -> at + (Boolean.FALSE.equals(value) ? " in " : " not in ") + "[none, '', []]";
      case "eq" -> equal(at, value);
      case "ne" -> "not (" + equal(at, value) + ")";
      case "in" -> in(at, value);
      case "notIn" -> "not (" + in(at, value) + ")";
      case "contains" -> wanted(value) + " in (" + at + " or '')";
      case "startsWith" -> "(" + at + " or '').startswith(" + wanted(value) + ")";
      case "gt", "gte", "lt", "lte" -> compare(at, filter.operator(), value);
      default -> throw new Unsaid("the operator " + filter.operator() + " is not known");
    };
  }

  /** Whether values are compared as numbers. */
  static boolean isOrder(RowFilter filter) {
    return filter.value() instanceof Number && filter.operator().matches("[gl]te?");
  }

  private static String wanted(@Nullable Object value) {
    if (!(value instanceof String text)) {
      throw new Unsaid("what is compared is no text");
    }
    return JinjaTemplate.quoted(text);
  }

  /** As a value of its kind, or as its text; a number is never a boolean. */
  private static String equal(String at, @Nullable Object value) {
    return switch (value) {
      case null -> at + " is none";
      case Boolean flag -> "(" + at + " is " + flag + " or " + at + " == '" + flag + "')";
      case Number number ->
          "(%1$s is not boolean and %1$s == %2$s or %1$s == %3$s)"
              .formatted(
                  at,
                  JinjaTemplate.literal(number),
                  JinjaTemplate.quoted(String.valueOf(Texts.of(number))));
      case String text -> at + " == " + JinjaTemplate.quoted(text);
      default -> throw new Unsaid("what is compared is no text, number or boolean");
    };
  }

  private static String in(String at, @Nullable Object value) {
    List<String> tests = new ArrayList<>();
    if (value instanceof List<?> list) {
      list.stream().filter(Objects::nonNull).forEach(item -> tests.add(equal(at, item)));
      if (list.stream().anyMatch(Objects::isNull)) {
        tests.add(at + " is none");
      }
    }
    return tests.isEmpty() ? "false" : "(" + String.join(" or ", tests) + ")";
  }

  private static String compare(String at, String operator, @Nullable Object value) {
    String sign =
        switch (operator) {
          case "gt" -> ">";
          case "gte" -> ">=";
          case "lt" -> "<";
          default -> "<=";
        };
    boolean number = value instanceof Number;
    if (!number && !(value instanceof String)) {
      throw new Unsaid("what is compared is neither text nor number");
    }
    if (value instanceof String text && text.matches("-?[0-9]+(\\.[0-9]+)?")) {
      throw new Unsaid("a number that is written as text is not compared");
    }
    return number
        ? "(%1$s is number and %1$s is not boolean and %1$s %2$s %3$s)"
            .formatted(at, sign, JinjaTemplate.literal(value))
        : "(%1$s is string and %1$s %2$s %3$s)".formatted(at, sign, JinjaTemplate.literal(value));
  }
}
