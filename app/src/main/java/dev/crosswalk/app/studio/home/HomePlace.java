package dev.crosswalk.app.studio.home;

import dev.crosswalk.app.studio.shell.Command;
import dev.crosswalk.app.studio.shell.GitSignIn;
import dev.crosswalk.app.studio.shell.Place;
import dev.crosswalk.app.studio.shell.PlaceIds;
import dev.crosswalk.app.studio.shell.StudioContext;
import java.util.List;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/** Where one starts. */
public final class HomePlace implements Place {
  private final StudioContext context;
  private final HomeModel model;
  private @Nullable HomeView view;

  public HomePlace(StudioContext context) {
    this.context = context;
    this.model =
        new HomeModel(
            context, new RecentWorkspaces(context.services().state()), new GitSignIn(context));
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
    HomeView made = view;
    if (made == null) {
      made = new HomeView(model, context);
      view = made;
    }
    return made;
  }

  @Override
  public void shown() {
    model.refresh();
  }

  @Override
  public boolean focusWork() {
    return ((HomeView) view()).focusWork();
  }

  @Override
  public List<Command> commands() {
    return model.commands();
  }
}
