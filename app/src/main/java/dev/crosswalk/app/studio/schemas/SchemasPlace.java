package dev.crosswalk.app.studio.schemas;

import dev.crosswalk.app.studio.shell.Command;
import dev.crosswalk.app.studio.shell.Place;
import dev.crosswalk.app.studio.shell.PlaceIds;
import dev.crosswalk.app.studio.shell.StudioContext;
import dev.crosswalk.app.studio.shell.StudioServices;
import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.SchemaObject;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/** What was discovered. Understands the name of a connection as an argument. */
public final class SchemasPlace implements Place {
  private static final int MOST_HITS = 20;

  private final StudioContext context;
  private final SchemasModel model;
  private @Nullable SchemasView view;

  public SchemasPlace(StudioContext context) {
    this.context = context;
    this.model = new SchemasModel(context, backstage(context.services()));
    context.commands().addSource(this::find);
  }

  static SchemasModel.Backstage backstage(StudioServices services) {
    return new SchemasModel.Backstage(
        services.connectors(), services.connections(), services::cache, services.clock());
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
    SchemasView made = view;
    if (made == null) {
      made = new SchemasView(model, context, ZoneId.systemDefault());
      view = made;
    }
    return made;
  }

  @Override
  public void open(Object argument) {
    if (argument instanceof String connection) {
      model.want(connection);
    }
  }

  @Override
  public void shown() {
    if (model.snapshot().get() == null) {
      model.load();
    }
  }

  /** Objects and fields of the schema on show, for the palette. */
  private List<Command> find(String query) {
    List<Command> hits = new ArrayList<>();
    for (SchemaObject object : model.allObjects()) {
      if (matches(query, object.name(), object.shown())) {
        hits.add(
            new Command(
                object.shown() + "  " + object.name(),
                context.texts().of("schemas.paletteObject"),
                icon(),
                null,
                () -> show(object.name(), "")));
      }
      for (Field field : object.fields()) {
        if (hits.size() >= MOST_HITS) {
          return hits;
        }
        if (matches(query, field.name(), field.shown())) {
          hits.add(
              new Command(
                  field.shown() + "  " + field.name(),
                  object.shown(),
                  "mdi2f-form-textbox",
                  null,
                  () -> show(object.name(), field.name())));
        }
      }
    }
    return hits;
  }

  private static boolean matches(String query, String name, String label) {
    return name.toLowerCase(Locale.ROOT).contains(query)
        || label.toLowerCase(Locale.ROOT).contains(query);
  }

  private void show(String object, String field) {
    context.go(PlaceIds.SCHEMAS);
    model.wantObject(object);
    model.wantField(field);
  }
}
