package dev.crosswalk.app.studio.mapping.inspector;

import dev.crosswalk.app.studio.mapping.FieldStory;
import dev.crosswalk.app.studio.shell.Texts;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Where a field is used, what discovery saw of it, and what drifted since the review. */
final class StoryBox extends VBox {
  private final Texts texts;

  StoryBox(Texts texts) {
    super(2);
    this.texts = texts;
    setId("field-story");
  }

  void show(FieldStory story) {
    getChildren().clear();
    if (!story.drift().isEmpty()) {
      section("mapping.story.drift", story.drift(), "story-drift");
    }
    section(
        "mapping.story.uses",
        story.uses().stream()
            .map(u -> (u.customer().isEmpty() ? u.file() : u.customer()) + ": " + u.words())
            .toList(),
        "story-line");
    section("mapping.story.history", story.history(), "story-line");
  }

  private void section(String key, List<String> lines, String style) {
    if (lines.isEmpty()) {
      return;
    }
    Label title = new Label(texts.of(key));
    title.getStyleClass().add("story-title");
    getChildren().add(title);
    for (String line : lines) {
      Label label = Inputs.paragraph(line);
      label.getStyleClass().add(style);
      getChildren().add(label);
    }
  }
}
