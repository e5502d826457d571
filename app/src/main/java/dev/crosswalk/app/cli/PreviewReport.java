package dev.crosswalk.app.cli;

import dev.crosswalk.engine.preview.PreviewResult;
import dev.crosswalk.engine.preview.PreviewResult.Coverage;
import dev.crosswalk.engine.transform.Outcome;
import dev.crosswalk.engine.transform.Outcome.Message;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a mapping made of some records, by record and by field, for people and for scripts. */
record PreviewReport(List<Map<String, @Nullable Object>> before, PreviewResult result) {
  private static final int SHOWN = 3;

  /** How many records pass, in one line. */
  String summary() {
    int all = result.outcomes().size();
    int passed = all - result.rejected() - result.filtered();
    return passed
        + " of "
        + all
        + " records pass"
        + (result.rejected() > 0 ? ", " + result.rejected() + " are rejected" : "")
        + (result.filtered() > 0 ? ", " + result.filtered() + " are filtered out" : "");
  }

  Map<String, Object> json() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("records", result.outcomes().size());
    map.put("rejected", result.rejected());
    map.put("filtered", result.filtered());
    Map<String, Object> fields = new LinkedHashMap<>();
    for (Coverage c : result.coverage()) {
      Map<String, Object> field = new LinkedHashMap<>();
      field.put("set", c.set());
      field.put("omitted", c.omitted());
      field.put("errors", c.errors());
      field.put("warnings", c.warnings());
      example(c.target()).ifPresent(text -> field.put("example", text));
      fields.put(c.target(), field);
    }
    map.put("fields", fields);
    List<Object> samples = new ArrayList<>();
    for (int i = 0; i < result.outcomes().size(); i++) {
      samples.add(sample(before.get(i), result.outcomes().get(i)));
    }
    map.put("samples", samples);
    return map;
  }

  private static Map<String, Object> sample(Map<String, @Nullable Object> before, Outcome outcome) {
    Map<String, Object> sample = new LinkedHashMap<>();
    sample.put("before", before);
    sample.put("after", outcome.record());
    sample.put("rejected", outcome.rejected());
    List<Object> messages = new ArrayList<>();
    outcome
        .fields()
        .forEach((target, field) ->
            field
                .messages()
                .forEach(m ->
                    messages.add(Map.of("target", target, "error", m.error(), "text", m.text()))));
    sample.put("messages", messages);
    return sample;
  }

  /** The first message about a target, errors before warnings. */
  private Optional<String> example(String target) {
    return result.outcomes().stream()
        .flatMap(o -> Optional.ofNullable(o.fields().get(target)).stream())
        .flatMap(f -> f.messages().stream())
        .sorted((a, b) -> Boolean.compare(b.error(), a.error()))
        .map(Message::text)
        .findFirst();
  }

  String text() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < Math.min(SHOWN, result.outcomes().size()); i++) {
      Outcome outcome = result.outcomes().get(i);
      text.append("Record ").append(i + 1);
      text.append(outcome.rejected() ? " (rejected)" : outcome.filtered() ? " (filtered out)" : "");
      Table table = new Table("  TARGET", "BEFORE", "AFTER");
      outcome
          .fields()
          .forEach((target, field) ->
              table.row(
                  "  " + target,
                  field.missing() ? "(missing)" : String.valueOf(field.before()),
                  switch (field.status()) {
                    case SET -> String.valueOf(field.after());
                    case OMITTED -> "(left out)";
                    case REJECTED -> "! " + example(target).orElse("rejected");
                  }));
      text.append('\n').append(table).append("\n\n");
    }
    Table table = new Table("TARGET", "SET", "LEFT OUT", "ERRORS", "WARNINGS", "EXAMPLE");
    result
        .worstFirst()
        .forEach(c ->
            table.row(
                c.target(),
                c.set(),
                c.omitted(),
                c.errors(),
                c.warnings(),
                example(c.target()).orElse("")));
    return text.append(table).append("\n\n").append(summary()).append('.').toString();
  }
}
