package dev.crosswalk.app.studio.mapping;

import dev.crosswalk.app.studio.mapping.Offers.Offer;
import dev.crosswalk.app.studio.mapping.inspector.Values;
import dev.crosswalk.app.studio.mapping.review.Trial;
import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.PicklistValue;
import dev.crosswalk.engine.transform.Outcome;
import dev.crosswalk.engine.transform.Outcome.FieldOutcome;
import dev.crosswalk.engine.transform.Outcome.Message;
import dev.crosswalk.engine.transform.Outcome.Status;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Sums up what a suggestion made of the sample records. */
final class Trials {
  private static final int ROWS = 5;
  private static final int TAKES = 8;

  private Trials() {}

  static Trial of(Offer offer, MappingContext context, List<Outcome> outcomes) {
    Map<String, Trial.Row> rows = new LinkedHashMap<>();
    for (Outcome outcome : outcomes) {
      FieldOutcome field = outcome.fields().get(offer.target());
      if (field == null || field.missing() || field.before() == null) {
        continue;
      }
      String before = Values.shown(field.before());
      rows.merge(before, row(before, field), (was, is) -> counted(was));
    }
    List<Trial.Row> most =
        rows.values().stream()
            .sorted(Comparator.comparingInt(Trial.Row::count).reversed())
            .limit(ROWS)
            .toList();
    List<FieldOutcome> first =
        outcomes.stream()
            .limit(LivePreview.RECORDS)
            .map(o -> o.fields().get(offer.target()))
            .filter(Objects::nonNull)
            .toList();
    return new Trial(offer.target(), most, rows.size(), takes(offer.target(), context), first);
  }

  private static Trial.Row row(String before, FieldOutcome field) {
    List<String> errors = field.messages().stream().map(Message::text).toList();
    boolean failed = !errors.isEmpty();
    String after =
        failed
            ? errors.getFirst()
            : field.status() == Status.SET ? Values.shown(field.after()) : "";
    return new Trial.Row(before, 1, after, failed);
  }

  private static Trial.Row counted(Trial.Row row) {
    return new Trial.Row(row.before(), row.count() + 1, row.after(), row.failed());
  }

  private static List<String> takes(String target, MappingContext context) {
    for (Field field : context.target().fields()) {
      if (Acts.path(field.name()).equals(target)) {
        List<String> values = field.values().stream().map(PicklistValue::value).toList();
        return (values.isEmpty() ? field.samples() : values).stream().limit(TAKES).toList();
      }
    }
    return List.of();
  }
}
