package dev.crosswalk.app.studio.mapping;

import dev.crosswalk.app.studio.mapping.canvas.Side;
import dev.crosswalk.app.studio.shell.StudioServices;
import dev.crosswalk.app.studio.shell.Texts;
import dev.crosswalk.app.workspace.MappingEntry;
import dev.crosswalk.app.workspace.OverlayEdits;
import dev.crosswalk.app.workspace.RecordFile;
import dev.crosswalk.app.workspace.Referenced;
import dev.crosswalk.app.workspace.Reviews;
import dev.crosswalk.app.workspace.UnsavedWork;
import dev.crosswalk.app.workspace.Workspace;
import dev.crosswalk.app.workspace.WorkspaceFiles;
import dev.crosswalk.connectors.ConnectionProfile;
import dev.crosswalk.connectors.Progress;
import dev.crosswalk.connectors.Session;
import dev.crosswalk.connectors.cache.SchemaCache;
import dev.crosswalk.engine.mapping.CustomerFile;
import dev.crosswalk.engine.mapping.Mapping;
import dev.crosswalk.engine.mapping.Mapping.Endpoint;
import dev.crosswalk.engine.mapping.MappingDocument;
import dev.crosswalk.engine.mapping.Overlay;
import dev.crosswalk.engine.mapping.OverlayDocument;
import dev.crosswalk.engine.match.History;
import dev.crosswalk.engine.match.MatchRequest;
import dev.crosswalk.engine.match.Suggestions.ObjectPair;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.ProblemException;
import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.FieldPath;
import dev.crosswalk.engine.schema.FieldType;
import dev.crosswalk.engine.schema.Schema;
import dev.crosswalk.engine.schema.SchemaImport;
import dev.crosswalk.engine.schema.SchemaObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The mapping places' desk over an open workspace, the cache and the connections. */
public final class WorkspaceDesk implements MappingDesk {
  private static final Duration KEEP = Duration.ofDays(7);

  private final StudioServices services;
  private final Workspace workspace;
  private final Texts texts;
  private final UnsavedWork unsaved;

  public WorkspaceDesk(StudioServices services, Workspace workspace, Texts texts) {
    this.texts = texts;
    this.services = services;
    this.workspace = workspace;
    this.unsaved = new UnsavedWork(services.state(), workspace.root());
  }

  @Override
  public List<Item> mappings(String customer) {
    return new WorkspaceItems(workspace, unsaved).of(customer);
  }

  @Override
  public State state(Item item, Progress progress) {
    if (item.problem() != null) {
      return State.UNKNOWN;
    }
    Opened opened = open(item.file(), item.whose().customer());
    progress.check();
    return new MappingStates(services, workspace)
        .of(opened.context(), opened.editor().mapping(), progress);
  }

  @Override
  public Opened open(String file, String customer) {
    Path path = Path.of(file);
    LastReadable last = new LastReadable(workspace, services.clock());
    MappingDocument found = workspace.load(path);
    MappingDocument document = customer.isEmpty() ? last.of(found) : found;
    Mapping base = document.mapping().orElseThrow(() -> new ProblemException(document.problems()));
    Found source = source(path, base, customer);
    Optional<SchemaObject> target =
        workspace.target(base.target().system()).object(base.target().object());
    String connection = source.connection();
    List<Map<String, @Nullable Object>> records =
        connection == null
            ? List.of()
            : cache().records(connection, base.source().object(), services.clock().instant());
    Path edited = customer.isEmpty() ? path : workspace.overlayFile(customer, path);
    Optional<OverlayDocument> written =
        customer.isEmpty() ? Optional.empty() : workspace.overlay(customer, path);
    Optional<OverlayDocument> overlay = written.flatMap(last::of);
    MappingDraft draft =
        customer.isEmpty()
            ? new EditorDraft(document)
            : new OverlayDraft(
                base,
                overlay.orElseGet(() ->
                    OverlayDocument.create(
                        Overlay.empty(base.id(), customer), WorkspaceFiles.shown(edited))));
    MappingContext context =
        new MappingContext(
            file,
            WorkspaceFiles.shown(edited),
            customer,
            connection,
            base.source().system(),
            source.object(),
            connection == null ? List.of() : Referenced.by(source.object(), cache(), connection),
            base.target().system(),
            target.orElseGet(() -> fromTargets(base)),
            records,
            historyWithout(base),
            workspace.lookups(),
            workspace.words());
    String saved =
        customer.isEmpty() ? found.text() : written.map(OverlayDocument::text).orElse(null);
    String left =
        unsaved
            .of(context.file())
            .filter(text -> !text.equals(draft.text()) && !text.equals(saved))
            .orElse(null);
    return new Opened(context, draft, saved, left, missing(base, customer, source, target));
  }

