package dev.crosswalk.app.studio.shell;

import java.util.Locale;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** What a person can choose for this computer. What does not hold at once says so. */
final class SettingsPane extends VBox {
  private final StudioContext context;
  private final Texts texts;

  private SettingsPane(StudioContext context) {
    super(16);
    this.context = context;
    this.texts = context.texts();
    setId("settings");
    getChildren()
        .addAll(appearance(), language(), size(), samples(), secrets(), network(), model());
  }

  static void open(StudioContext context) {
    context.dialogs().show(context.texts().of("settings.title"), new SettingsPane(context));
  }

  /** In a second line where a language or a font is wide, or a scroll bar takes its room. */
  private static FlowPane choices() {
    return new FlowPane(16, 8);
  }

  private Node appearance() {
    ToggleGroup group = new ToggleGroup();
    FlowPane row = choices();
    for (Theme theme : Theme.values()) {
      RadioButton button = new RadioButton(texts.of("theme." + theme.word()));
      button.setId("theme-" + theme.word());
      button.setToggleGroup(group);
      button.setSelected(context.themes().choice().get() == theme);
      button.setOnAction(e -> context.themes().choice().set(theme));
      row.getChildren().add(button);
    }
    return section("settings.appearance", row);
  }

  private Node language() {
    ToggleGroup group = new ToggleGroup();
    FlowPane row = choices();
    for (String language : Stream.concat(Stream.of(""), Texts.LANGUAGES.stream()).toList()) {
      RadioButton button =
          new RadioButton(
              language.isEmpty()
                  ? texts.of("theme.system")
                  : Locale.of(language).getDisplayLanguage(Locale.of(language)));
      button.setId("language-" + (language.isEmpty() ? "system" : language));
      button.setToggleGroup(group);
      button.setSelected(context.language().get().equals(language));
      button.setOnAction(e -> context.language().set(language));
      row.getChildren().add(button);
    }
    return section(
        "settings.language",
        row,
        Nodes.paragraph(texts.of("settings.nextStart"), "text-muted", "text-small"));
  }

  private Node size() {
    ToggleGroup group = new ToggleGroup();
    FlowPane row = choices();
    for (int percent : new int[] {0, 100, 125, 150, 200}) {
      RadioButton button =
          new RadioButton(
              percent == 0 ? texts.of("theme.system") : texts.of("settings.percent", percent));
      button.setId("scale-" + percent);
      button.setToggleGroup(group);
      button.setSelected(context.scale().get() == percent);
      button.setOnAction(e -> context.scale().set(percent));
      row.getChildren().add(button);
    }
    return section(
        "settings.size",
        row,
        Nodes.paragraph(texts.of("settings.nextStart"), "text-muted", "text-small"));
  }

  private Node samples() {
    CheckBox keep = new CheckBox(texts.of("settings.keep"));
    keep.setId("settings-keep");
    keep.selectedProperty().bindBidirectional(context.keepSamples());
    Button purge = Nodes.button(texts.of("settings.purge"), "mdi2d-delete-outline", this::purge);
    purge.setId("settings-purge");
    return section(
        "settings.samples",
        keep,
        Nodes.paragraph(texts.of("settings.keepText"), "text-muted", "text-small"),
        purge);
  }

  private void purge() {
    context
        .tasks()
        .run(
            texts.of("settings.purging"),
            progress -> context.services().cache().purgeRecords(null),
            count -> context.notifications().info(texts.of("settings.purged", count)),
            context.dialogs()::error);
  }

  private Node secrets() {
    Label place = Nodes.paragraph("");
    place.setId("settings-secrets");
    context
        .tasks()
        .latest(
            "settings-secrets",
            progress -> context.services().secrets().describe(),
            where -> place.setText(texts.of("connections.secretPlace", texts.secretPlace(where))),
            context.notifications()::problem);
    return section(
        "settings.secrets",
        place,
        Nodes.paragraph(texts.of("settings.secretsText"), "text-muted", "text-small"));
  }

  /** Whether anything is asked for at all; it is chosen before the start, so that nothing slips. */
  private Node network() {
    boolean offline = context.services().offline();
    Label state = Nodes.paragraph(texts.of(offline ? "settings.offline" : "settings.online"));
    state.setId("settings-network");
    return section("settings.network", state);
  }

  /** To which language model something may be sent; here the agreement can be taken back. */
  private Node model() {
    Label agreed = Nodes.paragraph(texts.of("settings.modelNone"));
    agreed.setId("settings-model");
    Button forget =
        Nodes.button(texts.of("settings.modelForget"), "mdi2d-delete-outline", () -> {});
    forget.setOnAction(e -> forget(agreed, forget));
    forget.setId("settings-model-forget");
    forget.setDisable(true);
    context
        .tasks()
        .latest(
            "settings-model",
            progress -> context.services().model().read(),
            stored -> {
              forget.setDisable(stored.isEmpty());
              stored.ifPresent(s ->
                  agreed.setText(
                      texts.of(
                          s.values() ? "settings.modelValues" : "settings.modelNames",
                          s.url(),
                          s.model())));
            },
            context.notifications()::problem);
    return section(
        "settings.model",
        agreed,
        Nodes.paragraph(texts.of("settings.modelText"), "text-muted", "text-small"),
        forget);
  }

  private void forget(Label agreed, Button button) {
    context
        .tasks()
        .run(
            texts.of("settings.modelForget"),
            progress -> {
              context.services().model().forget();
              return true;
            },
            done -> {
              agreed.setText(texts.of("settings.modelNone"));
              button.setDisable(true);
            },
            context.dialogs()::error);
  }

  private VBox section(String key, Node... nodes) {
    VBox box = new VBox(8, Nodes.label(texts.of(key), "row-title"));
    box.getChildren().addAll(nodes);
    return box;
  }
}
