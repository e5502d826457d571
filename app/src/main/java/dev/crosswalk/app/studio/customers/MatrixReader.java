package dev.crosswalk.app.studio.customers;

import dev.crosswalk.app.studio.customers.Matrix.Cell;
import dev.crosswalk.app.studio.customers.Matrix.Column;
import dev.crosswalk.app.studio.customers.Matrix.Row;
import dev.crosswalk.app.studio.customers.Matrix.State;
import dev.crosswalk.app.studio.shell.AttributeWords;
import dev.crosswalk.app.studio.shell.StudioServices;
import dev.crosswalk.app.studio.shell.Texts;
import dev.crosswalk.app.workspace.MappingEntry;
import dev.crosswalk.app.workspace.TargetSuggestions;
import dev.crosswalk.app.workspace.Workspace;
import dev.crosswalk.app.workspace.WorkspaceFiles;
import dev.crosswalk.connectors.Progress;
import dev.crosswalk.engine.drift.SchemaDiff;
import dev.crosswalk.engine.mapping.CustomerFile;
import dev.crosswalk.engine.mapping.FieldMapping;
import dev.crosswalk.engine.mapping.Layers.EffectiveMapping;
import dev.crosswalk.engine.mapping.Layers.Layer;
import dev.crosswalk.engine.mapping.Mapping.Endpoint;
import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.FieldPath;
import dev.crosswalk.engine.schema.Schema;
import dev.crosswalk.engine.schema.SchemaObject;
import dev.crosswalk.engine.transform.SourcesRead;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads a {@link Matrix} from the workspace and the cache. Takes its time: on a task. */
final class MatrixReader {
  private final Workspace workspace;
  private final StudioServices services;
  private final Texts texts;

  MatrixReader(Workspace workspace, StudioServices services, Texts texts) {
    this.texts = texts;
    this.workspace = workspace;
    this.services = services;
  }

  /** The target model's objects. */
  List<String> objects() {
    return workspace.target().objects().stream().map(SchemaObject::name).toList();
  }

  Matrix read(String object, Progress progress) {
    List<MappingEntry> fills =
        workspace.mappings().stream()
            .filter(m -> m.readable() && m.target() != null && m.target().object().equals(object))
            .toList();
    List<Column> columns = new ArrayList<>();
    Map<String, Map<String, Cell>> cells = new LinkedHashMap<>();
    bases(fills)
        .forEach((system, entry) -> {
          Column base = new Column("", system, WorkspaceFiles.shown(entry.file()), "", true);
          columns.add(base);
          cells.put(
              base.key(), cells(workspace.effective(entry.file(), null), Set.of(), field -> ""));
        });
    for (CustomerFile customer : workspace.readableCustomers().readable()) {
      progress.check();
      Optional<MappingEntry> entry = of(customer, fills);
      columns.add(
          new Column(
              customer.id(),
              customer.name(),
              entry.map(e -> WorkspaceFiles.shown(e.file())).orElse(null),
              entry.map(e -> connection(customer, e)).orElse(""),
              entry.map(e -> reviewed(customer, e).isPresent()).orElse(true)));
      entry.ifPresent(e -> cells.put(customer.id(), cells(customer, e)));
    }
    return new Matrix(object, columns, rows(object, cells));
  }

  /** One base for each source system: of several the one that most customers use. */
  private Map<String, MappingEntry> bases(List<MappingEntry> fills) {
    List<CustomerFile> customers = workspace.readableCustomers().readable();
    Map<String, MappingEntry> bases = new TreeMap<>();
    fills.stream()
        .sorted(
            Comparator.comparingLong(
                m -> -customers.stream().filter(c -> c.mappings().contains(m.id())).count()))
        .forEach(m -> bases.putIfAbsent(m.source() == null ? "" : m.source().system(), m));
    return bases;
  }

  static Optional<MappingEntry> of(CustomerFile customer, List<MappingEntry> fills) {
    return fills.stream().filter(m -> customer.mappings().contains(m.id())).findFirst();
  }

  static String connection(CustomerFile customer, MappingEntry entry) {
    Endpoint source = entry.source();
    return source == null ? "" : customer.connections().getOrDefault(source.system(), "");
  }

  private Optional<SchemaObject> reviewed(CustomerFile customer, MappingEntry entry) {
    Endpoint source = entry.source();
    return source == null
        ? Optional.empty()
        : workspace.reviewedSchema(customer.id(), source.system(), source.object());
  }