  private String missing(
      Mapping base, String customer, Found source, Optional<SchemaObject> target) {
    List<String> missing = new ArrayList<>();
    if (source.connection() == null) {
      missing.add(
          customer.isEmpty()
              ? texts.of("mapping.noSource", base.source().object())
              : texts.of("mapping.noSourceOf", base.source().object(), customer));
    }
    if (target.isEmpty()) {
      missing.add(texts.of("mapping.noTarget", base.target().object()));
    }
    return String.join(" ", missing);
  }

  /** What is rejected in this very mapping is held against its file, which is newer. */
  private History historyWithout(Mapping mapping) {
    History all = workspace.history();
    String source = mapping.source().object();
    String target = mapping.target().object();
    return new History(
        all.accepted().stream()
            .filter(d ->
                !(d.customer().isEmpty()
                    && d.sourceObject().equals(source)
                    && d.targetObject().equals(target)))
            .toList(),
        all.rejected().stream()
            .filter(d -> !(d.sourceObject().equals(source) && d.targetObject().equals(target)))
            .toList());
  }

  private record Found(@Nullable String connection, SchemaObject object) {}

  /** A customer's own schema; for the base that of the first customer who has one. */
  private Found source(Path file, Mapping mapping, String customer) {
    Endpoint end = mapping.source();
    for (String name : candidates(file, end.system(), customer)) {
      Optional<SchemaObject> found =
          cache()
              .latest(name)
              .filter(s -> s.system().equals(end.system()))
              .flatMap(s -> cache().object(s.id(), end.object()));
      if (found.isPresent()) {
        return new Found(name, found.get());
      }
    }
    SchemaObject known =
        workspace
            .reviewedSchema(customer.isEmpty() ? null : customer, end.system(), end.object())
            .orElseGet(() -> fromSources(mapping));
    return new Found(null, known);
  }

  /** Connections that may have a system's schema; customers for whom the base is all come first. */
  private Set<String> candidates(Path file, String system, String customer) {
    List<String> differ = workspace.overlayCustomers(file);
    List<CustomerFile> customers = new ArrayList<>(workspace.readableCustomers().readable());
    customers.sort(Comparator.comparing(c -> differ.contains(c.id())));
    Set<String> names = new LinkedHashSet<>();
    for (CustomerFile each : customers) {
      String name = each.connections().get(system);
      if (name != null && (customer.isEmpty() || customer.equals(each.id()))) {
        names.add(name);
      }
    }
    if (customer.isEmpty()) {
      names.addAll(cache().connections());
    }
    return names;
  }

  /** As much of the source as the mapping itself names. */
  private static SchemaObject fromSources(Mapping mapping) {
    Set<String> names = new LinkedHashSet<>();
    mapping
        .fields()
        .values()
        .forEach(f -> f.sources().forEach(s -> names.add(FieldPath.parse(s).first())));
    return object(mapping.source().object(), names);
  }

  private static SchemaObject fromTargets(Mapping mapping) {
    return object(mapping.target().object(), mapping.fields().keySet());
  }

  private static SchemaObject object(String name, Set<String> fields) {
    return SchemaObject.of(
        name, fields.stream().map(f -> Field.builder(f, FieldType.ANY).build()).toList());
  }

  private SchemaCache cache() {
    return services.cache();
  }

  @Override
  public List<Problem> save(String file, String text, @Nullable String textWhenLoaded) {
    workspace.save(Path.of(file), text, textWhenLoaded);
    try {
      new Reviews(workspace, services.live()).saved(Path.of(file), textWhenLoaded, text);
      return List.of();
    } catch (ProblemException e) {
      return e.problems();
    }
  }

