package dev.crosswalk.engine.preview;

import dev.crosswalk.engine.mapping.FieldMapping;
import dev.crosswalk.engine.mapping.FieldMapping.KeepOther;
import dev.crosswalk.engine.mapping.FieldMapping.RejectOther;
import dev.crosswalk.engine.mapping.FieldMapping.StepCall;
import dev.crosswalk.engine.mapping.FieldMapping.ValueMap;
import dev.crosswalk.engine.mapping.Mapping;
import dev.crosswalk.engine.match.ValuePairs;
import dev.crosswalk.engine.problem.ProblemException;
import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.FieldType;
import dev.crosswalk.engine.schema.PicklistValue;
import dev.crosswalk.engine.schema.SchemaObject;
import dev.crosswalk.engine.transform.CompiledMapping;
import dev.crosswalk.engine.transform.Lookups;
import dev.crosswalk.engine.transform.MappingTypes;
import dev.crosswalk.engine.transform.Outcome.FieldOutcome;
import dev.crosswalk.engine.transform.Outcome.Message;
import dev.crosswalk.engine.transform.Outcome.Status;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the one change of a field mapping that makes its values fit the target. Every way that the
 * types allow is tried on the sample records; one that the type check still refuses is no mend.
 */
public final class Mends {
  /** How texts write dates, likelier ones first; a tie on the samples goes to the first. */
  private static final List<String> DATES =
      List.of(
          "d.M.yyyy",
          "d/M/yyyy",
          "M/d/yyyy",
          "yyyyMMdd",
          "yyyy/M/d",
          "d-M-yyyy",
          "d MMM yyyy",
          "MMM d, yyyy",
          "d.M.yy",
          "M/d/yy");

  /**
   * A change that helps.
   *
   * @param field the field mapping with the change
   * @param added the step that was added; null where a value map was
   * @param fits how many sample values it makes fit
   * @param seen how many sample values there are
   */
  public record Mend(FieldMapping field, @Nullable StepCall added, int fits, int seen) {}

  private final ValuePairs pairs;

  public Mends(ValuePairs pairs) {
    this.pairs = pairs;
  }

  /**
   * The best mend of one target; empty where none fits a single sample value, or the types do not
   * clash.
   *
   * @param records sample records of the source; may be empty, then only the types decide
   */
  public Optional<Mend> find(
      Mapping mapping,
      String target,
      SchemaObject source,
      SchemaObject targetObject,
      Lookups lookups,
      List<? extends Map<String, ? extends @Nullable Object>> records) {
    FieldMapping now = mapping.fields().get(target);
    Field to = targetObject.byName().get(target);
    if (now == null || to == null || clashes(mapping, target, source, targetObject) == 0) {
      return Optional.empty();
    }
    Mend best = null;
    for (Try each : tries(now, to, source, records)) {
      Mapping changed = with(mapping, target, each.field);
      if (clashes(changed, target, source, targetObject) > 0) {
        continue;
      }
      Mend mend = count(changed, target, each, source, targetObject, lookups, records);
      boolean helps = mend != null && (mend.seen == 0 || mend.fits > 0);
      if (mend != null && helps && (best == null || mend.fits > best.fits)) {
        best = mend;
      }
    }
    return Optional.ofNullable(best);
  }

  private record Try(FieldMapping field, @Nullable StepCall added) {}

  private List<Try> tries(
      FieldMapping now,
      Field to,
      SchemaObject source,
      List<? extends Map<String, ? extends @Nullable Object>> records) {
    List<StepCall> steps = new ArrayList<>();
    switch (to.type()) {
      case DATE, DATETIME -> {
        steps.add(StepCall.of("date"));
        DATES.forEach(d -> steps.add(new StepCall("date", Map.of("format", d))));
        steps.add(new StepCall("date", Map.of("to", to.type().word())));
      }
      case INTEGER, DECIMAL, MONEY, PERCENT -> {
        steps.add(StepCall.of("number"));
        steps.add(new StepCall("number", Map.of("decimal", ",", "grouping", ".")));
        if (to.type() == FieldType.INTEGER) {
          steps.add(new StepCall("number", Map.of("scale", 0)));
        }
      }
      case BOOLEAN -> steps.add(StepCall.of("boolean"));
      case STRING_LIST, MULTI_ENUM -> {
        for (String between : List.of(";", ",", "|")) {
          steps.add(new StepCall("split", Map.of("separator", between)));
        }
      }
      // Any step would hide the values of a picklist from the check; only a value map mends one.
      case ENUM, ENUM_OPEN -> {}
      default -> {
        boolean several = now.sources().size() > 1;
        if (several || now.sources().stream().anyMatch(s -> list(source.byName().get(s)))) {
          steps.add(new StepCall("join", Map.of("separator", several ? " " : ", ")));
        }
        if (to.length() != null) {
          steps.add(StepCall.of("truncate"));
        }
      }
    }
    List<Try> tries = new ArrayList<>();
    ValueMap values = values(now, to, source, records);
    if (values != null) {
      tries.add(new Try(now.withValues(values), null));
    }
    for (StepCall step : steps) {
      List<StepCall> use = new ArrayList<>(now.use());
      use.add(step);
      tries.add(new Try(now.withUse(use), step));
    }
    return tries;
  }

