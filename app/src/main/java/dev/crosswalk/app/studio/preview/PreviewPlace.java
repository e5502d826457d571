package dev.crosswalk.app.studio.preview;

import dev.crosswalk.app.studio.mapping.MappingDesk;
import dev.crosswalk.app.studio.mapping.MappingPlaceModel;
import dev.crosswalk.app.studio.shell.Command;
import dev.crosswalk.app.studio.shell.Dialogs;
import dev.crosswalk.app.studio.shell.Notifications;
import dev.crosswalk.app.studio.shell.Place;
import dev.crosswalk.app.studio.shell.PlaceIds;
import dev.crosswalk.app.studio.shell.StudioContext;
import dev.crosswalk.app.studio.shell.UndoableEdits;
import dev.crosswalk.app.workspace.GoldenFiles;
import dev.crosswalk.app.workspace.Workspace;
import dev.crosswalk.app.workspace.WorkspaceFiles;
import dev.crosswalk.engine.problem.Severity;
import java.util.List;
import java.util.function.Function;
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
   * @param golden keeps golden records in a workspace
   */
  public PreviewPlace(
      StudioContext context,
      MappingPlaceModel mappings,
      Function<Workspace, GoldenRecords> golden) {
    this.context = context;
    this.mappings = mappings;
    this.model =
        new PreviewModel(
            context.tasks(),
            context.texts(),
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
            context.texts(),
            new PreviewView.Actions() {
              @Override
              public void fetch(int count) {
                mappings.desk().ifPresent(desk -> model.fetch(desk, count));
              }

              @Override
              public void find(String id) {
                model.find(mappings.desk().orElse(null), id);
              }

              @Override
              public List<Command> mappings() {
                return mappingCommands();
              }

              @Override
              public boolean keepsGolden() {
                return context.workspace().get() != null;
              }

              @Override
              public void keepGolden(boolean all, boolean replace) {
                Workspace workspace = context.workspace().get();
                if (workspace != null) {
                  model.keepGolden(
                      golden.apply(workspace), all, replace, kept -> kept(workspace, kept));
                }
              }

              @Override
              public void openFile() {
                mappings
                    .desk()
                    .ifPresent(desk ->
                        context
                            .dialogs()
                            .openFile(
                                context.texts().of("preview.openTitle"),
                                KINDS,
                                file -> model.read(desk, file)));
              }

              @Override
              public void toMapping() {
                context.go(PlaceIds.MAPPING);
              }
            });
    mappings.editor().revision().subscribe(r -> follow());
    mappings.listed().items().subscribe(items -> follow());
    context.route().subscribe(r -> front = r.place().equals(PlaceIds.PREVIEW));
  }

  private void kept(Workspace workspace, GoldenFiles.Kept kept) {
    String file = WorkspaceFiles.shown(kept.file());
    String name = context.texts().of("preview.act.golden", kept.records(), file);
    GoldenFiles files = new GoldenFiles(workspace);
    new UndoableEdits(context, () -> {})
        .did(name, () -> files.takeBack(kept), () -> files.again(kept));
    context
        .notifications()
        .add(
            new Notifications.Notice(
                Severity.INFO,
                context.texts().of("preview.goldenKept", file),
                context.texts().of("changes.title"),
                () -> context.go(PlaceIds.CHANGES)));
  }

  private List<Command> mappingCommands() {
    return mappings.listed().items().get().stream()
        .filter(item -> item.problem() == null)
        .filter(item -> item.whose().group() != MappingDesk.Group.OTHER_CUSTOMER)
        .map(item ->
            new Command(item.title(), item.file(), icon(), null, () -> mappings.open(item.file())))
        .toList();
  }

  /** Only while it is looked at, so that editing stays light. */
  private void follow() {
    if (front) {
      update();
    } else if (mappings.editor().mapping().isEmpty() && model.context().isPresent()) {
      model.clear();
    }
  }

  private void list() {
    if (mappings.editor().context().isEmpty() && mappings.listed().items().get().isEmpty()) {
      mappings.list();
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
    return context.texts().of("preview.title");
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
  public boolean focusWork() {
    return view.focusRows();
  }

  @Override
  public void shown() {
    list();
    update();
  }
}