  @Override
  public void keepUnsaved(String file, @Nullable String text, Progress progress) {
    unsaved.keep(file, text, progress);
  }

  @Override
  public String text(String file) {
    return workspace.text(Path.of(file));
  }

  @Override
  public List<String> connections(String customer) {
    Set<String> own = new LinkedHashSet<>();
    for (CustomerFile each : workspace.readableCustomers().readable()) {
      if (customer.isEmpty() || customer.equals(each.id())) {
        own.addAll(each.connections().values());
      }
    }
    List<String> all = new ArrayList<>(cache().connections());
    all.sort(Comparator.comparing(name -> !own.contains(name)));
    return List.copyOf(all);
  }

  @Override
  public Schema source(String connection) {
    return cache()
        .latest(connection)
        .flatMap(s -> cache().schema(s.id()))
        .orElseThrow(() ->
            new ProblemException(
                Problem.error(
                    "schema-missing",
                    null,
                    "The cache has no schema of the connection " + connection + ".",
                    "Discover it in Schemas.")));
  }

  @Override
  public Schema target() {
    return workspace.target();
  }

  @Override
  public List<ObjectPair> pairs(Schema source, Schema target) {
    return services.matcher().pairObjects(MatchRequest.of(source, target));
  }

  @Override
  public Made create(Schema source, String sourceObject, Schema target, String targetObject) {
    List<CustomerFile> customers =
        workspace.readableCustomers().readable().stream()
            .filter(c -> c.connections().containsKey(source.system()))
            .toList();
    MappingEntry made =
        workspace.createMapping(
            new Endpoint(source.system(), source.module(), sourceObject, null),
            new Endpoint(target.system(), target.module(), targetObject, null),
            sourceObject + " → " + targetObject);
    OverlayEdits edits = new OverlayEdits(workspace, services.live());
    customers.forEach(c -> edits.customer(c, c.withMapping(made.id())));
    return new Made(
        WorkspaceFiles.shown(made.file()), customers.stream().map(CustomerFile::name).toList());
  }

  @Override
  public void addTarget(List<SchemaObject> objects) {
    objects.forEach(workspace::saveTargetObject);
  }

  @Override
  public List<SchemaObject> importTarget(Path file) {
    String name = String.valueOf(file.getFileName());
    String text = WorkspaceFiles.readText(file, name);
    return SchemaImport.read(format(name, text), text, name).objects();
  }

  private static String format(String name, String text) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith(".sql")
        ? "sql"
        : lower.endsWith(".csv")
            ? "csv"
            : text.contains("openapi") || text.contains("swagger") ? "openapi" : "json-schema";
  }

  @Override
  public FieldStory story(MappingContext context, Side side, String path, Progress progress) {
    return new FieldStories(services, workspace, texts).of(context, side, path, progress);
  }

  @Override
  public List<Map<String, @Nullable Object>> fetch(
      MappingContext context, List<FieldPath> behind, int limit, Progress progress) {
    ConnectionProfile profile = profile(context);
    try (Session session = services.connectors().open(profile, Map.of())) {
      List<Map<String, @Nullable Object>> records =
          session.sample(context.source(), List.of(), behind, limit, progress);
      cache()
          .storeRecords(
              profile.name(), context.source().name(), records, services.clock().instant(), KEEP);
      return records;
    }
  }

  @Override
  public Optional<Map<String, @Nullable Object>> one(
      MappingContext context, String id, List<FieldPath> behind, Progress progress) {
    try (Session session = services.connectors().open(profile(context), Map.of())) {
      return session.record(context.source(), id, behind, progress);
    }
  }

  private ConnectionProfile profile(MappingContext context) {
    String connection = context.connection();
    ConnectionProfile profile =
        connection == null ? null : services.connections().get(connection).orElse(null);
    if (profile == null) {
      throw new ProblemException(
          Problem.error(
              "connection-missing",
              null,
              "No connection has the object " + context.source().name() + ".",
              "Add one in Connections, or open a file with records."));
    }
    return profile;
  }

  @Override
  public List<Map<String, @Nullable Object>> readRecords(Path file, int limit) {
    return RecordFile.read(file, String.valueOf(file.getFileName()), limit);
  }
}
