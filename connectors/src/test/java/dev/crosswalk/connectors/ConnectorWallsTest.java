package dev.crosswalk.connectors;

import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** Protects: any CRM by YAML. The engine knows no system by name, and has no window. */
@AnalyzeClasses(packages = "dev.crosswalk.connectors", importOptions = DoNotIncludeTests.class)
class ConnectorWallsTest {

  private static final DescribedPredicate<JavaClass> OF_THE_ENGINE_BUT_SHARED =
      DescribedPredicate.describe(
          "of the engine, other than schema, text and problem",
          c ->
              c.getPackageName().startsWith("dev.crosswalk.engine")
                  && !c.getPackageName().startsWith("dev.crosswalk.engine.schema")
                  && !c.getPackageName().startsWith("dev.crosswalk.engine.text")
                  && !c.getPackageName().startsWith("dev.crosswalk.engine.problem"));

  @ArchTest
  static final ArchRule noWindow =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("javafx..", "dev.crosswalk.app..");

  @ArchTest
  static final ArchRule nothingOfMappings =
      noClasses().should().dependOnClassesThat(are(OF_THE_ENGINE_BUT_SHARED));

  @ArchTest
  static final ArchRule theSandboxIsNotUsedByTheEngine =
      noClasses()
          .that()
          .resideOutsideOfPackage("..connectors.sandbox..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("..connectors.sandbox..")
          .because("the sandbox is a server like any other");

  /** String literals too, which no byte-code rule sees whole. */
  @Test
  void noSystemIsNamedOutsideItsPluginOrDialect() throws IOException {
    Pattern names =
        Pattern.compile(
            "salesforce|hubspot|dynamics|dataverse|pipedrive|attio|zoho|zendesk|netsuite"
                + "|freshsales|marketo|quickbooks|odoo");
    Path sources = Path.of("src/main/java/dev/crosswalk/connectors");
    try (Stream<Path> files = Files.walk(sources)) {
      List<String> named =
          files
              .filter(f -> f.toString().endsWith(".java"))
              .filter(f -> !f.startsWith(sources.resolve("sandbox")))
              .filter(f -> !f.startsWith(sources.resolve("plugin")))
              .flatMap(
                  f -> code(f).filter(line -> names.matcher(line).find()).map(l -> f + ": " + l))
              .toList();
      Assertions.assertThat(named).isEmpty();
    }
  }

  /** Lines without comments, lower case: documentation may name systems as examples. */
  private static Stream<String> code(Path file) {
    try {
      return Files.readAllLines(file).stream()
          .map(String::strip)
          .filter(l -> !l.startsWith("*") && !l.startsWith("/*") && !l.startsWith("//"))
          .map(l -> l.toLowerCase(Locale.ROOT));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
