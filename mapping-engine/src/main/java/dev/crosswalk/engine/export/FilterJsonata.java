package dev.crosswalk.engine.export;

import dev.crosswalk.engine.mapping.Mapping.RowFilter;
import dev.crosswalk.engine.transform.JsonataText;
import dev.crosswalk.engine.transform.Texts;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes conditions of a row filter as JSONata; what they mean is in docs/transforms.md. */
final class FilterJsonata {
  private static final String NUMBER = "/^-?[0-9]+([.][0-9]+)?$/";

  private FilterJsonata() {}

  /** All conditions together; empty where there is none. */
  static Optional<String> of(List<RowFilter> where) {
    return where.isEmpty()
        ? Optional.empty()
        : Optional.of(where.stream().map(FilterJsonata::one).collect(Collectors.joining(" and ")));
  }

  private static String one(RowFilter filter) {
    String path = MappingJsonata.path(filter.field());
    Object value = filter.value();
    String test =
        switch (filter.operator()) {
          case "exists" ->
              "($exists($v) and $v != null and $v != \"\" and $v != []) = "
                  + !Boolean.FALSE.equals(value);
          case "ne" -> "$not(" + same(value) + ")";
          case "in" -> in(value);
          case "notIn" -> "$not(" + in(value) + ")";
          case "contains" ->
              "($type($v) = \"array\" ? $count($filter($v, function($v) { %s })) > 0 : %s and $contains($string($v), %s))"
                  .formatted(same(value), scalar(), text(value));
          case "startsWith" ->
              "(%s and $substring($string($v), 0, $length(%2$s)) = %2$s)"
                  .formatted(scalar(), text(value));
          case "gt" -> ordered(">", value);
          case "gte" -> ordered(">=", value);
          case "lt" -> ordered("<", value);
          case "lte" -> ordered("<=", value);
          default -> same(value);
        };
    return "($v := " + path + "; " + test + ")";
  }

  private static String scalar() {
    return "($type($v) in [\"string\", \"number\", \"boolean\"])";
  }

  private static String text(@Nullable Object value) {
    return JsonataText.quoted(String.valueOf(Texts.of(value)));
  }

  /** Numbers are the same by value, all else as text. */
  private static String same(@Nullable Object value) {
    if (value == null) {
      return "($exists($v) = false or $v = null)";
    }
    String number = number(value);
    return number.isEmpty()
        ? "(%s and $string($v) = %s)".formatted(scalar(), text(value))
        : "($type($v) = \"number\" ? $v = %s : %s and $string($v) = %s)"
            .formatted(number, scalar(), text(value));
  }

  private static String in(@Nullable Object value) {
    return value instanceof List<?> list && !list.isEmpty()
        ? list.stream().map(FilterJsonata::same).collect(Collectors.joining(" or ", "(", ")"))
        : "false";
  }

  private static String ordered(String sign, @Nullable Object value) {
    String number = number(value);
    String texts = "$string($v) " + sign + " " + text(value);
    String test =
        number.isEmpty()
            ? texts
            : "($contains($string($v), %s) ? $number($string($v)) %s %s : %s)"
                .formatted(NUMBER, sign, number, texts);
    return "(" + scalar() + " and " + test + ")";
  }

  /** As a number, where it is one or is written as one. */
  private static String number(@Nullable Object value) {
    String text = Texts.of(value);
    return text != null && text.matches("-?[0-9]{1,15}([.][0-9]{1,15})?") ? text : "";
  }
}
