package dev.crosswalk.app.studio.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.app.studio.FxToolkitExtension;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Protects: in a narrow column no badge is cut; the last says how many more there are. */
@ExtendWith(FxToolkitExtension.class)
class BadgeLineTest {
  private static List<Label> shown(double width) throws Exception {
    return FxToolkitExtension.onFx(() -> {
      BadgeLine line =
          new BadgeLine(
              Stream.of("required", "unique", "external id")
                  .map(w -> Nodes.badge(w, "good"))
                  .toList());
      Scene scene = new Scene(line, width, 30);
      line.applyCss();
      line.layout();
      assertThat(scene.getWidth()).isEqualTo(width);
      return line.getChildren().stream().filter(Node::isVisible).map(Label.class::cast).toList();
    });
  }

  @Test
  void what_has_no_room_is_counted_and_named_in_the_tooltip() throws Exception {
    assertThat(shown(600)).extracting(Label::getText).hasSize(3).doesNotContain("+3");
    double two =
        shown(600).stream().limit(2).mapToDouble(b -> b.getBoundsInParent().getWidth()).sum();
    List<Label> narrow = shown(two);
    assertThat(narrow).extracting(Label::getText).containsExactly("required", "+2");
    assertThat(narrow.getLast().getTooltip().getText()).contains("unique", "external id");
    assertThat(narrow).allMatch(b -> b.getBoundsInParent().getMaxX() <= two);
    assertThat(shown(8)).extracting(Label::getText).containsExactly("+3");
  }
}
