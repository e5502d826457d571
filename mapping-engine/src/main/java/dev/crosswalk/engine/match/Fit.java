package dev.crosswalk.engine.match;

import dev.crosswalk.engine.mapping.FieldMapping.KeepOther;
import dev.crosswalk.engine.mapping.FieldMapping.Other;
import dev.crosswalk.engine.mapping.FieldMapping.RejectOther;
import dev.crosswalk.engine.mapping.FieldMapping.StepCall;
import dev.crosswalk.engine.mapping.FieldMapping.ValueMap;
import dev.crosswalk.engine.schema.FieldType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds what must happen to a source value so that the target takes it. */
final class Fit {
  private final Values values;

  Fit(Thesaurus thesaurus) {
    this.values = new Values(thesaurus);
  }

  /** The steps, in order; empty where the value fits as it is. */
  List<StepCall> steps(FieldProfile source, FieldProfile target) {
    FieldType from = source.field().type();
    FieldType to = target.field().type();
    boolean text = from.isText() || from == FieldType.ANY;
    List<StepCall> out = new ArrayList<>();
    switch (to) {
      case EMAIL -> {
        if (text) {
          out.add(StepCall.of("trim"));
          out.add(StepCall.of("email"));
        }
      }
      case PHONE -> {
        if (text) {
          out.add(new StepCall("phone", Map.of("format", "E164")));
        }
      }
      case DATE, DATETIME -> {
        StepCall date = date(source, from, to);
        if (date != null) {
          out.add(date);
        }
      }
      case INTEGER, DECIMAL, MONEY, PERCENT -> {
        if (text || from.isPicklist()) {
          out.add(StepCall.of("number"));
        }
      }
      case BOOLEAN -> {
        if (text || from.isPicklist() || from.isNumber()) {
          out.add(StepCall.of("boolean"));
        }
      }
      case STRING, TEXT -> {
        if (from == FieldType.MULTI_ENUM || from == FieldType.STRING_LIST) {
          out.add(new StepCall("join", Map.of("separator", ", ")));
        }
      }
      default -> {}
    }
    return out;
  }

  private static @Nullable StepCall date(FieldProfile source, FieldType from, FieldType to) {
    if (from == FieldType.DATETIME && to == FieldType.DATE) {
      return new StepCall("date", Map.of("to", "date"));
    }
    ValueFormat seen = source.samples().format();
    if (!from.isText() && from != FieldType.ANY) {
      return null;
    }
    String pattern =
        seen == null
            ? null
            : switch (seen) {
              case DATE_DOTTED -> "d.M.yyyy";
              case DATE_SLASHED -> dayFirst(source) ? "d/M/yyyy" : "M/d/yyyy";
              case DATE_COMPACT -> "yyyyMMdd";
              default -> null;
            };
    return pattern == null ? StepCall.of("date") : new StepCall("date", Map.of("format", pattern));
  }

  /** Whether a first number above 12 shows that the day comes first. */
  private static boolean dayFirst(FieldProfile source) {
    return source.samples().distinct().values().stream()
        .map(v -> v.strip().split("/", 2)[0])
        .anyMatch(first -> first.length() <= 2 && Integer.parseInt(first) > 12);
  }

  /**
   * The value map between two picklists; null where the values are the same or nothing is alike.
   */
  @Nullable ValueMap values(FieldProfile source, FieldProfile target) {
    if (target.options().isEmpty()) {
      return null;
    }
    Map<String, String> have =
        source.options().isEmpty() && source.samples().distinct().size() <= 30
            ? source.samples().distinct()
            : source.options();
    Map<String, String> pairs = values.pair(have, target.options());
    if (pairs.isEmpty()
        || pairs.entrySet().stream().allMatch(e -> e.getKey().equals(e.getValue()))) {
      return null;
    }
    FieldType type = target.field().type();
    boolean closed = type == FieldType.ENUM || type == FieldType.MULTI_ENUM;
    Other other = closed ? new RejectOther() : new KeepOther();
    Map<String, @Nullable Object> map = new LinkedHashMap<>(pairs);
    return new ValueMap(map, other, !closed);
  }
}
