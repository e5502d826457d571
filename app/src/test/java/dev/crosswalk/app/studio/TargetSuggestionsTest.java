package dev.crosswalk.app.studio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.app.workspace.TargetSuggestions;
import dev.crosswalk.engine.mapping.MappingEdit;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TargetSuggestionsTest {
  @TempDir Path folder;

  @Test
  void what_one_customer_said_no_to_is_still_offered_to_the_others() {
    try (var studio = new StudioFixture(folder.resolve("person"));
        var filled = new FilledWorkspace(studio, folder.resolve("w"))) {
      Path overlay = filled.workspace.overlayFile("northwind", filled.entry.file());
      var before = filled.workspace.editableOverlay("northwind", filled.entry);
      filled.workspace.save(
          overlay, before.apply(new MappingEdit.Reject("email", "Email")).text(), before.text());
      var suggestions = new TargetSuggestions(filled.workspace, studio.services.known());
      assertThat(best(suggestions, "contoso")).hasValue(List.of("Email"));
      assertThat(best(suggestions, "")).hasValue(List.of("Email"));
      assertThat(best(suggestions, "northwind")).isNotEqualTo(Optional.of(List.of("Email")));
    }
  }

  private static Optional<List<String>> best(TargetSuggestions suggestions, String customer) {
    return suggestions
        .best(
            customer,
            "contoso",
            "salesforce",
            FakeSystem.crm(false).object("Contact").orElseThrow(),
            "person",
            "email")
        .map(c -> c.sourceFields());
  }
}
