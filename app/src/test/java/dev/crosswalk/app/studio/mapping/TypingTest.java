package dev.crosswalk.app.studio.mapping;

import static dev.crosswalk.app.studio.FxToolkitExtension.onFx;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.app.studio.FxToolkitExtension;
import dev.crosswalk.app.studio.StudioFixture;
import dev.crosswalk.app.studio.Typist;
import dev.crosswalk.app.studio.mapping.MappingViewModel.FieldRef;
import dev.crosswalk.app.studio.mapping.canvas.Side;
import dev.crosswalk.app.studio.mapping.code.ExpressionField;
import dev.crosswalk.app.studio.mapping.code.ExpressionHelp;
import dev.crosswalk.app.studio.mapping.inspector.InspectorPane;
import dev.crosswalk.app.studio.mapping.yaml.YamlPane;
import dev.crosswalk.app.studio.shell.SameThreadTasks;
import dev.crosswalk.engine.mapping.MappingDocument;
import dev.crosswalk.engine.problem.Problem;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import javafx.scene.Scene;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Protects: YAML and expressions that are typed in one go are kept before they are at their end.
 */
@ExtendWith(FxToolkitExtension.class)
@Timeout(120)
class TypingTest {
  private static final String TEXT =
      """
      format: crosswalk/v1
      kind: Mapping
      id: salesforce-contact-to-person
      source: { system: salesforce, object: Contact }
      target: { system: acme, object: person }
      fields:
        email:
          from: Email
      """;

  private final MappingViewModel model =
      new MappingViewModel(
          new SameThreadTasks(),
          MappingFixture.TEXTS,
          InstantSource.fixed(StudioFixture.NOW),
          MappingFixture.matcher(),
          new MappingRunner(this::context),
          new MappingFixture.Said());

  private Optional<MappingContext> context() {
    return model.context();
  }

  private String draft() {
    return model.editor().orElseThrow().text();
  }

  @Test
  void yaml_that_is_typed_without_a_rest_is_taken_on_the_way() throws Exception {
    CodeArea area =
        onFx(() -> {
          YamlPane pane = new YamlPane(model);
          model.open(
              MappingFixture.context(),
              new EditorDraft(MappingDocument.parse(TEXT, MappingFixture.FILE)));
          return (CodeArea) pane.lookup("#yaml");
        });
    // The text does not grow: colouring a long one would be a rest.
    Random words = new Random(7);
    Typist.types(
        () -> area.replaceText(TEXT + "# word " + words.nextInt() + "\n"),
        () -> draft().contains("# word"));
    assertThat(draft()).startsWith(TEXT);
  }

  @Test
  void an_expression_that_is_typed_without_a_rest_is_handed_over_on_the_way() throws Exception {
    List<String> given = new ArrayList<>();
    ExpressionField field =
        onFx(() ->
            new ExpressionField(
                "e",
                "expression",
                "1",
                false,
                new ExpressionHelp(List.of()),
                MappingFixture.TEXTS,
                new ExpressionField.Hands() {
                  @Override
                  public void typed(String text) {}

                  @Override
                  public void changed(String text) {
                    given.add(text);
                  }

                  @Override
                  public void unread(String text, Problem why) {
                    given.add(text);
                  }
                }));
    CodeArea area = (CodeArea) field.lookup("#e");
    Typist.types(() -> area.appendText("+1"), () -> !given.isEmpty());
    assertThat(area.getText()).startsWith(given.getFirst());
  }

  @Test
  void an_expression_that_cannot_be_read_is_unsaved_work_and_stands_there_again() throws Exception {
    InspectorPane pane =
        onFx(() -> {
          InspectorPane made = new InspectorPane(model, () -> {});
          new Scene(made, 400, 600);
          model.open(
              MappingFixture.context(),
              new EditorDraft(
                  MappingDocument.parse(
                      TEXT.replace("from: Email", "expr: Email"), MappingFixture.FILE)));
          model.inspected().set(new FieldRef(Side.TARGET, "email"));
          return made;
        });
    String before = draft();
    Typist.types(
        () -> expression(pane).appendText(" & $upper("), () -> model.typed().unread().isPresent());
    onFx(() -> {
      String typed = expression(pane).getText();
      assertThat(model.unsaved()).isTrue();
      assertThat(draft()).isEqualTo(before);
      model.inspected().set(new FieldRef(Side.TARGET, "full_name"));
      model.inspected().set(new FieldRef(Side.TARGET, "email"));
      assertThat(typed).startsWith(expression(pane).getText());
      assertThat(model.typed().unread().orElseThrow().text()).contains("Email & $upper(");
      model.typed().drop();
      assertThat(expression(pane).getText()).isEqualTo("Email");
      assertThat(model.unsaved()).isFalse();
      return 0;
    });
  }

  private static CodeArea expression(InspectorPane pane) {
    pane.applyCss();
    return (CodeArea) pane.lookup("#input-text");
  }
}
