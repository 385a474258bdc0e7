package dev.layerscope.house;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethod;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** How things are done here. */
@AnalyzeClasses(packages = Floors.ROOT, importOptions = DoNotIncludeTests.class)
class HabitsTest {

  @ArchTest
  static final ArchRule onlyTheFacesPrint =
      noClasses()
          .that()
          .resideOutsideOfPackages(Floors.of("cli"), Floors.of("ui"), Floors.ROOT)
          .should(ACCESS_STANDARD_STREAMS)
          .because("a stage returns its value and its findings; only a face talks to the person")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule onlyMainEndsTheProgram =
      noClasses()
          .that()
          .resideOutsideOfPackages(Floors.of("cli"), Floors.of("ui"), Floors.ROOT)
          .should(callMethod(System.class, "exit", int.class))
          .because("outcomes become an exit status in one place")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule theCoreKnowsNoFutures =
      noClasses()
          .that()
          .resideOutsideOfPackages(Floors.of("cli"), Floors.of("ui"))
          .should()
          .dependOnClassesThat(
              com.tngtech.archunit.core.domain.JavaClass.Predicates.type(
                  java.util.concurrent.CompletableFuture.class))
          .because("core code is blocking and plain and takes Progress; ui.common.Background waits")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule oneDoorToTheToolkitsThread =
      noClasses()
          .that()
          .resideInAPackage(Floors.of("ui"))
          .and()
          .resideOutsideOfPackage(Floors.of("ui.common"))
          .should(runLater())
          .because("late answers must be dropped and tests must know when all is quiet: Background")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule noOldDates =
      noClasses()
          .should()
          .dependOnClassesThat(
              com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo(
                      java.util.Date.class)
                  .or(
                      com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo(
                          java.util.Calendar.class))
                  .or(resideInAnyPackage("org.joda.time..")))
          .because("java.time says which zone it means")
          .allowEmptyShould(true);

  private static com.tngtech.archunit.lang.ArchCondition<com.tngtech.archunit.core.domain.JavaClass>
      runLater() {
    return callMethod("javafx.application.Platform", "runLater", "java.lang.Runnable");
  }
}
