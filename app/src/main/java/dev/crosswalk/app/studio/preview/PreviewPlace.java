package dev.crosswalk.app.studio.preview;

import dev.crosswalk.app.studio.mapping.MappingPlaceModel;
import dev.crosswalk.app.studio.shell.Dialogs;
import dev.crosswalk.app.studio.shell.Place;
import dev.crosswalk.app.studio.shell.PlaceIds;
import dev.crosswalk.app.studio.shell.StudioContext;
import java.util.List;
import javafx.scene.Node;

/** The open mapping on sample records. */
public final class PreviewPlace implements Place {
  private static final List<Dialogs.FileKind> KINDS =
      List.of(new Dialogs.FileKind("NDJSON, JSON, CSV", List.of("ndjson", "jsonl", "json", "csv")));

  private final StudioContext context;
  private final MappingPlaceModel mappings;
  private final PreviewModel model;
  private final PreviewView view;
  private boolean front;

  /**
   * @param mappings has the open mapping and reads records
   */
  public PreviewPlace(StudioContext context, MappingPlaceModel mappings) {
    this.context = context;
    this.mappings = mappings;
    this.model =
        new PreviewModel(
            context.tasks(),
            context.dialogs()::error,
            (of, records) ->
                mappings
                    .editor()
                    .context()
                    .filter(c -> c.file().equals(of.file()))
                    .ifPresent(c -> mappings.editor().setRecords(records)));
    this.view =
        new PreviewView(
            model,
            new PreviewView.Actions() {
              @Override
              public void fetch() {
                mappings.desk().ifPresent(model::fetch);
              }

              @Override
              public void openFile() {
                mappings
                    .desk()
                    .ifPresent(desk ->
                        context
                            .dialogs()
                            .openFile(
                                "Open sample records", KINDS, file -> model.read(desk, file)));
              }

              @Override
              public void toMapping() {
                context.go(PlaceIds.MAPPING);
              }
            });
    mappings.editor().revision().subscribe(r -> follow());
    context.route().subscribe(r -> front = r.place().equals(PlaceIds.PREVIEW));
  }

  /** Only while it is looked at, so that editing stays light. */
  private void follow() {
    if (front) {
      update();
    } else if (mappings.editor().mapping().isEmpty() && model.context().isPresent()) {
      model.clear();
    }
  }

  private void update() {
    mappings
        .editor()
        .context()
        .ifPresentOrElse(
            c -> mappings.editor().mapping().ifPresent(m -> model.show(c, m)), model::clear);
  }

  @Override
  public String id() {
    return PlaceIds.PREVIEW;
  }

  @Override
  public String title() {
    return "Preview";
  }

  @Override
  public String icon() {
    return "mdi2p-play-outline";
  }

  @Override
  public Node view() {
    return view;
  }

  @Override
  public void shown() {
    update();
  }
}
