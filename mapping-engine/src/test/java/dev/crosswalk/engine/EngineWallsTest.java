package dev.crosswalk.engine;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.TimeZone;

/** Protects: the engine gives the same answer on every machine, and runs in other people's JVMs. */
@AnalyzeClasses(packages = "dev.crosswalk.engine", importOptions = DoNotIncludeTests.class)
class EngineWallsTest {

  @ArchTest
  static final ArchRule noWorldOutside =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "java.net.http..", "java.sql..", "javax.sql..", "javafx..", "okhttp3..", "org.h2..")
          .because("the engine is pure: no network, no database, no window");

  @ArchTest
  static final ArchRule noClockZoneOrLocaleOfTheMachine =
      noClasses()
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(LocalDate.class, "now")
          .orShould()
          .callMethod(LocalDateTime.class, "now")
          .orShould()
          .callMethod(Clock.class, "systemUTC")
          .orShould()
          .callMethod(Clock.class, "systemDefaultZone")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(ZoneId.class, "systemDefault")
          .orShould()
          .callMethod(TimeZone.class, "getDefault")
          .orShould()
          .callMethod(Locale.class, "getDefault")
          .orShould()
          .callMethod(String.class, "toLowerCase")
          .orShould()
          .callMethod(String.class, "toUpperCase")
          .because("a mapping gives the same result today and tomorrow, here and in Istanbul");

  @ArchTest
  static final ArchRule noMutableStaticState =
      fields()
          .that()
          .areStatic()
          .should()
          .beFinal()
          .because("several mappings run in one JVM at the same time");

  @ArchTest
  static final ArchRule noLoggingInstead =
      noFields()
          .should()
          .haveRawType("org.slf4j.Logger")
          .because("what a person should know is a Problem in the result, not a line in a log");

  @ArchTest
  static final ArchRule textKnowsNothingOfMappings =
      noClasses()
          .that()
          .resideInAPackage("..engine.text..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "..engine.mapping..", "..engine.match..", "..engine.transform..", "..engine.export..")
          .because("connectors use the YAML and JSONata helpers and nothing else of mappings");

  @ArchTest
  static final ArchRule noCycles =
      slices().matching("dev.crosswalk.engine.(*)..").should().beFreeOfCycles();
}
