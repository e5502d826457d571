package dev.crosswalk.app.cli;

import dev.crosswalk.engine.preview.PreviewResult;
import dev.crosswalk.engine.preview.PreviewResult.Coverage;
import dev.crosswalk.engine.transform.Outcome;
import dev.crosswalk.engine.transform.Outcome.FieldOutcome;
import dev.crosswalk.engine.transform.Outcome.Message;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
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
    result.worstFirst().forEach(c -> fields.put(c.target(), coverage(c)));
    map.put("fields", fields);
    List<Object> samples = new ArrayList<>();
    for (int i = 0; i < result.outcomes().size(); i++) {
      samples.add(sample(before.get(i), result.outcomes().get(i)));
    }
    map.put("samples", samples);
    return map;
  }

  private Map<String, Object> coverage(Coverage c) {
    Map<String, Object> field = new LinkedHashMap<>();
    field.put("records", c.count());
    field.put("set", c.set());
    field.put("omitted", c.omitted());
    field.put("errors", c.errors());
    field.put("warnings", c.warnings());
    field.put("nonEmpty", c.nonEmpty());
    field.put("distinct", c.distinct());
    field.put("changed", c.changed());
    if (c.firstFailing() >= 0) {
      field.put("firstFailing", c.firstFailing() + 1);
    }
    example(c.target()).ifPresent(text -> field.put("example", text));
    return field;
  }

  private static Map<String, Object> sample(Map<String, @Nullable Object> before, Outcome outcome) {
    Map<String, Object> sample = new LinkedHashMap<>();
    sample.put("before", before);
    sample.put("after", outcome.record());
    sample.put("rejected", outcome.rejected());
    sample.put("filtered", outcome.filtered());
    List<Object> messages = new ArrayList<>();
    Map<String, Object> fields = new LinkedHashMap<>();
    outcome
        .fields()
        .forEach((target, field) -> {
          fields.put(target, field(field));
          field.messages().forEach(m -> messages.add(message(target, m)));
        });
    sample.put("messages", messages);
    sample.put("fields", fields);
    return sample;
  }

  private static Map<String, Object> message(String target, Message message) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("target", target);
    map.put("error", message.error());
    map.put("text", message.text());
    return map;
  }

  /** One target of one record: before, after, and the value after each part on the way. */
  private static Map<String, @Nullable Object> field(FieldOutcome outcome) {
    Map<String, @Nullable Object> field = new LinkedHashMap<>();
    field.put("status", outcome.status().name().toLowerCase(Locale.ROOT));
    if (outcome.missing()) {
      field.put("missing", true);
    } else {
      field.put("before", outcome.before());
    }
    if (outcome.status() == Outcome.Status.SET) {
      field.put("after", outcome.after());
    }
    List<Object> trace = new ArrayList<>();
    for (Outcome.Trace part : outcome.trace()) {
      Map<String, @Nullable Object> one = new LinkedHashMap<>();
      one.put("part", part.part());
      one.put("value", part.value());
      trace.add(one);
    }
    field.put("trace", trace);
    return field;
  }

  /** The first message about a target in any record, errors before warnings. */
  private Optional<String> example(String target) {
    return worst(
        result.outcomes().stream()
            .flatMap(o -> Optional.ofNullable(o.fields().get(target)).stream())
            .flatMap(f -> f.messages().stream())
            .toList());
  }

  /** The first of some messages, errors before warnings. */
  private static Optional<String> worst(List<Message> messages) {
    return messages.stream()
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
                    case SET -> Table.cut(String.valueOf(field.after()));
                    case OMITTED -> "(left out)";
                    case REJECTED -> "! " + worst(field.messages()).orElse("rejected");
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
