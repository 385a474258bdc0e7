package dev.layerscope.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.core.importer.ImportOption.OnlyIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/** A test that does not run proves nothing. */
@AnalyzeClasses(packages = Floors.ROOT, importOptions = OnlyIncludeTests.class)
class TestsTest {

  private static final String CONFORMANCE = Floors.of("conformance");
  private static final String BECAUSE =
      "only conformance tests may be skipped: their cases lie outside the project";

  @ArchTest
  static final ArchRule noTestClassIsDisabled =
      noClasses()
          .that()
          .resideOutsideOfPackage(CONFORMANCE)
          .should()
          .beAnnotatedWith(Disabled.class)
          .because(BECAUSE);

  @ArchTest
  static final ArchRule noTestIsDisabled =
      noMethods()
          .that()
          .areDeclaredInClassesThat()
          .resideOutsideOfPackage(CONFORMANCE)
          .should()
          .beAnnotatedWith(Disabled.class)
          .because(BECAUSE);

  @ArchTest
  static final ArchRule noTestAssumesItselfAway =
      noClasses()
          .that()
          .resideOutsideOfPackage(CONFORMANCE)
          .should()
          .dependOnClassesThat()
          .haveNameMatching("org\\.(junit\\.jupiter|assertj\\.core)\\.api\\.Assumptions")
          .because(BECAUSE);

  @ArchTest
  static final ArchRule testsAreSentencesInCamelCase =
      methods()
          .that()
          .areAnnotatedWith(Test.class)
          .or()
          .areAnnotatedWith(ParameterizedTest.class)
          .should()
          .haveNameMatching("[a-z][A-Za-z0-9]+")
          .because("what a test proves is read in lists, all of them written one way");

  @ArchTest
  static final ArchRule testsWaitForIdleInsteadOfSleeping =
      noClasses()
          .should()
          .callMethod(Thread.class, "sleep", long.class)
          .because("a sleep is too short on a busy machine and too long on every other");
}
