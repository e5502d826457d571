package dev.crosswalk.app.studio.changes;

import dev.crosswalk.app.studio.shell.Command;
import dev.crosswalk.app.studio.shell.GitSignIn;
import dev.crosswalk.app.studio.shell.Once;
import dev.crosswalk.app.studio.shell.Place;
import dev.crosswalk.app.studio.shell.PlaceIds;
import dev.crosswalk.app.studio.shell.StudioContext;
import dev.crosswalk.app.workspace.ChangeWords;
import dev.crosswalk.app.workspace.Workspace;
import java.util.List;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/** What differs from the last commit, and the ways to keep it. */
public final class ChangesPlace implements Place {
  private final StudioContext context;
  private final ChangesModel model;
  private final DriftModel drift;
  private final UnsavedEdits unsaved;
  private final Once<ChangesView> view;

  public ChangesPlace(StudioContext context) {
    this.context = context;
    this.model =
        new ChangesModel(
            context,
            onAnswer -> IdentityQuestion.ask(context.dialogs(), context.texts(), onAnswer),
            new GitSignIn(context));
    this.drift = new DriftModel(context);
    this.unsaved = new UnsavedEdits(context);
    this.view = new Once<>(() -> new ChangesView(model, drift, unsaved, this::shown, context));
    context.workspace().addListener((o, was, is) -> use(is));
    use(context.workspace().get());
  }

  private void use(@Nullable Workspace workspace) {
    if (workspace == null) {
      model.use(null, file -> List.of());
    } else {
      model.use(workspace.git(context.services().clock()), ChangeWords.in(workspace)::of);
    }
  }

  @Override
  public String id() {
    return PlaceIds.CHANGES;
  }

  @Override
  public String title() {
    return context.texts().of("changes.title");
  }

  @Override
  public String icon() {
    return "mdi2s-source-branch";
  }

  @Override
  public Node view() {
    return view.get();
  }

  /** Understands {@link PlaceIds#DRIFT}. */
  @Override
  public void open(Object argument) {
    if (PlaceIds.DRIFT.equals(argument)) {
      view.get().showDrift();
    }
  }

  @Override
  public List<Command> commands() {
    return List.of(
        new Command(
            context.texts().of("drift.show"),
            title(),
            "mdi2a-alert-outline",
            null,
            () -> context.go(PlaceIds.CHANGES, PlaceIds.DRIFT)));
  }

  @Override
  public boolean focusWork() {
    return view.get().focusWork();
  }

  @Override
  public void shown() {
    model.refresh();
    drift.refresh();
    unsaved.refresh();
  }
}
