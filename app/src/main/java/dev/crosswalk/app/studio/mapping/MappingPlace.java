package dev.crosswalk.app.studio.mapping;

import dev.crosswalk.app.studio.mapping.MappingDesk.Item;
import dev.crosswalk.app.studio.mapping.MappingPlaceModel.Showing;
import dev.crosswalk.app.studio.shell.Command;
import dev.crosswalk.app.studio.shell.Keys;
import dev.crosswalk.app.studio.shell.MappingRef;
import dev.crosswalk.app.studio.shell.Nodes;
import dev.crosswalk.app.studio.shell.Place;
import dev.crosswalk.app.studio.shell.PlaceIds;
import dev.crosswalk.app.studio.shell.StudioContext;
import dev.crosswalk.app.studio.shell.Texts;
import dev.crosswalk.app.workspace.Workspace;
import dev.crosswalk.engine.export.Exporter;
import dev.crosswalk.engine.export.Exporters;
import dev.crosswalk.engine.match.Matcher;
import dev.crosswalk.engine.problem.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/**
 * Making and editing mappings. Understands the path of a mapping file in the workspace as an
 * argument, and the word {@code new}.
 */
public final class MappingPlace implements Place {
  /** The argument that starts a new mapping. */
  public static final String NEW = "new";

  private final StudioContext context;
  private final Texts texts;
  private final MappingPlaceModel model;
  private final StackPane view = new StackPane();
  private final MappingListView list;
  private @Nullable MappingEditorView editorView;
  private @Nullable NewMappingView wizard;

  /** How the editor's panes were last time. */
  private String panes = "";

  /** The connection that was used last, also in an earlier session; empty for none. */
  private String used = "";

  /**
   * @param matcher looks for suggestions
   */
  public MappingPlace(StudioContext context, Matcher matcher) {
    this.context = context;
    this.texts = context.texts();
    MappingViewModel.Voice voice =
        new MappingViewModel.Voice() {
          @Override
          public void say(String text) {
            context.notifications().info(text);
          }

          @Override
          public void problem(Problem problem) {
            context.notifications().problem(problem);
          }
        };
    MappingViewModel[] self = new MappingViewModel[1];
    MappingViewModel editor =
        new MappingViewModel(
            context.tasks(),
            texts,
            context.services().clock(),
            matcher,
            new MappingRunner(() -> self[0].context()),
            voice);
    self[0] = editor;
    this.model = new MappingPlaceModel(context.tasks(), context.dialogs(), texts, editor, voice);
    this.list = new MappingListView(texts, model.listed(), this::open, model::startNew);
    model.showing().subscribe(this::show);
    context.customer().subscribe(model::useCustomer);
    context
        .health()
        .subscribe(h -> {
          if (!h.connection().isEmpty()) {
            used = h.connection();
          }
        });
    context.discoveries().addListener(o -> model.discovered());
    context
        .workspace()
        .subscribe(w -> use(w == null ? null : new WorkspaceDesk(context.services(), w, texts)));
  }

  /** Another workspace was opened, or none. */
  public void use(@Nullable MappingDesk desk) {
    model.use(desk);
  }

  private void show(Showing what) {
    view.getChildren().setAll(content(what));
    if (context.route().get().place().equals(PlaceIds.MAPPING)) {
      context.tasks().later(this::focusWork);
    }
  }

  private Node content(Showing what) {
    return switch (what) {
      case NO_WORKSPACE ->
          Nodes.empty(
              "mdi2f-folder-open-outline",
              texts.of("mapping.noWorkspaceTitle"),
              texts.of("mapping.noWorkspaceText"),
              Nodes.mainButton(
                  texts.of("mapping.goHome"),
                  "mdi2h-home-outline",
                  () -> context.go(PlaceIds.HOME)));
      case LIST -> list;
      case OPENING ->
          Nodes.empty(
              "mdi2v-vector-link",
              texts.of("mapping.opening.title"),
              texts.of("mapping.opening.text", model.wanted()),
              Nodes.button(texts.of("mapping.list.title"), null, model::toList));
      case NEW -> newMapping();
      case EDITOR -> editor();
    };
  }

  /** As whoever has it: to open another customer's mapping is to work for that customer. */
  private void open(Item item) {
    context.customer().set(isBaseBroken(item) ? "" : item.whose().customer());
    model.open(item.file());
  }

  /** What holds for a customer is mended in the base where that is what cannot be read. */
  private static boolean isBaseBroken(Item item) {
    return item.problem() != null
        && item.problem().place() != null
        && item.problem().place().file().equals(item.file());
  }

  private Node newMapping() {
    MappingDesk desk = model.desk().orElse(null);
    if (desk == null) {
      return content(Showing.NO_WORKSPACE);
    }
    NewMappingModel start =
        new NewMappingModel(
            desk,
            model.customer(),
            used,
            context.tasks(),
            texts,
            context.dialogs()::error,
            this::created);
    NewMappingView made =
        new NewMappingView(
            start, context.dialogs(), texts, () -> context.go(PlaceIds.CONNECTIONS), model::toList);
    wizard = made;
    start
        .revision()
        .subscribe(() -> {
          String chosen = start.connection();
          if (chosen != null && model.customer().isEmpty()) {
            used = chosen;
          }
        });
    start.load();
    return made;
  }

