package dev.crosswalk.app.studio.activity;

import dev.crosswalk.app.studio.shell.Command;
import dev.crosswalk.app.studio.shell.Once;
import dev.crosswalk.app.studio.shell.Place;
import dev.crosswalk.app.studio.shell.PlaceIds;
import dev.crosswalk.app.studio.shell.StudioContext;
import java.time.ZoneId;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.Node;

/** Every request that went out. */
public final class ActivityPlace implements Place {
  private final StudioContext context;
  private final Once<ActivityModel> model;
  private final Once<ActivityView> view;

  public ActivityPlace(StudioContext context) {
    this.context = context;
    this.model =
        new Once<>(
            () -> new ActivityModel(context, context.services().requests(), Platform::runLater));
    this.view =
        new Once<>(() ->
            new ActivityView(
                model.get(),
                context.texts(),
                ZoneId.systemDefault(),
                () -> context.notifications().info(context.texts().of("activity.copied"))));
  }

  @Override
  public String id() {
    return PlaceIds.ACTIVITY;
  }

  @Override
  public String title() {
    return context.texts().of("activity.title");
  }

  @Override
  public String icon() {
    return "mdi2p-pulse";
  }

  @Override
  public boolean focusWork() {
    view.get().focusRequests();
    return true;
  }

  @Override
  public Node view() {
    return view.get();
  }

  @Override
  public List<Command> commands() {
    return List.of(
        new Command(
            context.texts().of("activity.exportHar"),
            title(),
            "mdi2e-export-variant",
            null,
            this::export));
  }

  /** What the place shows; where that is nothing, the place says so. */
  private void export() {
    context.go(id());
    if (!model.get().shown().isEmpty()) {
      model.get().exportHar();
    }
  }
}
