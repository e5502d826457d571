package dev.crosswalk.app.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crosswalk.engine.problem.ProblemException;
import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.FieldType;
import dev.crosswalk.engine.schema.SchemaObject;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A model that a person keeps in one file loses nothing when the window changes one object of it.
 */
class SharedTargetFileTest {
  private static final String MODEL =
      """
      format: crosswalk/v1
      kind: Schema
      system: own
      # how we see our customers
      objects:
        company:
          fields:
            name: { type: string } # the registered one
        person:
          fields:
            mail: { type: email }
      """;
  private static final Path FILE = Path.of("schemas/own/model.yaml");

  @TempDir Path folder;
  private Workspace workspace;

  @BeforeEach
  void make() {
    workspace = Workspace.create(folder.resolve("w"), "W", "own");
  }

  @AfterEach
  void close() {
    workspace.close();
  }

  private static SchemaObject person() {
    return SchemaObject.of(
        "person", List.of(Field.builder("phone", FieldType.PHONE).label("Phone").build()));
  }

  @Test
  void theOtherObjectsAndTheCommentsStay() {
    workspace.files().write(FILE, MODEL, null);
    assertThat(workspace.saveTargetObject(person())).isEqualTo(FILE);
    String kept = MODEL.substring(0, MODEL.indexOf("  person:"));
    assertThat(workspace.files().read(FILE))
        .startsWith(kept)
        .contains("phone")
        .doesNotContain("mail");
    assertThat(workspace.target().objects())
        .extracting(SchemaObject::name)
        .containsExactly("company", "person");
    assertThat(workspace.target().object("person")).contains(person());
  }

  @Test
  void aFileThatCannotBeReadIsNotWrittenOver() {
    Path own = Path.of("schemas/own/person.yaml");
    String half = MODEL.substring(0, MODEL.indexOf("mail")) + "[";
    workspace.files().write(own, half, null);
    assertThatThrownBy(() -> workspace.saveTargetObject(person()))
        .isInstanceOf(ProblemException.class);
    assertThat(workspace.files().read(own)).isEqualTo(half);
  }
}