  private void created(MappingDesk.Made made) {
    if (!made.customers().isEmpty()) {
      context
          .notifications()
          .info(texts.of("mapping.new.customers", String.join(", ", made.customers())));
    }
    model.open(made.file());
  }

  private Node editor() {
    MappingEditorView made = editorView;
    if (made == null) {
      made =
          new MappingEditorView(
              model.editor(),
              new MappingEditorView.Actions() {
                @Override
                public void save() {
                  model.save();
                }

                @Override
                public void preview() {
                  context.go(PlaceIds.PREVIEW);
                }

                @Override
                public void close() {
                  model.toList();
                }

                @Override
                public String nameOf(String customer) {
                  return context.customerName(customer);
                }
              });
      editorView = made;
      made.recallPanes(panes);
    }
    return made;
  }

  /** The open mapping, for the preview. */
  public MappingPlaceModel model() {
    return model;
  }

  @Override
  public String id() {
    return PlaceIds.MAPPING;
  }

  @Override
  public String title() {
    return texts.of("mapping.title");
  }

  @Override
  public String icon() {
    return "mdi2v-vector-link";
  }

  @Override
  public Node view() {
    return view;
  }

  @Override
  public void shown() {
    if (model.showing().get() == Showing.LIST) {
      model.list();
    }
  }

  @Override
  public boolean focusWork() {
    if (model.showing().get() == Showing.LIST) {
      return list.focusList();
    }
    if (model.showing().get() == Showing.EDITOR && editorView != null) {
      editorView.arrive();
    }
    if (model.showing().get() == Showing.NEW && wizard != null) {
      wizard.focusWork();
    }
    return model.showing().get() != Showing.NO_WORKSPACE
        && model.showing().get() != Showing.OPENING;
  }

  @Override
  public void open(Object argument) {
    if (NEW.equals(argument)) {
      model.startNew();
    } else if (argument instanceof MappingRef ref) {
      if (ref.file().isEmpty()) {
        model.startNew();
      } else {
        recall(ref.file() + "\t" + ref.target());
      }
    } else if (argument instanceof Path file) {
      model.arriveAt(file.toString().replace('\\', '/'));
    } else if (argument instanceof String file) {
      model.arriveAt(file);
    }
  }

  @Override
  public String memory() {
    MappingContext now = model.editor().context().orElse(null);
    String target = model.editor().board().selectedTarget();
    if (editorView != null) {
      panes = editorView.panesMemory();
    }
    MappingContext open = model.showing().get() == Showing.EDITOR ? now : null;
    return String.join(
        "\t",
        open == null ? "" : open.mapping(),
        open == null || target == null ? "" : target,
        panes,
        used);
  }

  @Override
  public void recall(String memory) {
    String[] parts = memory.split("\t", -1);
    Workspace workspace = context.workspace().get();
    if (parts.length > 2) {
      panes = parts[2];
    }
    if (parts.length > 3 && used.isEmpty()) {
      used = parts[3];
    }
    if (parts.length < 2
        || parts[0].isEmpty()
        || workspace == null
        || !workspace.files().exists(Path.of(parts[0]))) {
      return;
    }
    model.arriveAt(parts[0]);
    InvalidationListener[] once = new InvalidationListener[1];
    once[0] =
        o -> {
          if (model.editor().context().filter(c -> c.mapping().equals(parts[0])).isPresent()) {
            model.editor().revision().removeListener(once[0]);
            if (!parts[1].isEmpty()) {
              context
                  .tasks()
                  .later(() -> {
                    model.editor().select(parts[1]);
                    if (editorView != null) {
                      editorView.showSelection();
                    }
                  });
            }
          }
        };
    model.editor().revision().addListener(once[0]);
  }

  @Override
  public List<Command> commands() {
    List<Command> commands = new ArrayList<>();
    commands.add(
        new Command(
            texts.of("mapping.new.title"),
            title(),
            "mdi2p-plus",
            null,
            () -> context.go(PlaceIds.MAPPING, NEW)));
    commands.add(
        command(
            texts.of("mapping.command.save"),
            "mdi2c-content-save-outline",
            Keys.shown(Keys.SAVE, texts),
            model::save));
    commands.add(
        command(
            texts.of("mapping.undo"),
            "mdi2u-undo",
            Keys.shown(Keys.UNDO, texts),
            () -> model.editor().undo()));
    commands.add(
        command(
            texts.of("mapping.redo"),
            "mdi2r-redo",
            Keys.shown(Keys.REDO, texts),
            () -> model.editor().redo()));
    commands.add(
        command(
            texts.of("mapping.command.suggest"),
            "mdi2a-auto-fix",
            null,
            () -> model.editor().suggest()));
    commands.add(
        command(
            texts.of("mapping.command.model"),
            "mdi2c-comment-question-outline",
            null,
            () -> new ModelQuestion(context, model.editor()).start()));
    commands.add(
        command(
            texts.of("mapping.command.acceptAll"),
            "mdi2c-check-all",
            texts.keys("Shift+A"),
            () -> model.editor().review().acceptAll()));
    for (Exporter exporter : Exporters.all()) {
      commands.add(
          command(
              texts.of("mapping.command.export", exporter.title()),
              "mdi2e-export-variant",
              null,
              () -> new MappingExport(context, model.editor()).to(exporter)));
    }
    return commands;
  }

  private Command command(String title, String icon, @Nullable String shortcut, Runnable run) {
    return new Command(title, title(), icon, shortcut, run);
  }
}
