package dev.crosswalk.app.studio.connections;

import dev.crosswalk.app.studio.shell.Once;
import dev.crosswalk.app.studio.shell.Place;
import dev.crosswalk.app.studio.shell.PlaceIds;
import dev.crosswalk.app.studio.shell.StudioContext;
import dev.crosswalk.app.studio.shell.StudioServices;
import javafx.scene.Node;

/** Accounts of CRMs. Understands the name of a connection as an argument. */
public final class ConnectionsPlace implements Place {
  private final StudioContext context;
  private final ConnectionsModel model;
  private final Once<ConnectionsView> view;

  public ConnectionsPlace(StudioContext context) {
    this.context = context;
    this.model = new ConnectionsModel(context, backstage(context.services()));
    this.view = new Once<>(() -> new ConnectionsView(model, context.texts()));
    context
        .filesChanged()
        .addListener(o -> {
          if (context.route().get().place().equals(id())) {
            model.refresh();
          }
        });
  }

  static ConnectionsModel.Backstage backstage(StudioServices services) {
    return new ConnectionsModel.Backstage(
        services.connectors(),
        services.connections(),
        services.secrets(),
        services::cache,
        services.requests(),
        services.clock(),
        services.approvals(),
        services.companies());
  }

  @Override
  public String id() {
    return PlaceIds.CONNECTIONS;
  }

  @Override
  public String title() {
    return context.texts().of("connections.title");
  }

  @Override
  public String icon() {
    return "mdi2p-power-plug-outline";
  }

  @Override
  public Node view() {
    return view.get();
  }

  @Override
  public void open(Object argument) {
    if (argument instanceof String connection) {
      model.want(connection);
    }
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
  public String memory() {
    ConnectionForm form = model.form().get();
    return form == null || form.isNew() ? "" : form.name().get();
  }

  @Override
  public void recall(String memory) {
    model.want(memory);
    if (context.route().get().place().equals(id())) {
      model.refresh();
    }
  }
}
