package dev.crosswalk.app.studio.mapping.inspector;

import static dev.crosswalk.app.studio.FxToolkitExtension.onFx;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.app.studio.FxToolkitExtension;
import dev.crosswalk.app.studio.Typist;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Protects: a long text that is typed in one go is kept before it is at its end. */
@ExtendWith(FxToolkitExtension.class)
@Timeout(120)
class InputsTest {
  private final List<String> given = new ArrayList<>();

  @Test
  void what_is_typed_without_a_rest_is_handed_over_on_the_way() throws Exception {
    TextField field = onFx(() -> Inputs.text("note", "", given::add));
    Typist.types(() -> field.appendText("word "), () -> !given.isEmpty());
    assertThat(field.getText()).startsWith(given.getFirst());
  }

  @Test
  void what_cannot_stand_yet_is_not() throws Exception {
    TextField field =
        onFx(() -> {
          TextField made = new TextField();
          Inputs.watch(made, typed -> typed.endsWith("."), given::add);
          return made;
        });
    Random keys = new Random(7);
    Typist.types(() -> field.appendText(keys.nextBoolean() ? "." : "a"), () -> given.size() > 1);
    assertThat(given).allMatch(text -> text.endsWith("."));
  }
}
