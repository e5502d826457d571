package dev.crosswalk.engine.export;

import dev.crosswalk.engine.export.SqlExpr.Kind;
import dev.crosswalk.engine.export.SqlSteps.Said;
import dev.crosswalk.engine.mapping.FieldMapping;
import dev.crosswalk.engine.mapping.FieldMapping.Fallback;
import dev.crosswalk.engine.mapping.FieldMapping.KeepOther;
import dev.crosswalk.engine.mapping.FieldMapping.Other;
import dev.crosswalk.engine.mapping.FieldMapping.RejectOther;
import dev.crosswalk.engine.mapping.FieldMapping.SetOther;
import dev.crosswalk.engine.mapping.FieldMapping.StepCall;
import dev.crosswalk.engine.mapping.Mapping;
import dev.crosswalk.engine.problem.ProblemException;
import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.FieldType;
import dev.crosswalk.engine.transform.CompiledStep;
import dev.crosswalk.engine.transform.Declaration.Trait;
import dev.crosswalk.engine.transform.Lookups;
import dev.crosswalk.engine.transform.Parameters;
import dev.crosswalk.engine.transform.StepContext;
import dev.crosswalk.engine.transform.Texts;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes one target's way in SQL: input, steps, values, default, type. */
final class SqlField {
  /** Steps that take numbers as they are. */
  private static final Set<String> NUMERIC = Set.of("number", "round", "multiply");

  private final SqlStages stages;
  private final String name;
  private final StepContext context;
  private final @Nullable Field target;
  private final Function<String, SqlExpr> columns;
  private final List<String> refusals = new ArrayList<>();
  private final Set<String> caveats = new LinkedHashSet<>();

  /**
   * @param name of the column, after which steps of the model are named
   * @param columns the column of a source path; throws {@link Unsaid}
   */
  SqlField(
      SqlStages stages,
      String name,
      Mapping mapping,
      Lookups lookups,
      @Nullable Field target,
      Function<String, SqlExpr> columns) {
    this.stages = stages;
    this.name = name;
    this.context = new StepContext(mapping.defaults(), target, lookups);
    this.target = target;
    this.columns = columns;
  }

  /** Conditions, over columns of the last step, under which the mapping rejects a record. */
  List<String> refusals() {
    return refusals;
  }

  /** What comes out otherwise on some values, as clauses. */
  Set<String> caveats() {
    return caveats;
  }

  /**
   * @throws Unsaid where a part of it cannot be said
   */
  SqlExpr column(FieldMapping field) {
    if (field.when() != null) {
      throw new Unsaid("the condition is not tested");
    }
    List<SqlExpr> items = input(field.input());
    boolean list = field.input() instanceof FieldMapping.From from && from.list();
    List<CompiledStep> steps = new ArrayList<>();
    for (StepCall call : field.use()) {
      steps.add(compile(call));
    }
    SqlSteps sql =
        new SqlSteps(
            stages,
            name,
            context.defaults(),
            context.lookups(),
            target != null && target.type() == FieldType.DATETIME);
    for (int i = 0; i < steps.size(); i++) {
      CompiledStep step = steps.get(i);
      boolean nullSeenLater =
          steps.subList(i + 1, steps.size()).stream()
              .anyMatch(s -> s.declaration().is(Trait.SEES_NULL));
      SqlExpr whole = list ? whole(step, items) : null;
      if (whole != null) {
        items = List.of(whole);
        list = false;
      } else if (step.declaration().is(Trait.SEES_NULL)) {
        items = List.of(standIn(step, single(items, list)));
      } else if (list && !step.declaration().is(Trait.EACH)) {
        throw new Unsaid("the step " + step.declaration().name() + " is not run on a list");
      } else {
        List<SqlExpr> next = new ArrayList<>();
        for (SqlExpr item : items) {
          next.add(apply(sql, step, item, nullSeenLater));
        }
        items = next;
      }
    }
    SqlExpr value = single(items, list);
    if (field.values() != null) {
      value = values(value, field.values());
    }
    if (field.fallback() != null) {
      value = orElse(value, field.fallback());
    }
    if (field.required() || target != null && target.isRequired()) {
      value = stages.keep(name, value);
      String empty =
          value.kind() == Kind.RAW || value.kind() == Kind.TEXT
              ? " or " + value.text().sql() + " = ''"
              : "";
      refusals.add(value.sql() + " is null" + empty);
    }
    return SqlTypes.typed(value, target);
  }

  private CompiledStep compile(StepCall call) {
    try {
      return CompiledStep.compile(call, context);
    } catch (ProblemException e) {
      throw new Unsaid("the step " + call.name() + " cannot be set up");
    }
  }

  private List<SqlExpr> input(FieldMapping.Input input) {
    return switch (input) {
      case FieldMapping.From from -> from.paths().stream().map(columns).toList();
      case FieldMapping.Constant constant -> List.of(SqlText.value(constant.value()));
      case FieldMapping.Expr expr -> throw new Unsaid("the expression is not run");
      case FieldMapping.Ask ask -> throw new Unsaid("nobody has said yet which field it is");
    };
  }

  private static SqlExpr single(List<SqlExpr> items, boolean list) {
    if (list || items.size() != 1) {
      throw new Unsaid("its sources are not combined");
    }
    return items.get(0);
  }

