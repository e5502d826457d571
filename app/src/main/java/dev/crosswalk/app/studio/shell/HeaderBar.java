package dev.crosswalk.app.studio.shell;

import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The line at the top: what is open, the palette, the theme and the settings. */
final class HeaderBar extends HBox {
  /** Pixels of width from which the program's name has room beside its mark. */
  private static final double NAME_FITS = 860;

  private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");

  HeaderBar(StudioContext context, Themes themes, Runnable openPalette) {
    super(8);
    Texts texts = context.texts();
    getStyleClass().add("header-bar");
    setAlignment(Pos.CENTER_LEFT);
    FontIcon mark = new FontIcon("mdi2v-vector-polyline");
    mark.getStyleClass().add("logo");
    var name = Nodes.label(texts.of("app.name"), "app-name");
    name.setGraphic(mark);

    Button search =
        new Button(
            texts.of("palette.open", Keys.shown(Keys.PALETTE, texts)),
            new FontIcon("mdi2m-magnify"));
    search.setId("header-search");
    search.getStyleClass().add("search-button");
    search.setOnAction(e -> openPalette.run());
    search.setAccessibleText(texts.of("palette.open", Keys.shown(Keys.PALETTE, texts)));
    search.setTooltip(new Tooltip(texts.of("palette.open", Keys.shown(Keys.PALETTE, texts))));
    name.setMinWidth(USE_PREF_SIZE);
    widthProperty()
        .subscribe(w -> {
          boolean narrow = w.doubleValue() < NAME_FITS;
          ContentDisplay display = narrow ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT;
          name.setContentDisplay(display);
          search.setContentDisplay(display);
          search.pseudoClassStateChanged(NARROW, narrow);
        });

    MenuButton workspace = new MenuButton();
    workspace.setId("header-workspace");
    workspace.getStyleClass().add("flat");
    workspace.setAccessibleText(texts.of("header.workspace"));
    workspace
        .textProperty()
        .bind(
            Bindings.when(context.workspaceName().isEmpty())
                .then(texts.of("header.noWorkspace"))
                .otherwise(context.workspaceName()));
    workspace.setOnShowing(e -> fillWorkspaces(workspace, context));
    fillWorkspaces(workspace, context);

    MenuButton customer = new MenuButton();
    customer.setId("header-customer");
    customer.getStyleClass().add("flat");
    customer.setAccessibleText(texts.of("header.customer"));
    customer
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    context.customer().get().isEmpty()
                        ? texts.of("header.base")
                        : context.customerName(context.customer().get()),
                context.customer(),
                context.customerNames()));
    customer.setOnShowing(e -> fillCustomers(customer, context));
    customer.getItems().add(new MenuItem(texts.of("header.base")));
    Nodes.setShown(customer, !context.workspaceName().get().isEmpty());
    context.workspaceName().addListener((o, was, is) -> Nodes.setShown(customer, !is.isEmpty()));

    FontIcon themeIcon = new FontIcon();
    Button theme = new Button(null, themeIcon);
    theme.setId("header-theme");
    theme.getStyleClass().addAll("flat", "button-icon");
    theme.setAccessibleText(texts.of("theme.toggle"));
    theme.setTooltip(new Tooltip(texts.of("theme.toggle")));
    theme.setOnAction(e -> themes.toggle());
    themes.dark().addListener((o, was, is) -> themeIcon.setIconLiteral(themeIconOf(is)));
    themeIcon.setIconLiteral(themeIconOf(themes.dark().get()));

    Button settings =
        Nodes.iconButton(
            "mdi2c-cog-outline", texts.of("header.settings"), () -> SettingsPane.open(context));
    settings.setId("header-settings");

    getChildren()
        .addAll(name, workspace, customer, Nodes.grow(), search, Nodes.grow(), theme, settings);
  }

  private static void fillCustomers(MenuButton menu, StudioContext context) {
    menu.getItems().clear();
    menu.getItems().add(customer("", context.texts().of("header.base"), context));
    context
        .customers()
        .forEach(c -> menu.getItems().add(customer(c, context.customerName(c), context)));
  }

  private static RadioMenuItem customer(String id, String text, StudioContext context) {
    RadioMenuItem item = new RadioMenuItem(text);
    item.setMnemonicParsing(false);
    item.setSelected(id.equals(context.customer().get()));
    item.setOnAction(e -> context.customer().set(id));
    return item;
  }

  private static String themeIconOf(boolean dark) {
    return dark ? "mdi2w-weather-sunny" : "mdi2w-weather-night";
  }

  private static void fillWorkspaces(MenuButton menu, StudioContext context) {
    menu.getItems().clear();
    context.recentWorkspaces().forEach(c -> menu.getItems().add(item(c)));
    if (!context.recentWorkspaces().isEmpty()) {
      menu.getItems().add(new SeparatorMenuItem());
    }
    context.workspaceCommands().forEach(c -> menu.getItems().add(item(c)));
    MenuItem all = new MenuItem(context.texts().of("header.workspaces"));
    all.setOnAction(e -> context.go(PlaceIds.HOME));
    menu.getItems().addAll(new SeparatorMenuItem(), all);
  }

  private static MenuItem item(Command command) {
    MenuItem item = new MenuItem(command.title(), new FontIcon(command.icon()));
    item.setMnemonicParsing(false);
    item.setOnAction(e -> command.run().run());
    return item;
  }
}
