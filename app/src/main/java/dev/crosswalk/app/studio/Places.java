package dev.crosswalk.app.studio;

import dev.crosswalk.app.studio.activity.ActivityPlace;
import dev.crosswalk.app.studio.connections.ConnectionsPlace;
import dev.crosswalk.app.studio.schemas.SchemasPlace;
import dev.crosswalk.app.studio.shell.Place;
import dev.crosswalk.app.studio.shell.StudioContext;
import java.util.List;
import java.util.function.Function;

/** The places of the window, in the rail's order: a new place is one line here. */
public final class Places {
  private static final List<Function<StudioContext, Place>> ALL =
      List.of(ConnectionsPlace::new, SchemasPlace::new, ActivityPlace::new);

  private Places() {}

  public static List<Place> all(StudioContext context) {
    return ALL.stream().map(make -> make.apply(context)).toList();
  }
}
