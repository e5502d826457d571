package dev.crosswalk.app.studio.customers;

import dev.crosswalk.app.studio.customers.CustomerDraft.Usable;
import dev.crosswalk.app.studio.shell.Dialogs;
import dev.crosswalk.app.studio.shell.Nodes;
import dev.crosswalk.app.studio.shell.Texts;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Asks for a customer's name, id, connections and mappings. */
final class CustomerForm {
  private static final double MOST_HEIGHT = 320;

  private CustomerForm() {}

  static void ask(Dialogs dialogs, Texts texts, CustomerDraft draft, Consumer<CustomerDraft> onOk) {
    TextField name = new TextField();
    name.setId("customer-name");
    name.textProperty().bindBidirectional(draft.name());
    TextField id = new TextField();
    id.setId("customer-id");
    id.textProperty().bindBidirectional(draft.id());
    id.setDisable(!draft.isNew());
    VBox box =
        new VBox(
            16,
            field(texts.of("customers.name"), name, "", draft::nameProblem),
            field(
                texts.of("customers.id"),
                id,
                texts.of(draft.isNew() ? "customers.idHelp" : "customers.idStays"),
                draft::idProblem));
    if (draft.systems().isEmpty()) {
      box.getChildren().add(Nodes.paragraph(texts.of("customers.noSystem"), "text-muted"));
    }
    VBox systems = new VBox(16);
    draft.systems().forEach(system -> systems.getChildren().add(system(texts, draft, system)));
    ScrollPane scroll = new ScrollPane(systems);
    scroll.setFitToWidth(true);
    scroll.prefViewportHeightProperty().bind(Bindings.min(systems.heightProperty(), MOST_HEIGHT));
    scroll.getStyleClass().add("edge-to-edge");
    Nodes.setShown(scroll, !draft.systems().isEmpty());
    box.getChildren().add(scroll);
    dialogs.form(
        new Dialogs.Form(
            draft.isNew()
                ? texts.of("customers.newTitle")
                : texts.of("customers.editTitle", draft.name().get()),
            box,
            texts.of(draft.isNew() ? "customers.newOk" : "customers.editOk"),
            draft.valid()),
        () -> onOk.accept(draft));
  }

  private static VBox field(String label, TextField input, String help, Supplier<String> problem) {
    Label below = Nodes.paragraph(help, "text-muted", "text-small");
    Label wrong = Nodes.paragraph("", "field-problem", "text-small");
    Nodes.setShown(wrong, false);
    Nodes.setShown(below, !help.isEmpty());
    Runnable check =
        () -> {
          String text = problem.get();
          wrong.setText(text);
          Nodes.setShown(wrong, !text.isEmpty());
          input.setAccessibleHelp(text.isEmpty() ? help : text);
        };
    boolean[] touched = new boolean[1];
    input
        .focusedProperty()
        .addListener((o, was, is) -> {
          if (!is && touched[0]) {
            check.run();
          }
        });
    input
        .textProperty()
        .addListener((o, was, is) -> {
          touched[0] = true;
          check.run();
        });
    return new VBox(4, Nodes.fieldLabel(label, input), input, below, wrong);
  }

  private static VBox system(Texts texts, CustomerDraft draft, String system) {
    ComboBox<String> connection = new ComboBox<>();
    connection.setId("customer-connection-" + system);
    connection.setMaxWidth(Double.MAX_VALUE);
    connection.getItems().add("");
    connection.getItems().addAll(draft.connectionsOf(system));
    connection.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable String name) {
            return name == null || name.isEmpty() ? texts.of("customers.noConnection") : name;
          }

          @Override
          public String fromString(String text) {
            throw new UnsupportedOperationException("The box is not editable.");
          }
        });
    connection.valueProperty().bindBidirectional(draft.connection(system));
    VBox mappings = new VBox(4);
    List<Usable> usable = draft.mappingsOf(system);
    if (!usable.isEmpty()) {
      mappings.getChildren().add(Nodes.label(texts.of("customers.uses"), "text-muted"));
    }
    boolean some = false;
    for (Usable mapping : usable) {
      CheckBox tick = new CheckBox(mapping.title());
      tick.setId("customer-uses-" + mapping.id());
      tick.setMnemonicParsing(false);
      tick.selectedProperty().bindBidirectional(draft.uses(mapping.id()));
      mappings.getChildren().add(tick);
      some |= tick.isSelected();
    }
    boolean used = some;
    draft
        .connection(system)
        .subscribe(chosen -> Nodes.setShown(mappings, used || !chosen.isEmpty()));
    return new VBox(
        8,
        new VBox(
            4,
            Nodes.fieldLabel(texts.of("customers.connection", draft.title(system)), connection),
            connection),
        mappings);
  }
}
