package dev.crosswalk.engine.export;

import dev.crosswalk.engine.export.ExportRequest.MappingSet;
import dev.crosswalk.engine.export.ExportResult.OutputFile;
import dev.crosswalk.engine.mapping.FieldMapping;
import dev.crosswalk.engine.mapping.Mapping;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.ProblemException;
import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.FieldPath;
import dev.crosswalk.engine.text.Jsonata;
import dev.crosswalk.engine.transform.JsonataText;
import dev.crosswalk.engine.transform.StepContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * JSONata: one expression for each object and customer, which makes the whole target record of a
 * source record. It runs in Java and in JavaScript.
 */
public final class JsonataExport implements Exporter {

  @Override
  public String format() {
    return "jsonata";
  }

  @Override
  public String title() {
    return "JSONata";
  }

  @Override
  public String doc() {
    return "One expression for each object and customer, which Java and JavaScript programs run.";
  }

  @Override
  public ExportResult export(ExportRequest request) {
    List<OutputFile> files = new ArrayList<>();
    List<String> notExpressed = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    for (MappingSet set : request.mappings()) {
      write(set, MappingSet.BASE, files, notExpressed);
      for (String customer : set.customers().keySet()) {
        Problem bad = OutputNames.problem(customer);
        if (bad == null) {
          write(set.as(customer), customer, files, notExpressed);
        } else {
          problems.add(bad);
        }
      }
    }
    return new ExportResult(files, notExpressed, problems);
  }

  private static void write(
      MappingSet set, String customer, List<OutputFile> files, List<String> notExpressed) {
    Mapping mapping = set.mapping(customer).orElseThrow();
    Map<String, String> gaps = gaps(set, mapping);
    gaps.forEach((target, why) -> {
      boolean known = !customer.isEmpty() && why.equals(gaps(set, set.base()).get(target));
      if (!known) {
        notExpressed.add(OutputNames.whose(mapping, customer) + ": " + target + ": " + why + ".");
      }
    });
    files.add(
        new OutputFile(
            OutputNames.path(mapping, customer, ".jsonata"), text(set, customer, mapping, gaps)));
  }

  /** Why a target is left out, by target path. */
  static Map<String, String> gaps(MappingSet set, Mapping mapping) {
    Map<String, String> gaps = new LinkedHashMap<>();
    mapping
        .fields()
        .forEach((target, field) -> {
          if (field.input() instanceof FieldMapping.Ask ask) {
            gaps.put(target, "nobody has answered yet: " + ask.question());
          } else {
            String steps = MappingJsonata.obstacle(field, context(set, mapping, target));
            if (!steps.isEmpty()) {
              gaps.put(target, "it is left out, because JSONata cannot say " + steps);
            }
          }
        });
    return gaps;
  }

  private static StepContext context(MappingSet set, Mapping mapping, String target) {
    return new StepContext(mapping.defaults(), targetField(set, target), set.lookups());
  }

  private static @Nullable Field targetField(MappingSet set, String target) {
    return set.target() == null ? null : set.target().field(target).orElse(null);
  }

  private static String text(
      MappingSet set, String customer, Mapping mapping, Map<String, String> gaps) {
    Nested expressions = new Nested();
    mapping
        .fields()
        .forEach((target, field) -> {
          if (!gaps.containsKey(target)) {
            expressions.put(
                FieldPath.parse(target).names(), expression(set, mapping, target, field));
          }
        });
    StringBuilder out = new StringBuilder();
    out.append("/* Written by Crosswalk (export jsonata) from ")
        .append(comment(OutputNames.whose(mapping, customer)))
        .append(".\n   Edit the mapping and export again; changes made here are lost.\n");
    if (!gaps.isEmpty()) {
      out.append("   Left out:\n");
      gaps.forEach(
          (target, why) -> out.append("   - ").append(comment(target + ": " + why)).append('\n'));
    }
    out.append("*/\n");
    String object = expressions.text("");
    return out.append(
            FilterJsonata.of(mapping.where())
                .map(filter -> "(" + filter + ") ? " + object)
                .orElse(object))
        .append('\n')
        .toString();
  }

  private static String expression(
      MappingSet set, Mapping mapping, String target, FieldMapping field) {
    String text =
        MappingJsonata.of(
                field,
                context(set, mapping, target),
                mayBeList(set, field),
                mapping.defaults().onMissing())
            .orElseThrow();
    Field schema = targetField(set, target);
    boolean required = field.required() || schema != null && schema.isRequired();
    return required
        ? MappingJsonata.orElse(
            text, "$error(" + JsonataText.quoted(target + " is required, and has no value") + ")")
        : text;
  }

  /** A source that the schema knows as a single value is none; of others nobody can tell. */
  private static boolean mayBeList(MappingSet set, FieldMapping field) {
    return !(field.input() instanceof FieldMapping.From from)
        || from.list()
        || set.source() == null
        || set.source().field(from.paths().get(0)).map(JsonataExport::several).orElse(true);
  }

  private static boolean several(Field field) {
    return Boolean.TRUE.equals(field.multiple())
        || switch (field.type()) {
          case MULTI_ENUM, STRING_LIST, REFERENCE_LIST, JSON, OBJECT, ANY, CALCULATED, VIRTUAL ->
              true;
          default -> false;
        };
  }

  /** A comment ends where it says so. */
  private static String comment(String text) {
    return text.replace("*/", "* /").replaceAll("\\s+", " ");
  }

  /** Expressions by target path, as objects in objects. */
  private static final class Nested {
    private final Map<String, Object> entries = new LinkedHashMap<>();

    void put(List<String> names, String expression) {
      if (names.size() == 1) {
        entries.put(names.get(0), expression);
        return;
      }
      Object inner = entries.computeIfAbsent(names.get(0), n -> new Nested());
      if (inner instanceof Nested nested) {
        nested.put(names.subList(1, names.size()), expression);
      }
    }

    String text(String indent) {
      StringBuilder out = new StringBuilder("{");
      String more = indent + "  ";
      entries.forEach((name, value) -> {
        out.append(out.length() == 1 ? "\n" : ",\n").append(more).append(JsonataText.quoted(name));
        // A record has no object without values.
        out.append(": ")
            .append(
                value instanceof Nested nested
                    ? "($o := " + nested.text(more) + "; $count($keys($o)) > 0 ? $o)"
                    : value);
      });
      return out.append(entries.isEmpty() ? "}" : "\n" + indent + "}").toString();
    }
  }

  @Override
  public Optional<Replay> replay() {
    return Optional.of(JsonataExport::run);
  }

  private static Optional<Replay.Run> run(ExportResult result, MappingSet set, String customer) {
    Mapping mapping = set.mapping(customer).orElseThrow();
    String text = result.text(OutputNames.path(mapping, customer, ".jsonata")).orElse(null);
    if (text == null) {
      return Optional.empty();
    }
    Jsonata expression = Jsonata.compile(text, Jsonata.Rules.FOR_MAPPINGS);
    return Optional.of(
        new Replay.Run(gaps(set, mapping).keySet(), source -> given(expression, source)));
  }

  private static Replay.Given given(Jsonata expression, Map<String, @Nullable Object> source) {
    Object record;
    try {
      record = expression.evaluate(source, Map.of());
    } catch (ProblemException e) {
      return new Replay.Refused(e.problem().what());
    }
    if (!(record instanceof Map<?, ?> map)) {
      return new Replay.LeftOut();
    }
    Map<String, @Nullable Object> made = new LinkedHashMap<>();
    map.forEach((name, value) -> made.put(String.valueOf(name), value));
    return new Replay.Made(made);
  }
}
