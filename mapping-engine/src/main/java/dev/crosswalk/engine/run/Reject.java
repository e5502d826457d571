package dev.crosswalk.engine.run;

import dev.crosswalk.engine.transform.Outcome;
import dev.crosswalk.engine.transform.Outcome.FieldOutcome;
import dev.crosswalk.engine.transform.Outcome.Message;
import dev.crosswalk.engine.transform.Texts;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One reason why a record does not pass. A record may have several.
 *
 * @param field the target; null where the record as a whole cannot be read or written
 * @param value the source value, long texts cut; for a record that cannot be read its beginning
 * @param reason one or more sentences
 */
public record Reject(@Nullable String field, @Nullable Object value, String reason) {
  private static final int SHOWN = 1000;

  /** The reasons that an outcome holds. */
  public static List<Reject> of(Outcome outcome) {
    List<Reject> rejects = new ArrayList<>();
    outcome
        .fields()
        .forEach((target, field) -> {
          if (field.status() == Outcome.Status.REJECTED) {
            rejects.add(new Reject(target, shown(field.before()), reason(field)));
          }
        });
    return rejects;
  }

  private static String reason(FieldOutcome field) {
    return field.messages().stream()
        .filter(Message::error)
        .map(Message::text)
        .collect(Collectors.joining(" "));
  }

  private static @Nullable Object shown(@Nullable Object value) {
    return value instanceof String text ? Texts.cut(text, SHOWN) : value;
  }

  static Reject unreadable(String reason, byte[] bytes, int from, int to) {
    String begin = new String(bytes, from, Math.min(to - from, 4 * SHOWN), StandardCharsets.UTF_8);
    return new Reject(null, begin.isEmpty() ? null : Texts.cut(begin, 200), reason);
  }

  /** As the rejects file has it. */
  Map<String, @Nullable Object> plain(long line, long record) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put("line", line);
    map.put("record", record);
    map.put("field", field);
    map.put("value", value);
    map.put("reason", reason);
    return map;
  }
}
