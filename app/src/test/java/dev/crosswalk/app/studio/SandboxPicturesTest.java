package dev.crosswalk.app.studio;

import static dev.crosswalk.app.studio.FxToolkitExtension.onFx;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.app.Directories;
import dev.crosswalk.app.Services;
import dev.crosswalk.app.studio.shell.PlaceIds;
import dev.crosswalk.app.studio.shell.StudioContext;
import dev.crosswalk.app.studio.shell.StudioServices;
import dev.crosswalk.app.studio.shell.Theme;
import dev.crosswalk.app.workspace.MappingEntry;
import dev.crosswalk.app.workspace.Workspace;
import dev.crosswalk.engine.mapping.FieldMapping;
import dev.crosswalk.engine.mapping.FieldMapping.From;
import dev.crosswalk.engine.mapping.MappingDocument;
import dev.crosswalk.engine.mapping.MappingEdit;
import dev.crosswalk.engine.mapping.OverlayDocument;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

/**
 * A first start by <em>Try the sandbox</em>, up to a change that waits for its commit; the places
 * on the way are drawn into target/screenshots for the docs.
 */
@ExtendWith(FxToolkitExtension.class)
class SandboxPicturesTest {
  @TempDir Path folder;

  @Test
  void from_the_first_start_to_a_change_said_in_words() throws Exception {
    try (Services services =
        Services.create(
            new Directories(
                folder.resolve("config"), folder.resolve("cache"), folder.resolve("state")),
            page -> {},
            Clock.systemUTC(),
            Map.of("CROSSWALK_SECRETS", "memory"),
            Optional::empty)) {
      StudioFixture.Window window =
          onFx(() -> StudioFixture.window(StudioServices.of(services), 1440, 900, Theme.LIGHT));
      go(window, PlaceIds.HOME, null);
      ScreenshotsTest.press(window, "#home-sandbox");
      WaitForAsyncUtils.waitFor(
          90,
          TimeUnit.SECONDS,
          () -> onFx(() -> waiting(window) == 3 && window.tasks().running().isEmpty()));
      assertThat(onFx(() -> window.context().notifications().notices().isEmpty())).isTrue();
      Workspace workspace = Objects.requireNonNull(window.context().workspace().get());
      change(workspace);

      PlacePictures lightPictures = shootAll(window, Theme.LIGHT);
      StudioFixture.Window dark =
          onFx(() -> StudioFixture.window(StudioServices.of(services), 1440, 900, Theme.DARK));
      onFx(() -> {
        StudioContext from = window.context();
        dark.context().opened(workspace, from.workspaceName().get(), from.customers());
        return 0;
      });
      PlacePictures darkPictures = shootAll(dark, Theme.DARK);
      shootMapping(window, lightPictures, Theme.LIGHT);
      // Saved, so that the other window is not asked about unsaved edits.
      go(window, PlaceIds.MAPPING, null);
      ScreenshotsTest.press(window, "#save-mapping");
      shootMapping(dark, darkPictures, Theme.DARK);
      workspace.close();
    }
  }

  /** Customers of which Home says that suggestions wait. */
  private static long waiting(StudioFixture.Window window) {
    return window.scene().getRoot().lookupAll(".badge-accent").stream()
        .filter(n -> n instanceof Button b && b.getText().endsWith("suggestions waiting"))
        .count();
  }

  private static void change(Workspace workspace) {
    MappingEntry entry = workspace.mapping("salesforce-account-to-company").orElseThrow();
    MappingDocument before = workspace.load(entry.file());
    MappingDocument after =
        new MappingEdit.Composite(
                "Accept",
                List.of(
                    new MappingEdit.SetField("name", FieldMapping.of(From.of("Name"))),
                    new MappingEdit.SetField("tier", FieldMapping.of(From.of("Acct_Tier__c")))))
            .apply(before);
    workspace.save(entry.file(), after.text(), before.text());
    OverlayDocument overlay =
        workspace
            .editableOverlay("contoso", entry)
            .apply(new MappingEdit.SetField("tier", FieldMapping.of(From.of("Tier__c"))));
    workspace.save(workspace.overlayFile("contoso", entry.file()), overlay.text(), null);
  }

  private static void shoot(
      StudioFixture.Window window, PlacePictures pictures, String place, Theme theme)
      throws Exception {
    pictures.add(place, ScreenshotsTest.shootPlace(window, place, place + "-" + theme.word()));
  }

  private static PlacePictures shootAll(StudioFixture.Window window, Theme theme) throws Exception {
    PlacePictures pictures = new PlacePictures();
    go(window, PlaceIds.HOME, null);
    shoot(window, pictures, PlaceIds.HOME, theme);
    go(window, PlaceIds.CONNECTIONS, "sandbox-northwind");
    shoot(window, pictures, PlaceIds.CONNECTIONS, theme);
    go(window, PlaceIds.SCHEMAS, "sandbox-northwind");
    shoot(window, pictures, PlaceIds.SCHEMAS, theme);
    go(window, PlaceIds.CHANGES, null);
    StudioFixture.until(() ->
        window.scene().lookup("#changes-files") instanceof ListView<?> files
            && files.getItems().size() == 2);
    onFx(() -> {
      // The customer's own choices come after the base mapping that they change.
      ((ListView<?>) window.scene().lookup("#changes-files")).getSelectionModel().selectLast();
      return 0;
    });
    String changed = "For contoso: tier now comes from Tier__c (before: Acct_Tier__c).";
    StudioFixture.until(() -> words(window).contains(changed));
    ScreenshotsTest.settle(window);
    shoot(window, pictures, PlaceIds.CHANGES, theme);
    return pictures;
  }

  /** The editor on a mapping that is half reviewed, and what its records become. */
  private static void shootMapping(StudioFixture.Window window, PlacePictures pictures, Theme theme)
      throws Exception {
    go(window, PlaceIds.MAPPING, "mappings/salesforce/contact--person.yaml");
    StudioFixture.until(() ->
        window.scene().lookup("#review") instanceof ListView<?> review
            && !review.getItems().isEmpty());
    if (window.scene().lookup("#review-accept-all") instanceof Button all && !all.isDisabled()) {
      onFx(() -> {
        all.fire();
        return 0;
      });
    }
    ScreenshotsTest.settle(window);
    shoot(window, pictures, PlaceIds.MAPPING, theme);
    go(window, PlaceIds.PREVIEW, null);
    ScreenshotsTest.press(window, "#preview-fetch");
    StudioFixture.until(() ->
        window.scene().lookup("#preview-rows") instanceof ListView<?> rows
            && rows.getItems().size() == 25);
    ScreenshotsTest.settle(window);
    shoot(window, pictures, PlaceIds.PREVIEW, theme);
  }

  private static List<String> words(StudioFixture.Window window) {
    return window.scene().lookup("#changes-words").lookupAll(".label").stream()
        .map(n -> ((Label) n).getText())
        .toList();
  }

  private static void go(
      StudioFixture.Window window, String place, @org.jspecify.annotations.Nullable String argument)
      throws Exception {
    onFx(() -> {
      if (argument == null) {
        window.context().go(place);
      } else {
        window.context().go(place, argument);
      }
      return 0;
    });
    ScreenshotsTest.settle(window);
  }
}
