package dev.crosswalk.app.studio.schemas;

import dev.crosswalk.app.studio.schemas.SchemaIndex.Found;
import dev.crosswalk.app.studio.shell.Command;
import dev.crosswalk.app.studio.shell.Once;
import dev.crosswalk.app.studio.shell.Place;
import dev.crosswalk.app.studio.shell.PlaceIds;
import dev.crosswalk.app.studio.shell.SchemaRef;
import dev.crosswalk.app.studio.shell.StudioContext;
import dev.crosswalk.app.studio.shell.StudioServices;
import dev.crosswalk.app.studio.shell.Texts;
import dev.crosswalk.app.workspace.MappingEntry;
import dev.crosswalk.app.workspace.Workspace;
import dev.crosswalk.engine.schema.SchemaObject;
import java.time.ZoneId;
import java.util.List;
import javafx.scene.Node;

/** What was discovered. Understands the name of a connection and {@link SchemaRef} as arguments. */
public final class SchemasPlace implements Place {
  private static final int MOST_HITS = 30;
  private static final char SEPARATOR = '\t';

  private final StudioContext context;
  private final SchemasModel model;
  private final SchemaSearch search;
  private final Once<SchemasView> view;

  public SchemasPlace(StudioContext context) {
    this.context = context;
    this.model = new SchemasModel(context, source(context.services(), context.texts()));
    this.search = new SchemaSearch(context);
    this.view =
        new Once<>(
            () -> new SchemasView(model, search, context, this::show, ZoneId.systemDefault()));
    context.commands().addSource(this::find);
  }

  static SchemaSource source(StudioServices services, Texts texts) {
    return new SchemaSource(
        services.connectors(), services.connections(), services::cache, services.clock(), texts);
  }

  @Override
  public String id() {
    return PlaceIds.SCHEMAS;
  }

  @Override
  public String title() {
    return context.texts().of("schemas.title");
  }

  @Override
  public String icon() {
    return "mdi2d-database-outline";
  }

  @Override
  public Node view() {
    return view.get();
  }

  @Override
  public void open(Object argument) {
    if (argument instanceof String connection) {
      model.want(connection);
    } else if (argument instanceof SchemaRef ref) {
      open(ref);
    }
  }

  private void open(SchemaRef ref) {
    search.typed().set("");
    model.want(ref.connection());
    if (!ref.object().isEmpty()) {
      model.wantObject(ref.object());
    }
    if (!ref.field().isEmpty()) {
      model.wantField(ref.field());
    }
    if (ref.sinceReview()) {
      model.comparisons().sinceReview(ref.connection(), context.customer().get());
    }
  }

  @Override
  public void shown() {
    if (model.snapshot().get() == null) {
      model.load();
    }
  }

  @Override
  public boolean focusWork() {
    return view.get().focusObjects();
  }

  @Override
  public String memory() {
    String connection = model.connection().get();
    SchemaObject object = model.object().get();
    return connection == null || object == null
        ? ""
        : connection + SEPARATOR + object.name() + SEPARATOR + model.wantedField().get();
  }

  @Override
  public void recall(String memory) {
    String[] parts = memory.split(String.valueOf(SEPARATOR), -1);
    if (parts.length == 3) {
      open(SchemaRef.to(parts[0], parts[1], parts[2]));
    }
  }

  @Override
  public List<Command> commands() {
    return List.of(
        new Command(
            context.texts().of("schemas.searchAll"),
            title(),
            "mdi2m-magnify",
            null,
            () -> {
              context.go(PlaceIds.SCHEMAS);
              // After the place took the keyboard to its objects.
              context.tasks().later(view.get()::focusSearch);
            }));
  }

  /** Objects and fields of all connections and of the target model, for the palette. */
  private List<Command> find(String query) {
    return search.find(query, MOST_HITS).stream()
        .map(found ->
            new Command(
                found.title(),
                found.group(),
                found.field().isEmpty() ? icon() : "mdi2f-form-textbox",
                null,
                () -> show(found)))
        .toList();
  }

  /** Goes to what was found: a source in its schema, a target in the mapping that fills it. */
  private void show(Found found) {
    if (!found.isTarget()) {
      context.go(PlaceIds.SCHEMAS, SchemaRef.to(found.connection(), found.object(), found.field()));
      return;
    }
    Workspace workspace = context.workspace().get();
    if (workspace == null) {
      return;
    }
    context
        .tasks()
        .latest(
            "schemas-target",
            progress ->
                workspace.mappings().stream()
                    .filter(m -> m.target() != null && m.target().object().equals(found.object()))
                    .map(MappingEntry::file)
                    .findFirst(),
            file ->
                file.ifPresentOrElse(
                    f -> context.go(PlaceIds.MAPPING, f),
                    () ->
                        context
                            .notifications()
                            .info(texts().of("schemas.noMapping", found.object()))),
            context.notifications()::problem);
  }

  private Texts texts() {
    return context.texts();
  }
}
