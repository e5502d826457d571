package dev.crosswalk.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Protects: the face asks connectors and engine, and the command line needs no window. */
@AnalyzeClasses(packages = "dev.crosswalk.app", importOptions = DoNotIncludeTests.class)
class AppWallsTest {

  @ArchTest
  static final ArchRule noHttpSqlOrYamlOfItsOwn =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "okhttp3..",
              "java.net.http..",
              "java.sql..",
              "javax.sql..",
              "org.h2..",
              "com.zaxxer..",
              "org.flywaydb..",
              "org.snakeyaml..",
              "org.yaml..",
              "tools.jackson.dataformat.yaml..",
              "com.dashjoin..")
          .because("HTTP and the cache belong to connectors, files and expressions to the engine");

  @ArchTest
  static final ArchRule commandLineNeedsNoWindow =
      noClasses()
          .that()
          .resideInAnyPackage(
              "dev.crosswalk.app.cli..", "dev.crosswalk.app.workspace..", "dev.crosswalk.app.run..")
          .or()
          .haveSimpleName("Services")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("javafx..", "dev.crosswalk.app.studio..", "java.awt..")
          .because("commands run on servers and in containers");

  @ArchTest
  static final ArchRule workspaceKnowsNoCommands =
      noClasses()
          .that()
          .resideInAPackage("dev.crosswalk.app.workspace..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.crosswalk.app.cli..");

  @ArchTest
  static final ArchRule noMutableStaticState =
      fields().that().areStatic().should().beFinal().because("tests and windows run side by side");
}
