package dev.crosswalk.connectors.sandbox.data;

import java.util.ArrayList;
import java.util.List;

/**
 * One picklist value of a definition file.
 *
 * <p>Written {@code value}, {@code value=label}, {@code ~value} for one that is no longer active
 * (it still occurs in records) and {@code value*} for the default; values are separated by {@code
 * ;}.
 *
 * @param value what records hold
 * @param label what people see
 * @param active false for a value that was switched off
 * @param preset the value that new records start with
 */
public record Pick(String value, String label, boolean active, boolean preset) {

  /** Reads the values of one definition line, in order. */
  static List<Pick> parse(String text) {
    List<Pick> picks = new ArrayList<>();
    for (String part : text.split(";", -1)) {
      String rest = part.strip();
      if (rest.isEmpty()) {
        continue;
      }
      boolean active = !rest.startsWith("~");
      if (!active) {
        rest = rest.substring(1);
      }
      boolean preset = rest.endsWith("*");
      if (preset) {
        rest = rest.substring(0, rest.length() - 1);
      }
      int equals = rest.indexOf('=');
      String value = equals < 0 ? rest : rest.substring(0, equals);
      String label = equals < 0 ? rest : rest.substring(equals + 1);
      picks.add(new Pick(value, label, active, preset));
    }
    return List.copyOf(picks);
  }
}
