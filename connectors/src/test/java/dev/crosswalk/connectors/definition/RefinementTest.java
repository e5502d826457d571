package dev.crosswalk.connectors.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.crosswalk.connectors.ConnectorCatalog;
import dev.crosswalk.connectors.Engines;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small file refines a shipped definition, and every mistake is told where it stands. */
final class RefinementTest {
  @TempDir Path folder;
  private final DefinitionLoader loader = new DefinitionLoader();

  private ConnectorDefinition load(String yaml) {
    return loader.load("connector: 1\nextends: hubspot\n" + yaml, "own.yaml", false);
  }

  @Test
  void whatIsSaidWinsAndTheRestStays() {
    ConnectorDefinition own =
        load(
            """
            limits: {concurrency: 2}
            fields: {map: {custom: "false"}}
            records: {max: 7, page: {link-header: {rel: next}}}
            identity: null
            """);
    ConnectorDefinition base =
        loader.load(ShippedDefinitions.of("hubspot").orElseThrow(), "hubspot", true);
    assertThat(own.info().id()).isEqualTo("hubspot");
    assertThat(own.info().refines()).isEqualTo("hubspot");
    assertThat(own.info().shipped()).isFalse();
    assertThat(own.limits().concurrency()).isEqualTo(2);
    assertThat(own.limits().rates()).isEqualTo(base.limits().rates());
    assertThat(own.fields().sources().get(0).map().get("custom")).hasToString("false");
    assertThat(own.fields().sources().get(0).map()).containsKey("label");
    assertThat(Objects.requireNonNull(own.records()).max()).isEqualTo(7);
    // A page is replaced whole: half of each would be neither.
    assertThat(Objects.requireNonNull(own.records()).page())
        .isInstanceOf(PageSpec.LinkHeader.class);
    assertThat(own.identity()).isEmpty();
    assertThat(base.identity()).isNotEmpty();
    assertThat(load("id: ours\nname: Ours\n").info().id()).isEqualTo("ours");
  }

  private List<Problem> problems(String yaml) {
    return Objects.requireNonNull(catchThrowableOfType(ProblemException.class, () -> load(yaml)))
        .problems();
  }

  @Test
  void aMistakeIsToldInTheFileThatMakesIt() {
    assertThat(problems("limits: {concurency: 2}"))
        .singleElement()
        .satisfies(p -> assertThat(p.place()).hasToString("own.yaml:3:22"));
    // Taking out what the base's templates need is told where the base needs it.
    assertThat(problems("inputs: {clientId: null}"))
        .anySatisfy(
            p -> assertThat(String.valueOf(p.place())).startsWith("hubspot.yaml (shipped):"));
    ProblemException e =
        catchThrowableOfType(
            ProblemException.class,
            () -> loader.load("connector: 1\nextends: hubsopt\n", "own.yaml", false));
    assertThat(Objects.requireNonNull(e).problem().place()).hasToString("own.yaml:2:10");
    assertThat(e.problem().next()).contains("hubspot");
  }

  @Test
  void aFileCannotNameCodeThatOpensConnections() {
    ProblemException e =
        catchThrowableOfType(
            ProblemException.class,
            () -> loader.load("connector: 1\nextends: jdbc\n", "own.yaml", false));
    assertThat(Objects.requireNonNull(e).problem().code()).isEqualTo("connector-plugin");
  }

  @Test
  void theWorkspacesDefinitionsComeAndGoWithIt() throws IOException {
    Path workspace = Files.createDirectory(folder.resolve("w"));
    Files.writeString(workspace.resolve("h.yaml"), "connector: 1\nextends: hubspot\nname: Ours\n");
    Files.writeString(workspace.resolve("bad.yaml"), "connector: 1\nextends: nothing\n");
    ConnectorCatalog catalog = new Engines(folder).catalog();
    assertThat(catalog.find("hubspot").orElseThrow().name()).isEqualTo("HubSpot");
    catalog.useWorkspace(workspace);
    assertThat(catalog.find("hubspot").orElseThrow().name()).isEqualTo("Ours");
    assertThat(catalog.problems()).singleElement().asString().contains("bad.yaml:2:10");
    Files.writeString(workspace.resolve("bad.yaml"), "connector: 1\nextends: xero\nid: mended\n");
    catalog.refresh();
    assertThat(catalog.problems()).as("mended meanwhile").isEmpty();
    assertThat(catalog.find("mended")).isPresent();
    catalog.useWorkspace(null);
    assertThat(catalog.find("hubspot").orElseThrow().name()).isEqualTo("HubSpot");
    assertThat(catalog.problems()).isEmpty();
  }
}
