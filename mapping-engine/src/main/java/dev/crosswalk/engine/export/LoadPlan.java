package dev.crosswalk.engine.export;

import dev.crosswalk.engine.export.ExportRequest.MappingSet;
import dev.crosswalk.engine.mapping.FieldMapping;
import dev.crosswalk.engine.mapping.FieldMapping.StepCall;
import dev.crosswalk.engine.mapping.FieldMapping.WriteMode;
import dev.crosswalk.engine.mapping.Mapping;
import dev.crosswalk.engine.mapping.Mapping.RowFilter;
import dev.crosswalk.engine.problem.Place;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.FieldPath;
import dev.crosswalk.engine.schema.SchemaObject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which column of a file goes with which field of a CRM, for tools that load files into it or write
 * files out of it. Such tools move values as they are, so all else is a gap.
 *
 * @param columns one a target that has a single other side
 * @param constants targets with a fixed value; empty where the mapping runs backwards
 * @param unmapped columns of the own side that go nowhere; empty where its schema is not known
 * @param gaps sentences, each naming mapping, customer and target
 */
record LoadPlan(
    List<Column> columns, List<Fixed> constants, List<String> unmapped, List<String> gaps) {

  /** Which end of a mapping the CRM is. */
  enum Side {
    SOURCE,
    TARGET
  }

  /**
   * @param column of the file
   * @param field path of the CRM's field
   * @param lookup where the column's values are keys of other records; null if not
   */
  record Column(String column, FieldPath field, String target, @Nullable Lookup lookup) {}

  /** Another record, found by a key field; its object is empty where it is not said. */
  record Lookup(String object, String key) {}

  record Fixed(FieldPath field, @Nullable Object value, String target) {}

  LoadPlan {
    columns = List.copyOf(columns);
    constants = List.copyOf(constants);
    unmapped = List.copyOf(unmapped);
    gaps = List.copyOf(gaps);
  }

  /**
   * The CRM's end: as {@code side} in the settings says, else the one whose system is the format's.
   *
   * @param tool for people
   * @return empty with a problem where neither end is
   */
  static Optional<Side> side(
      Mapping mapping,
      String format,
      String tool,
      String system,
      Map<Object, Object> settings,
      List<Problem> problems) {
    String said = String.valueOf(settings.getOrDefault("side", ""));
    if (said.equals("source") || said.isEmpty() && isSystem(mapping.source(), system)) {
      if (said.isEmpty() && isSystem(mapping.target(), system)) {
        return Optional.of(Side.TARGET);
      }
      return Optional.of(Side.SOURCE);
    }
    if (said.equals("target") || said.isEmpty() && isSystem(mapping.target(), system)) {
      return Optional.of(Side.TARGET);
    }
    problems.add(
        Problem.error(
            format + "-side",
            new Place(mapping.id(), 0, 0, "export." + format),
            said.isEmpty()
                ? "%s is for %s, and the mapping goes from %s to %s."
                    .formatted(tool, system, mapping.source().system(), mapping.target().system())
                : "The side is '" + said + "', where source or target is needed.",
            "Set export.%s.side to source or target, whichever is a %s by another name."
                .formatted(format, system)));
    return Optional.empty();
  }

  private static boolean isSystem(Mapping.Endpoint end, String system) {
    return end.system().equals(system);
  }

  /**
   * @param customer {@link MappingSet#BASE} for the base
   * @param intoCrm whether values go to the CRM or come from it
   */
  static LoadPlan of(MappingSet set, Mapping mapping, String customer, Side side, boolean intoCrm) {
    boolean forward = side == Side.TARGET == intoCrm;
    List<Column> columns = new ArrayList<>();
    List<Fixed> constants = new ArrayList<>();
    List<String> gaps = new ArrayList<>();
    String whose = OutputNames.whose(mapping, customer) + ": ";
    Set<String> used = new LinkedHashSet<>();
    mapping
        .fields()
        .forEach((target, field) -> {
          if (intoCrm && field.write() == WriteMode.NEVER) {
            return;
          }
          String source = AmpersandFields.single(field.input());
          Lookup lookup = intoCrm ? lookup(field) : null;
          if (source != null) {
            FieldPath own = FieldPath.parse(side == Side.SOURCE ? target : source);
            FieldPath crm = FieldPath.parse(side == Side.SOURCE ? source : target);
            String name = own.names().size() == 1 ? own.first() : own.toString();
            columns.add(new Column(name, crm, target, lookup));
            used.add(name);
          } else if (forward && field.input() instanceof FieldMapping.Constant constant) {
            constants.add(new Fixed(FieldPath.parse(target), constant.value(), target));
          }
          List<String> found = gaps(field, source, forward, intoCrm, lookup != null);
          if (!found.isEmpty()) {
            gaps.add(whose + target + ": " + String.join("; ", found) + ".");
          }
        });
    if (forward) {
      for (RowFilter filter : mapping.where()) {
        gaps.add(
            whose
                + "the row filter on "
                + filter.field()
                + " ("
                + filter.operator()
                + ") is not applied.");
      }
    }
    SchemaObject own = side == Side.SOURCE ? set.target() : set.source();
    List<String> unmapped =
        own == null
            ? List.of()
            : own.fields().stream().map(Field::name).filter(n -> !used.contains(n)).toList();
    return new LoadPlan(columns, constants, unmapped, gaps);
  }

  /** By the mapping's reference, or by a step that makes one. */
  private static @Nullable Lookup lookup(FieldMapping field) {
    if (field.reference() != null) {
      return new Lookup(field.reference().object(), field.reference().key());
    }
    return field.use().stream()
        .filter(LoadPlan::isReference)
        .findFirst()
        .map(call -> new Lookup("", String.valueOf(call.parameters().get("key"))))
        .orElse(null);
  }

  private static boolean isReference(StepCall call) {
    return call.name().equals("reference") && call.parameters().get("key") instanceof String;
  }

  private static List<String> gaps(
      FieldMapping field,
      @Nullable String source,
      boolean forward,
      boolean intoCrm,
      boolean looksUp) {
    List<String> gaps = new ArrayList<>();
    switch (field.input()) {
      case FieldMapping.From from -> {
        if (source == null) {
          gaps.add(
              "its sources ("
                  + String.join(", ", from.paths())
                  + (forward ? ") are not combined" : ") are not taken apart"));
        }
      }
      case FieldMapping.Expr expr ->
          gaps.add(forward ? "the expression is not run" : "an expression is not undone");
      case FieldMapping.Constant constant -> {
        if (!forward) {
          gaps.add("a constant has no field to go to");
        }
      }
      case FieldMapping.Ask ask -> gaps.add("nobody has said yet which field it is");
    }
    String steps =
        field.use().stream()
            .filter(call -> !(looksUp && isReference(call)))
            .map(StepCall::name)
            .collect(Collectors.joining(", "));
    if (!steps.isEmpty()) {
      gaps.add("steps are not " + (forward ? "run" : "undone") + " (" + steps + ")");
    }
    if (field.values() != null) {
      gaps.add("the value map is not " + (forward ? "applied" : "turned around"));
    }
    if (forward && field.when() != null) {
      gaps.add("the condition is not tested");
    }
    if (forward && field.fallback() != null) {
      gaps.add("the default is not set");
    }
    if (intoCrm && (field.write() == WriteMode.CREATE || field.write() == WriteMode.IF_EMPTY)) {
      gaps.add(
          field.write() == WriteMode.CREATE
              ? "it is also written when a record is updated"
              : "it is also written over a value that is there");
    }
    return gaps;
  }
}
