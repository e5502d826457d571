package dev.crosswalk.app.studio;

import dev.crosswalk.app.studio.activity.ActivityPlace;
import dev.crosswalk.app.studio.changes.ChangesPlace;
import dev.crosswalk.app.studio.connections.ConnectionsPlace;
import dev.crosswalk.app.studio.customers.CustomersPlace;
import dev.crosswalk.app.studio.home.HomePlace;
import dev.crosswalk.app.studio.mapping.MappingPlace;
import dev.crosswalk.app.studio.preview.PreviewPlace;
import dev.crosswalk.app.studio.preview.WorkspaceGolden;
import dev.crosswalk.app.studio.schemas.SchemasPlace;
import dev.crosswalk.app.studio.shell.Place;
import dev.crosswalk.app.studio.shell.StudioContext;
import java.util.List;
import java.util.function.Function;

/** The places of the window, in the rail's order: a new place is one line here. */
public final class Places {
  private static final List<Function<StudioContext, List<Place>>> ALL =
      List.of(
          c -> List.of(new HomePlace(c)),
          c -> List.of(new ConnectionsPlace(c)),
          c -> List.of(new SchemasPlace(c)),
          Places::mapping,
          c -> List.of(new CustomersPlace(c)),
          c -> List.of(new ChangesPlace(c)),
          c -> List.of(new ActivityPlace(c)));

  private Places() {}

  public static List<Place> all(StudioContext context) {
    return ALL.stream().flatMap(make -> make.apply(context).stream()).toList();
  }

  /** The preview shows the mapping that is open in the editor. */
  private static List<Place> mapping(StudioContext context) {
    MappingPlace mapping = new MappingPlace(context, context.services().matcher());
    return List.of(
        mapping,
        new PreviewPlace(
            context,
            mapping.model(),
            workspace ->
                new WorkspaceGolden(workspace, context.services().secrets(), System.getenv())));
  }
}
