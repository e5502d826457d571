package dev.crosswalk.app.studio.connections;

import dev.crosswalk.app.studio.connections.ConnectionsModel.Failed;
import dev.crosswalk.app.studio.connections.ConnectionsModel.Passed;
import dev.crosswalk.app.studio.connections.ConnectionsModel.TestResult;
import dev.crosswalk.app.studio.connections.ConnectionsModel.Untested;
import dev.crosswalk.app.studio.shell.Nodes;
import dev.crosswalk.app.studio.shell.ProblemBox;
import dev.crosswalk.app.studio.shell.Texts;
import dev.crosswalk.connectors.definition.ConnectorInfo.Auth;
import dev.crosswalk.connectors.definition.ConnectorInfo.Input;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/**
 * One connection's form, drawn from what its connector asks for. What ends it and what came of it
 * stay in sight below, however many inputs there are.
 */
final class FormView extends BorderPane {
  private static final double FIELD_WIDTH = 480;
  private static final double BUDGET_WIDTH = 120;
  private static final double WIDTH = 720;
  private static final double RESULT_HEIGHT = 260;

  private final ConnectionsModel model;
  private final ConnectionForm form;
  private final Texts texts;
  private final VBox inputs = new VBox(16);
  private final StackPane banner = new StackPane();
  private final StackPane result = new StackPane();

  /** What is wrong with a number as short as this is said while it is typed. */
  private @Nullable TextField budgetField;

  private final ScrollPane resultScroll = ConnectionsView.scroll(result);
  private final ChangeListener<TestResult> onResult = (o, was, is) -> show(is);

  FormView(ConnectionsModel model, ConnectionForm form, Texts texts) {
    this.model = model;
    this.form = form;
    this.texts = texts;
    VBox content = new VBox(16);
    content.getStyleClass().add("place-content");
    content.setMaxWidth(WIDTH);

    Label title =
        Nodes.label(
            form.isNew()
                ? texts.of("connections.newTitle", texts.form(form.connector().name()))
                : form.name().get(),
            "title-4");
    Label kind = Nodes.label(form.isNew() ? "" : texts.form(form.connector().name()), "text-muted");
    HBox head = new HBox(8, title, kind);
    head.setAlignment(Pos.BASELINE_LEFT);

    TextField name = new TextField();
    name.setId("connection-name");
    name.textProperty().bindBidirectional(form.name());
    name.setEditable(form.isNew());
    name.setDisable(!form.isNew());

    VBox ways = new VBox();
    if (form.connector().auths().size() > 1 && !form.isSandbox()) {
      ways.getChildren()
          .add(
              field(texts.of("connections.way"), authBox(), texts.of("connections.wayHelp"), null));
    }
    fillInputs();
    form.auth().addListener((o, was, is) -> fillInputs());

    content
        .getChildren()
        .addAll(
            head,
            banner,
            field(
                texts.of("connections.name"),
                name,
                form.isNew() ? texts.of("connections.nameHelp") : "",
                () -> form.nameProblem()));
    if (!ways.getChildren().isEmpty()) {
      content.getChildren().add(ways);
    }
    content.getChildren().add(inputs);
    resultScroll.setMaxHeight(RESULT_HEIGHT);
    VBox end = new VBox(12, resultScroll, buttons());
    end.getStyleClass().add("form-end");
    end.setMaxWidth(WIDTH);
    BorderPane.setAlignment(end, Pos.TOP_LEFT);
    ScrollPane scroll = ConnectionsView.scroll(content);
    scroll.viewportBoundsProperty().addListener((o, was, is) -> showWhatFailed(scroll));
    setCenter(scroll);
    setBottom(end);
    model.result().addListener(new javafx.beans.value.WeakChangeListener<>(onResult));
    show(model.result().get());
  }

