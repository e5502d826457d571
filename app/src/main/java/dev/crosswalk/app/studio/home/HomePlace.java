package dev.crosswalk.app.studio.home;

import dev.crosswalk.app.studio.shell.Command;
import dev.crosswalk.app.studio.shell.GitSignIn;
import dev.crosswalk.app.studio.shell.Once;
import dev.crosswalk.app.studio.shell.Place;
import dev.crosswalk.app.studio.shell.PlaceIds;
import dev.crosswalk.app.studio.shell.StudioContext;
import java.util.List;
import javafx.scene.Node;

/** Where one starts. */
public final class HomePlace implements Place {
  private final StudioContext context;
  private final HomeModel model;
  private final Once<HomeView> view;

  public HomePlace(StudioContext context) {
    this.context = context;
    this.model =
        new HomeModel(
            context, new RecentWorkspaces(context.services().state()), new GitSignIn(context));
    this.view = new Once<>(() -> new HomeView(model, context));
    WorkspaceThings.offerTo(context);
  }

  @Override
  public String id() {
    return PlaceIds.HOME;
  }

  @Override
  public String title() {
    return context.texts().of("home.title");
  }

  @Override
  public String icon() {
    return "mdi2h-home-outline";
  }

  @Override
  public Node view() {
    return view.get();
  }

  @Override
  public void shown() {
    model.refresh();
  }

  @Override
  public boolean focusWork() {
    return view.get().focusWork();
  }

  @Override
  public List<Command> commands() {
    return model.commands();
  }
}