  private static boolean list(@Nullable Field field) {
    return field != null
        && switch (field.type()) {
          case MULTI_ENUM, STRING_LIST, REFERENCE_LIST -> true;
          default -> Boolean.TRUE.equals(field.multiple());
        };
  }

  private @Nullable ValueMap values(
      FieldMapping now,
      Field to,
      SchemaObject source,
      List<? extends Map<String, ? extends @Nullable Object>> records) {
    if (!to.type().isPicklist() || to.values().isEmpty() || now.values() != null) {
      return null;
    }
    Set<String> have = new LinkedHashSet<>();
    for (String path : now.sources()) {
      Field field = source.byName().get(path);
      if (field != null) {
        field.values().forEach(v -> have.add(v.value()));
      }
      for (Map<String, ? extends @Nullable Object> each : records) {
        Object value = each.get(path);
        if (value instanceof String text && !text.isBlank()) {
          have.add(text);
        }
      }
    }
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.putAll(pairs.pair(have, to.values().stream().map(PicklistValue::value).toList()));
    boolean open = to.type() == FieldType.ENUM_OPEN;
    return map.isEmpty()
        ? null
        : new ValueMap(map, open ? new KeepOther() : new RejectOther(), open);
  }

  private static int clashes(
      Mapping mapping, String target, SchemaObject source, SchemaObject targetObject) {
    return (int)
        MappingTypes.check(only(mapping, target), source, targetObject).stream()
            .filter(p -> p.place() != null && targetOf(p.place().path(), target))
            // Values that are like none of the target's are left for a person to decide.
            .filter(p -> !p.code().equals("picklist-unmapped"))
            .count();
  }

  /** Whether a path such as {@code fields.email.use[0]} speaks of a target. */
  public static boolean targetOf(@Nullable String path, String target) {
    String start = "fields." + target;
    return path != null
        && path.startsWith(start)
        && (path.length() == start.length() || ".[".indexOf(path.charAt(start.length())) >= 0);
  }

  private static @Nullable Mend count(
      Mapping changed,
      String target,
      Try each,
      SchemaObject source,
      SchemaObject targetObject,
      Lookups lookups,
      List<? extends Map<String, ? extends @Nullable Object>> records) {
    CompiledMapping compiled;
    try {
      compiled = CompiledMapping.compile(only(changed, target), source, targetObject, lookups);
    } catch (ProblemException e) {
      return null; // The steps do not go together with this target.
    }
    int seen = 0;
    int fits = 0;
    for (Map<String, ? extends @Nullable Object> record : records) {
      FieldOutcome outcome = compiled.apply(record).fields().get(target);
      if (outcome == null || outcome.missing() || outcome.before() == null) {
        continue;
      }
      seen++;
      boolean failed = outcome.messages().stream().anyMatch(Message::error);
      fits += outcome.status() == Status.SET && outcome.after() != null && !failed ? 1 : 0;
    }
    return new Mend(each.field, each.added, fits, seen);
  }

  private static Mapping only(Mapping m, String target) {
    FieldMapping field = m.fields().get(target);
    return with(m, Map.of(), target, field);
  }

  private static Mapping with(Mapping m, String target, FieldMapping field) {
    return with(m, m.fields(), target, field);
  }

  private static Mapping with(
      Mapping m, Map<String, FieldMapping> fields, String target, @Nullable FieldMapping field) {
    var all = new java.util.TreeMap<String, FieldMapping>(Comparator.naturalOrder());
    all.putAll(fields);
    if (field != null) {
      all.put(target, field);
    }
    return m.withFields(all);
  }
}