  /** A step that makes one value of a list; null for other steps. */
  private @Nullable SqlExpr whole(CompiledStep step, List<SqlExpr> items) {
    return switch (step.declaration().name()) {
      case "join" ->
          join(
              items,
              SqlText.literal(step.parameters().needText("separator")),
              Texts.length(step.parameters().needText("separator")));
      case "coalesce" -> first(items);
      case "item" -> {
        int at = Parameters.standard(step.parameters().integer("at"), 0);
        int index = at < 0 ? items.size() + at : at;
        yield index >= 0 && index < items.size() ? items.get(index) : SqlText.value(null);
      }
      default -> null;
    };
  }

  private void noteZeros(SqlExpr value) {
    if (value.kind() == Kind.NUMBER) {
      caveats.add("a number that becomes text loses the zeros behind its decimal sign");
    }
  }

  private SqlExpr filled(SqlExpr item) {
    noteZeros(item);
    SqlExpr text = stages.keep(name, item.text());
    return text.as(
        "case when " + SqlStages.trimmed(text.sql()) + " <> '' then " + text.sql() + " end",
        Kind.TEXT);
  }

  private SqlExpr join(List<SqlExpr> items, String separator, int length) {
    List<SqlExpr> parts = items.stream().map(this::filled).toList();
    String all =
        parts.stream()
            .map(p -> "coalesce(" + separator + " || " + p.sql() + ", '')")
            .collect(Collectors.joining(" || "));
    return new SqlExpr(
        "nullif(substr(" + all + ", " + (length + 1) + "), '')", Kind.TEXT, level(parts), false);
  }

  private SqlExpr first(List<SqlExpr> items) {
    List<SqlExpr> parts = items.stream().map(this::filled).toList();
    return new SqlExpr(
        "coalesce("
            + parts.stream().map(SqlExpr::sql).collect(Collectors.joining(", "))
            + (parts.size() == 1 ? ", null)" : ")"),
        Kind.TEXT,
        level(parts),
        false);
  }

  private static int level(List<SqlExpr> parts) {
    return parts.stream().mapToInt(SqlExpr::level).max().orElse(0);
  }

  private SqlExpr standIn(CompiledStep step, SqlExpr value) {
    Parameters parameters = step.parameters();
    return switch (step.declaration().name()) {
      case "default" -> orElse(value, new Fallback(parameters.value("value")));
      case "constant" -> SqlText.value(parameters.value("value"));
      default -> throw new Unsaid("the step " + step.declaration().name() + " is not run");
    };
  }

  private SqlExpr apply(SqlSteps sql, CompiledStep step, SqlExpr item, boolean nullSeenLater) {
    String called = step.declaration().name();
    if (called.equals("join") || called.equals("coalesce")) {
      return filled(item);
    }
    if (!NUMERIC.contains(called)) {
      noteZeros(item);
    }
    SqlExpr before = stages.keep(name, item);
    Said said = sql.apply(called, before, step.parameters());
    if (said.caveat() != null) {
      caveats.add(said.caveat());
    }
    if (said.invalid() == null) {
      return said.value();
    }
    String word = step.parameters().text("onInvalid");
    String rule =
        word == null ? context.defaults().onError().name().toLowerCase(Locale.ROOT) : word;
    switch (rule) {
      case "keep" -> {
        if (said.value().kind() != Kind.TEXT) {
          throw new Unsaid("a value that cannot be read is not kept beside those that can");
        }
        return said.value()
            .as(
                "case when %s then %s else %s end"
                    .formatted(said.invalid(), before.text().sql(), said.value().sql()),
                Kind.TEXT);
      }
      case "null" -> {}
      case "default" -> {
        if (nullSeenLater) {
          throw new Unsaid("onInvalid: default does not pass by later steps");
        }
      }
      default -> refusals.add(said.invalid());
    }
    return said.value();
  }

  private SqlExpr values(SqlExpr value, FieldMapping.ValueMap map) {
    noteZeros(value);
    SqlExpr text = stages.keep(name, value.text());
    Said said =
        SqlValues.of(
            text, text, map.map(), key -> key, rule(map.other()), e -> stages.keep(name, e));
    if (said.caveat() != null) {
      caveats.add(said.caveat());
    }
    if (said.invalid() != null) {
      refusals.add(said.invalid());
    }
    if (map.warn()) {
      caveats.add("nothing is reported of values outside the map");
    }
    return said.value();
  }

  private static SqlValues.Other rule(Other other) {
    return switch (other) {
      case KeepOther() -> new SqlValues.Keep();
      case RejectOther() -> new SqlValues.Reject();
      case SetOther(Object set) -> new SqlValues.Set(set);
    };
  }

  /** A value for null and the empty text; of another kind, both become text. */
  private static SqlExpr orElse(SqlExpr value, Fallback fallback) {
    if (fallback.value() == null) {
      return value;
    }
    SqlExpr other = SqlText.value(fallback.value());
    if (value.kind() == other.kind() && value.kind() != Kind.TEXT) {
      return value.as("coalesce(" + value.sql() + ", " + other.sql() + ")", value.kind());
    }
    return value.as(
        "coalesce(nullif(" + value.text().sql() + ", ''), " + other.text().sql() + ")", Kind.TEXT);
  }
}