  /** What came of it takes room from the inputs; the one that is to be mended stays in sight. */
  private void showWhatFailed(ScrollPane scroll) {
    Node focus = getScene() == null ? null : getScene().getFocusOwner();
    if (!(model.result().get() instanceof Failed)) {
      return;
    }
    if (focus != null && Nodes.isWithin(focus, inputs)) {
      Nodes.reveal(scroll, focus);
    } else if (inputs.lookup(".password-field") instanceof Node secret) {
      Nodes.reveal(scroll, secret.getParent());
    }
  }

  private ComboBox<Auth> authBox() {
    ComboBox<Auth> box = new ComboBox<>();
    box.setId("connection-auth");
    box.getItems().setAll(form.connector().auths());
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(Auth auth) {
            return auth == null ? "" : texts.form(auth.label());
          }

          @Override
          public Auth fromString(String text) {
            return form.auth().get();
          }
        });
    box.valueProperty().bindBidirectional(form.auth());
    box.setMaxWidth(FIELD_WIDTH);
    return box;
  }

  private void fillInputs() {
    List<Node> nodes = new ArrayList<>();
    for (Input input : form.inputs()) {
      StringProperty value = form.value(input.key());
      TextField text = input.secret() ? new PasswordField() : new TextField();
      text.setId("input-" + input.key());
      text.textProperty().bindBidirectional(value);
      if (input.secret()) {
        text.promptTextProperty()
            .bind(
                Bindings.createStringBinding(
                    () ->
                        texts.of(
                            form.isStored(input.key())
                                ? "connections.secretStored"
                                : "connections.secretPrompt"),
                    form.stored()));
      }
      String label = texts.form(input.label());
      VBox field =
          field(
              input.optional() ? texts.of("connections.optional", label) : label,
              text,
              input.help() == null ? "" : texts.form(input.help()),
              () -> form.problem(input));
      if (!input.presets().isEmpty()) {
        field.getChildren().add(1, presets(input.presets(), value));
      }
      nodes.add(field);
    }
    if (form.inputs().stream().anyMatch(Input::secret) || form.auth().get().interactive()) {
      Label place = Nodes.paragraph("", "text-muted", "text-small");
      place.setId("secret-place");
      place
          .textProperty()
          .bind(
              Bindings.when(model.lists().secretPlace().isEmpty())
                  .then("")
                  .otherwise(
                      Bindings.createStringBinding(
                          () ->
                              texts.of(
                                  "connections.secretPlace",
                                  texts.secretPlace(model.lists().secretPlace().get())),
                          model.lists().secretPlace())));
      nodes.add(place);
    }
    if (form.isSandbox()) {
      nodes.add(Nodes.paragraph(texts.of("connections.sandbox"), "text-muted"));
      nodes.add(new FaultsBox(model.faults(form), texts));
    } else {
      nodes.add(new AccessBox(form, texts));
      if (form.auth().get().interactive()) {
        nodes.add(
            Nodes.paragraph(
                texts.of(
                    form.auth().get().type().equals("oauth2-device")
                        ? "connections.device"
                        : "connections.browser"),
                "text-muted"));
      }
    }
    nodes.add(budget());
    inputs.getChildren().setAll(nodes);
  }

  /** Gives the keyboard to the first input that the system asks for, or to the name. */
  void focusFirst() {
    String first = form.inputs().isEmpty() ? "name" : form.inputs().getFirst().key();
    // What a scroll pane holds is found, and takes the keyboard, only once it has its skin.
    applyCss();
    layout();
    Node input = lookup(form.inputs().isEmpty() ? "#connection-name" : "#input-" + first);
    if (input != null) {
      input.requestFocus();
    }
  }

  private VBox budget() {
    TextField percent = new TextField();
    budgetField = percent;
    percent.setId("connection-budget");
    percent.setPromptText(texts.of("connections.budgetUsual"));
    percent.textProperty().bindBidirectional(form.budget());
    VBox box =
        field(
            texts.of("connections.budget"),
            percent,
            texts.of("connections.budgetHelp"),
            () -> form.budgetProblem());
    percent.setMaxWidth(BUDGET_WIDTH);
    return box;
  }

  private FlowPane presets(Map<String, String> presets, StringProperty value) {
    FlowPane row = new FlowPane(8, 8);
    presets.forEach((label, preset) -> {
      Button button = new Button(texts.form(label));
      button.getStyleClass().addAll("small", "preset");
      button.setOnAction(e -> value.set(preset));
      row.getChildren().add(button);
    });
    return row;
  }

  /** A labelled input with its help, and what is wrong with it once it was left. */
  private VBox field(
      String label,
      Node input,
      String help,
      java.util.function.@Nullable Supplier<String> problem) {
    Label name = Nodes.label(label, "field-label");
    name.setLabelFor(input);
    input.setAccessibleText(label);
    if (input instanceof TextField text) {
      text.setMaxWidth(FIELD_WIDTH);
      text.setOnAction(e -> model.discover());
    }
    Label below = Nodes.paragraph(help, "text-muted", "text-small");
    Nodes.setShown(below, !help.isEmpty());
    VBox box = new VBox(4, name, input, below);
    if (problem != null) {
      Label wrong = Nodes.paragraph("", "field-problem", "text-small");
      Nodes.setShown(wrong, false);
      box.getChildren().add(wrong);
      Runnable check =
          () -> {
            String text = problem.get();
            wrong.setText(text);
            Nodes.setShown(wrong, !text.isEmpty());
            input.setAccessibleHelp(text.isEmpty() ? help : text + " " + help);
          };
      input
          .focusedProperty()
          .addListener((o, was, is) -> {
            if (!is) {
              check.run();
            }
          });
      if (input instanceof TextField text) {
        text.textProperty()
            .addListener((o, was, is) -> {
              if (wrong.isVisible() || problem.get().isEmpty() || input == budgetField) {
                check.run();
              }
            });
      }
    }
    return box;
  }

  private HBox buttons() {
    Button test = Nodes.button(texts.of("connections.test"), "mdi2l-lan-check", model::test);
    test.setId("connection-test");
    Button save = Nodes.button(texts.of("connections.save"), null, model::save);
    save.setId("connection-save");
    Button discover =
        Nodes.mainButton(
            texts.of("connections.discover"), "mdi2d-database-search", model::discover);
    discover.setId("connection-discover");
    for (Button button : List.of(test, save, discover)) {
      button.disableProperty().bind(form.valid().not());
    }
    HBox row = new HBox(8, discover, test, save);
    if (!form.isNew()) {
      Button delete =
          Nodes.button(
              texts.of("connections.delete"),
              "mdi2d-delete-outline",
              () -> model.delete(form.profile()));
      delete.setId("connection-delete");
      delete.getStyleClass().addAll("flat", "danger");
      row.getChildren().add(Nodes.grow());
      if (form.auth().get().interactive()) {
        Button out =
            Nodes.button(
                texts.of("connections.signOut"),
                "mdi2l-logout",
                () -> model.signOut(form.profile()));
        out.setId("connection-sign-out");
        out.getStyleClass().add("flat");
        row.getChildren().add(out);
      }
      row.getChildren().add(delete);
    }
    row.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(row, Priority.ALWAYS);
    return row;
  }

  private void show(TestResult now) {
    banner.getChildren().clear();
    switch (now) {
      case Untested none -> result.getChildren().clear();
      case Failed failed ->
          result.getChildren().setAll(new ProblemBox(failed.problem(), failed.details(), texts));
      case Passed passed -> {
        result.getChildren().setAll(new IdentityCard(passed.identity(), texts));
        if (Boolean.TRUE.equals(passed.identity().production())) {
          Label live = Nodes.paragraph(texts.of("connections.liveBanner"), "live-banner");
          live.setId("live-banner");
          live.setMaxWidth(Double.MAX_VALUE);
          banner.getChildren().setAll(live);
        }
      }
    }
    Nodes.setShown(banner, !banner.getChildren().isEmpty());
    Nodes.setShown(resultScroll, !result.getChildren().isEmpty());
  }
}