  private Map<String, Cell> cells(CustomerFile customer, MappingEntry entry) {
    EffectiveMapping effective = workspace.effective(entry.file(), customer.id());
    Set<String> base = workspace.mapping(entry.file()).fields().keySet();
    SchemaObject reviewed = reviewed(customer, entry).orElse(null);
    Map<String, String> drift = reviewed == null ? Map.of() : drift(customer, entry, reviewed);
    return cells(effective, base, field -> why(field, reviewed, drift));
  }

  /** What drifted of what a field mapping reads; empty where nothing did. */
  private static String why(
      FieldMapping field, @Nullable SchemaObject reviewed, Map<String, String> drift) {
    return reviewed == null
        ? ""
        : SourcesRead.of(field).stream()
            .map(path -> drift.getOrDefault(reviewed.fieldOf(path), ""))
            .filter(why -> !why.isEmpty())
            .findFirst()
            .orElse("");
  }

  /** What changed since the review, by source field; empty where that cannot be told. */
  private Map<String, String> drift(
      CustomerFile customer, MappingEntry entry, SchemaObject reviewed) {
    Endpoint source = entry.source();
    Schema live =
        new TargetSuggestions(workspace, services.known())
            .live(connection(customer, entry))
            .orElse(null);
    if (source == null || live == null) {
      return Map.of();
    }
    // Of an object that is gone every field is.
    SchemaObject now =
        live.object(source.object()).orElse(SchemaObject.of(reviewed.name(), List.of()));
    SchemaDiff diff =
        SchemaDiff.of(
            Schema.of(source.system(), List.of(reviewed)),
            Schema.of(source.system(), List.of(now)));
    Map<String, String> drift = new TreeMap<>();
    for (SchemaDiff.FieldChange change : diff.fields()) {
      switch (change.kind()) {
        case ADDED -> {}
        case REMOVED -> drift.put(change.field(), "−");
        case CHANGED -> drift.put(change.field(), AttributeWords.of(change, ", ", texts));
      }
    }
    return drift;
  }

  private static Map<String, Cell> cells(
      EffectiveMapping effective, Set<String> base, Function<FieldMapping, String> drift) {
    Map<String, Cell> cells = new TreeMap<>();
    effective
        .mapping()
        .fields()
        .forEach((target, field) -> {
          Layer layer = effective.layerOfTarget().getOrDefault(target, Layer.BASE);
          cells.put(target, cell(field, layer, drift.apply(field)));
        });
    for (String target : base) {
      cells.putIfAbsent(target, new Cell(State.REMOVED, "", ""));
    }
    return cells;
  }

  private static Cell cell(FieldMapping field, Layer layer, String why) {
    String from =
        switch (field.input()) {
          case FieldMapping.From f -> String.join(" + ", f.paths());
          case FieldMapping.Expr e -> e.expression();
          case FieldMapping.Constant c -> "= " + c.value();
          case FieldMapping.Ask ask -> ask.question();
        };
    if (field.input() instanceof FieldMapping.Ask) {
      return new Cell(State.ASKED, from, "");
    }
    if (!why.isEmpty()) {
      return new Cell(State.DRIFTED, from, why);
    }
    return new Cell(
        switch (layer) {
          case BASE -> State.MAPPED;
          case CHANGED -> State.OVERRIDDEN;
          case OVERLAY -> State.OWN;
        },
        from,
        "");
  }

  private List<Row> rows(String object, Map<String, Map<String, Cell>> cells) {
    Map<String, Field> fields = new LinkedHashMap<>();
    workspace
        .target()
        .object(object)
        .ifPresent(o -> o.fields().forEach(f -> fields.put(FieldPath.of(f.name()).toString(), f)));
    Set<String> targets = new LinkedHashSet<>(fields.keySet());
    cells.values().forEach(c -> targets.addAll(c.keySet()));
    List<Row> rows = new ArrayList<>();
    for (String target : targets) {
      Map<String, Cell> of = new TreeMap<>();
      cells.forEach((customer, column) ->
          of.put(customer, column.getOrDefault(target, new Cell(State.MISSING, "", ""))));
      Field field = fields.get(target);
      rows.add(
          new Row(
              target,
              field == null ? target : field.shown(),
              field != null && field.isRequired(),
              of));
    }
    return rows;
  }
}
