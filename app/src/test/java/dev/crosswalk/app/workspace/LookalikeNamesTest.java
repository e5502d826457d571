package dev.crosswalk.app.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.crosswalk.engine.mapping.Mapping.Endpoint;
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
 * Protects objects whose names make the same name of a file: by case, by signs, or as both are cut.
 */
class LookalikeNamesTest {
  private static final String LONG = "Program_Engagement_Attendance_Summary_Record_For_";
  private static final List<String> NAMES =
      List.of("Order", "ORDER", "Sales.Order", "Sales/Order", LONG + "Adults", LONG + "Children");

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

  private static SchemaObject object(String name, String field) {
    return SchemaObject.of(name, List.of(Field.builder(field, FieldType.STRING).build()));
  }

  @Test
  void noObjectOfTheTargetModelIsWrittenOverAnother() {
    NAMES.forEach(name -> workspace.saveTargetObject(object(name, "old")));
    NAMES.forEach(name -> workspace.saveTargetObject(object(name, "new of " + name)));
    assertThat(workspace.target().objects())
        .extracting(o -> o.name() + ": " + o.fields().getFirst().name())
        .containsExactlyInAnyOrderElementsOf(NAMES.stream().map(n -> n + ": new of " + n).toList());
    assertThat(workspace.files().exists(Path.of("schemas/own/order.yaml"))).isTrue();
  }

  @Test
  void eachObjectHasTheSchemaThatItWasReviewedAgainst() {
    NAMES.forEach(n -> workspace.saveReviewedSchema("acme", "crm", object(n, "old")));
    NAMES.forEach(n -> workspace.saveReviewedSchema("acme", "crm", object(n, "new of " + n)));
    for (String name : NAMES) {
      assertThat(workspace.reviewedSchema("acme", "crm", name))
          .hasValueSatisfying(o ->
              assertThat(o.fields()).extracting(Field::name).containsExactly("new of " + name));
    }
    assertThat(workspace.reviewedSchema("acme", "crm", "oRDER")).isEmpty();
  }

  @Test
  void eachPairHasAMappingOfItsOwn() {
    for (String name : NAMES) {
      workspace.createMapping(end("crm", name), end("own", LONG + "Person"), null);
    }
    assertThat(workspace.mappings())
        .allMatch(m -> m.id().length() <= 64)
        .extracting(m -> m.source() == null ? "" : m.source().object())
        .containsExactlyInAnyOrderElementsOf(NAMES);
    assertThat(workspace.mappings().stream().map(MappingEntry::id)).doesNotHaveDuplicates();
    for (String name : NAMES) {
      assertThat(
              catchThrowableOfType(
                      ProblemException.class,
                      () ->
                          workspace.createMapping(
                              end("crm", name), end("own", LONG + "Person"), null))
                  .problem()
                  .code())
          .isEqualTo("mapping-exists");
    }
  }

  private static Endpoint end(String system, String object) {
    return new Endpoint(system, null, object, null);
  }
}
