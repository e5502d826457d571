package dev.crosswalk.app.studio;

import static dev.crosswalk.app.studio.FxToolkitExtension.onFx;
import static dev.crosswalk.app.studio.ScreenshotsTest.settle;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.app.studio.shell.ConnectionHealth;
import dev.crosswalk.app.studio.shell.MappingRef;
import dev.crosswalk.app.studio.shell.PlaceIds;
import dev.crosswalk.app.studio.shell.SchemaRef;
import dev.crosswalk.app.studio.shell.Texts;
import dev.crosswalk.app.studio.shell.Theme;
import dev.crosswalk.connectors.Identity;
import dev.crosswalk.connectors.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import javafx.scene.Parent;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every place at 1280 by 800, drawn at 100, 125, 150 and 200 percent, empty and filled: names for
 * screen readers, nothing for the mouse alone, contrast AA, nothing cut off or out of reach, in
 * both themes and both languages.
 */
@ExtendWith(FxToolkitExtension.class)
class LooksTest {
  @TempDir Path folder;
  private StudioFixture studio;
  private FilledWorkspace filled;

  @BeforeEach
  void open() throws Exception {
    studio = new StudioFixture(folder.resolve("person"));
    filled = new FilledWorkspace(studio, folder.resolve("w"));
    filled.committed();
    filled.set("last_name", "LastName");
    Files.writeString(filled.workspace.root().resolve("notes.md"), "A note.\n");
    studio
        .system
        .open(studio.connections.get("contoso").orElseThrow(), Map.of())
        .discover(List.of(), Progress.NONE);
  }

  @AfterEach
  void close() {
    filled.close();
    studio.close();
  }

  @ParameterizedTest
  @CsvSource({
    "LIGHT,en,1280,800",
    "DARK,de,1280,800",
    "DARK,en,1024,640",
    "LIGHT,de,853,533",
    "DARK,de,640,400"
  })
  void places_are_named_reachable_readable_and_whole(
      Theme theme, String language, int width, int height) throws Exception {
    StudioFixture.Window window =
        onFx(() ->
            StudioFixture.window(
                studio.services,
                Texts.load(Locale.forLanguageTag(language)),
                width,
                height,
                theme));
    Map<String, List<String>> faults = new LinkedHashMap<>();
    for (String place : ALL) {
      look(window, place + ", empty", () -> go(window, place, null), faults);
    }
    onFx(() -> {
      window.context().opened(filled.workspace, "Acme", List.of("contoso", "northwind"));
      window
          .context()
          .reportHealth(
              new ConnectionHealth(
                  "contoso", ConnectionHealth.State.GOOD, new Identity.Budget(788, 15000), true));
      return 0;
    });
    MappingRef mapping = new MappingRef(filled.entry.file().toString().replace('\\', '/'), "tier");
    for (String place : ALL) {
      Object argument =
          switch (place) {
            case PlaceIds.CONNECTIONS -> "contoso";
            case PlaceIds.SCHEMAS -> new SchemaRef("contoso", "Contact", "Acct_Tier__c", true);
            case PlaceIds.MAPPING -> mapping;
            default -> null;
          };
      look(window, place + ", filled", () -> go(window, place, argument), faults);
    }
    look(
        window,
        "settings",
        () -> {
          ((javafx.scene.control.ButtonBase) window.scene().lookup("#header-settings")).fire();
          return 0;
        },
        faults);
    assertThat(faults).as("what is wrong, by place").isEmpty();
  }

  private static final List<String> ALL =
      List.of(
          PlaceIds.HOME,
          PlaceIds.CONNECTIONS,
          PlaceIds.SCHEMAS,
          PlaceIds.MAPPING,
          PlaceIds.PREVIEW,
          PlaceIds.CUSTOMERS,
          PlaceIds.CHANGES,
          PlaceIds.ACTIVITY);

  private static int go(
      StudioFixture.Window window,
      String place,
      @org.jspecify.annotations.Nullable Object argument) {
    if (argument == null) {
      window.context().go(place);
    } else {
      window.context().go(place, argument);
    }
    return 0;
  }

  private static void look(
      StudioFixture.Window window,
      String name,
      Callable<Integer> act,
      Map<String, List<String>> faults)
      throws Exception {
    onFx(act);
    settle(window);
    List<String> found = new ArrayList<>();
    onFx(() -> {
      Parent root = window.scene().getRoot();
      if (window.context().texts().locale().getLanguage().equals("de")) {
        ShownTexts.english(root).forEach(text -> found.add("is English: " + text));
      }
      Looks.nameless(root).forEach(n -> found.add("has no name: " + n));
      Looks.mouseOnly(root).forEach(n -> found.add("is for the mouse alone: " + n));
      Looks.pale(root).forEach(n -> found.add("is pale: " + n));
      Looks.outOfReach(root).forEach(n -> found.add("is out of reach: " + n));
      if (name.endsWith("filled")) {
        Looks.unseenFocus(root).forEach(n -> found.add("shows no focus: " + n));
        Looks.silentPrompts(root).forEach(n -> found.add("says nothing while empty: " + n));
      }
      // What the systems hold may be longer than a narrow column; tooltips say it whole.
      Looks.cutOff(root).stream()
          .filter(n ->
              root.getLayoutBounds().getWidth() > 1100
                  || !(n.contains("table-cell") || n.contains("field-label")))
          .forEach(n -> found.add("is cut off: " + n));
      return 0;
    });
    if (!found.isEmpty()) {
      faults.put(name, found);
    }
  }

  @Test
  void contrast_is_that_of_wcag() {
    assertThat(Looks.contrast(Color.BLACK, Color.WHITE)).isEqualTo(21);
    assertThat(Looks.contrast(Color.web("#767676"), Color.WHITE)).isBetween(4.5, 4.6);
    assertThat(Looks.contrast(Color.color(0, 0, 0, 0.5), Color.WHITE)).isBetween(3.9, 4.1);
  }
}
