package dev.crosswalk.app.studio.connections;

import dev.crosswalk.app.studio.shell.Nodes;
import dev.crosswalk.app.studio.shell.Texts;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Buttons that make things go wrong at a made-up company, and one that ends it all. */
final class FaultsBox extends VBox {
  FaultsBox(SandboxFaults faults, Texts texts) {
    super(8);
    setId("faults");
    FlowPane buttons = new FlowPane(8, 8);
    for (String fault : SandboxFaults.OFFERED) {
      String name = name(fault);
      Button cause = new Button(words(texts, fault));
      cause.setId("fault-" + name);
      cause.getStyleClass().addAll("small", "preset");
      cause.setOnAction(e -> faults.cause(fault));
      buttons.getChildren().add(cause);
    }
    Label on = Nodes.paragraph("", "text-small");
    on.setId("faults-on");
    on.textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    faults.on().get().isEmpty()
                        ? texts.of("faults.none")
                        : texts.of(
                            "faults.on",
                            faults.on().get().stream()
                                .map(fault -> words(texts, fault))
                                .collect(Collectors.joining(", "))),
                faults.on()));
    Button mend = Nodes.button(texts.of("faults.mend"), null, faults::mend);
    mend.setId("faults-mend");
    mend.disableProperty()
        .bind(Bindings.createBooleanBinding(() -> faults.on().get().isEmpty(), faults.on()));
    HBox state = new HBox(8, on, Nodes.grow(), mend);
    state.setAlignment(Pos.CENTER_LEFT);
    getChildren()
        .addAll(
            Nodes.label(texts.of("faults.title"), "field-label"),
            Nodes.paragraph(texts.of("faults.text"), "text-muted", "text-small"),
            buttons,
            state);
  }

  private static String name(String fault) {
    return fault.replaceFirst("[= ].*", "");
  }

  /**
   * A fault as people read it, with how often it happens where that is more than once.
   *
   * @param fault one that is offered, {@code cut=2}, or one that is on, {@code cut 2}; what cannot
   *     be caused here stays in the sandbox's own words
   */
  static String words(Texts texts, String fault) {
    String name = name(fault);
    if (SandboxFaults.OFFERED.stream().noneMatch(offered -> name(offered).equals(name))) {
      return fault;
    }
    String often = fault.substring(Math.min(fault.length(), name.length() + 1));
    boolean counted = !name.equals("slowMillis") && !often.isEmpty() && !often.equals("1");
    return texts.of("fault." + name) + (counted ? " (" + often + ")" : "");
  }
}
