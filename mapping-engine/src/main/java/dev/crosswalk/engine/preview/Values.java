package dev.crosswalk.engine.preview;

import dev.crosswalk.engine.transform.Texts;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Values as cells show them: one line, the same for every locale. */
public final class Values {
  private static final int DEPTH = 4;
  private static final int ITEMS = 20;

  private Values() {}

  /**
   * Text as it is (line breaks as ⏎), null as {@code null}, empty text as {@code ""}, lists in
   * brackets and objects in braces.
   *
   * @param longest greatest number of characters, at least 1; a longer form is cut and ends in …
   */
  public static String shown(@Nullable Object value, int longest) {
    String text = value instanceof String s && s.isEmpty() ? "\"\"" : form(value, DEPTH);
    return Texts.cut(text.replace("\r\n", "⏎").replace('\n', '⏎').replace('\r', '⏎'), longest);
  }

  /** At most 200 characters. */
  public static String shown(@Nullable Object value) {
    return shown(value, 200);
  }

  private static String form(@Nullable Object value, int depth) {
    return switch (value) {
      case null -> "null";
      case String text -> text;
      case List<?> list when depth > 0 ->
          list.stream()
                  .limit(ITEMS)
                  .map(item -> form(item, depth - 1))
                  .collect(Collectors.joining(", ", "[", ""))
              + (list.size() > ITEMS ? ", …]" : "]");
      case Map<?, ?> map when depth > 0 ->
          map.entrySet().stream()
                  .limit(ITEMS)
                  .map(e -> e.getKey() + ": " + form(e.getValue(), depth - 1))
                  .collect(Collectors.joining(", ", "{", ""))
              + (map.size() > ITEMS ? ", …}" : "}");
      case List<?> list -> "[…]";
      case Map<?, ?> map -> "{…}";
      default -> {
        String text = Texts.of(value);
        yield text == null ? "?" : text;
      }
    };
  }
}
