package dev.crosswalk.app.studio.activity;

import dev.crosswalk.app.studio.shell.Command;
import dev.crosswalk.app.studio.shell.Place;
import dev.crosswalk.app.studio.shell.PlaceIds;
import dev.crosswalk.app.studio.shell.StudioContext;
import java.time.ZoneId;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/** Every request that went out. */
public final class ActivityPlace implements Place {
  private final StudioContext context;
  private @Nullable ActivityModel model;
  private @Nullable ActivityView view;

  public ActivityPlace(StudioContext context) {
    this.context = context;
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
    ((ActivityView) view()).focusRequests();
    return true;
  }

  @Override
  public Node view() {
    ActivityView made = view;
    if (made == null) {
      made =
          new ActivityView(
              model(),
              context.texts(),
              ZoneId.systemDefault(),
              () -> context.notifications().info(context.texts().of("activity.copied")));
      view = made;
    }
    return made;
  }

  private ActivityModel model() {
    ActivityModel made = model;
    if (made == null) {
      made = new ActivityModel(context, context.services().requests(), Platform::runLater);
      model = made;
    }
    return made;
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
    if (!model().shown().isEmpty()) {
      model().exportHar();
    }
  }
}
