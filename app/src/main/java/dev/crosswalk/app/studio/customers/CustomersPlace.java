package dev.crosswalk.app.studio.customers;

import dev.crosswalk.app.studio.shell.Command;
import dev.crosswalk.app.studio.shell.Once;
import dev.crosswalk.app.studio.shell.Place;
import dev.crosswalk.app.studio.shell.PlaceIds;
import dev.crosswalk.app.studio.shell.StudioContext;
import java.util.List;
import javafx.scene.Node;

/** One target object over all customers. */
public final class CustomersPlace implements Place {
  private final StudioContext context;
  private final MatrixModel model;
  private final CustomerActs acts;
  private final Once<MatrixView> view;

  public CustomersPlace(StudioContext context) {
    this.context = context;
    this.model = new MatrixModel(context);
    this.acts = new CustomerActs(context, model::refresh);
    this.view = new Once<>(() -> new MatrixView(model, acts, context));
  }

  @Override
  public String id() {
    return PlaceIds.CUSTOMERS;
  }

  @Override
  public String title() {
    return context.texts().of("customers.title");
  }

  @Override
  public String icon() {
    return "mdi2a-account-group-outline";
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
    return view.get().focusCells();
  }

  @Override
  public List<Command> commands() {
    return List.of(
        new Command(
            context.texts().of("customers.new"),
            title(),
            "mdi2a-account-plus-outline",
            null,
            acts::startNew));
  }

  @Override
  public String memory() {
    return model.object().get();
  }

  @Override
  public void recall(String memory) {
    model.object().set(memory);
  }
}
