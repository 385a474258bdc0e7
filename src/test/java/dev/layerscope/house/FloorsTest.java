package dev.layerscope.house;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The floors of the house: who may know whom. The picture is in docs/architecture.md. */
@AnalyzeClasses(packages = Floors.ROOT, importOptions = DoNotIncludeTests.class)
class FloorsTest {

  /** From the cellar to the roof: a floor sees only floors below it, never its neighbours. */
  @ArchTest
  static void aFloorSeesOnlyFloorsBelowIt(JavaClasses classes) {
    List<String> wrong = new ArrayList<>();
    List<String> below = new ArrayList<>();
    for (List<String> floor : Floors.BOTTOM_UP) {
      for (String name : floor) {
        wrong.addAll(looksUp(name, below, classes));
      }
      below.addAll(floor);
    }
    assertThat(wrong)
        .as("data flows upward: hand the value up, or declare the interface lower (see Floors)")
        .isEmpty();
  }

  @ArchTest
  static final ArchRule noCyclesBetweenPackages =
      SlicesRuleDefinition.slices()
          .matching(Floors.ROOT + ".(*)..")
          .should()
          .beFreeOfCycles()
          .because("data flows upward as values; whoever needs both ends belongs one floor higher")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule noToolkitBelowTheRoof =
      noClasses()
          .that()
          .resideOutsideOfPackage(Floors.ROOT + ".ui..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                  "javafx..", "com.sun.javafx..", "atlantafx..", "org.kordamp.ikonli.."))
          .because(
              "the command line and the core start without the toolkit: return a value and let ui"
                  + " draw it")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule theTwoFacesNeverMeet =
      CompositeArchRule.of(
              noClasses()
                  .that()
                  .resideInAPackage(Floors.ROOT + ".cli..")
                  .should()
                  .dependOnClassesThat(resideInAPackage(Floors.ROOT + ".ui.."))
                  .allowEmptyShould(true))
          .and(
              noClasses()
                  .that()
                  .resideInAPackage(Floors.ROOT + ".ui..")
                  .should()
                  .dependOnClassesThat(resideInAPackage(Floors.ROOT + ".cli.."))
                  .allowEmptyShould(true))
          .because("what both faces need is a use case: put it into operation");

  @ArchTest
  static void everyPackageHasAFloor(JavaClasses classes) {
    var known = new TreeSet<String>();
    Floors.BOTTOM_UP.forEach(known::addAll);
    var homeless =
        classes.stream()
            .map(FloorsTest::floorOf)
            .filter(name -> !name.isEmpty() && !known.contains(name))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(homeless)
        .as(
            "packages of %s without a floor: give them one in Floors, and say in"
                + " docs/architecture.md what they are for",
            Floors.ROOT)
        .isEmpty();
  }

  /** The same within a floor: its rooms are named from the words to the work (see Floors). */
  @ArchTest
  static void aRoomSeesOnlyRoomsBeforeIt(JavaClasses classes) {
    var wrong = new ArrayList<String>();
    Floors.ROOMS.forEach((floor, rooms) -> {
      for (JavaClass type : classes) {
        int room = roomOf(type, floor, rooms);
        type.getDirectDependenciesFromSelf().stream()
            .filter(known -> room >= 0 && roomOf(known.getTargetClass(), floor, rooms) > room)
            .forEach(known -> wrong.add(known.getDescription()));
      }
    });
    assertThat(wrong).as("a room knows only those named before it in Floors.ROOMS").isEmpty();
  }

  @ArchTest
  static void everyRoomIsNamed(JavaClasses classes) {
    Floors.ROOMS.forEach((floor, rooms) ->
        assertThat(
                classes.stream()
                    .map(JavaClass::getPackageName)
                    .filter(name -> (name + ".").startsWith(Floors.ROOT + "." + floor + "."))
                    .map(name -> room(name, floor))
                    .distinct())
            .as(
                "the rooms of %s: name them in Floors.ROOMS, in the order they know each other",
                floor)
            .containsExactlyInAnyOrderElementsOf(rooms));
  }

  private static int roomOf(JavaClass type, String floor, List<String> rooms) {
    String name = type.getPackageName();
    return (name + ".").startsWith(Floors.ROOT + "." + floor + ".")
        ? rooms.indexOf(room(name, floor))
        : -1;
  }

  private static String room(String name, String floor) {
    String home = Floors.ROOT + "." + floor;
    return name.length() == home.length() ? "" : name.substring(home.length() + 1);
  }

  private static List<String> looksUp(String name, List<String> below, JavaClasses classes) {
    String may = below.isEmpty() ? "nobody" : String.join(", ", below);
    return noClasses()
        .that()
        .resideInAPackage(Floors.of(name))
        .should()
        .dependOnClassesThat(
            resideInAPackage(Floors.ROOT + "..").and(outside(name)).and(outsideAll(below)))
        .allowEmptyShould(true)
        .evaluate(classes)
        .getFailureReport()
        .getDetails()
        .stream()
        .map(line -> "%s may know %s, but: %s".formatted(name, may, line))
        .toList();
  }

  private static DescribedPredicate<JavaClass> outside(String name) {
    return DescribedPredicate.not(resideInAPackage(Floors.of(name)));
  }

  private static DescribedPredicate<JavaClass> outsideAll(List<String> names) {
    DescribedPredicate<JavaClass> all = alwaysTrue();
    for (String name : names) {
      all = all.and(outside(name));
    }
    return all;
  }

  private static String floorOf(JavaClass type) {
    String name = type.getPackageName();
    if (name.length() <= Floors.ROOT.length()) {
      return "";
    }
    String rest = name.substring(Floors.ROOT.length() + 1);
    int dot = rest.indexOf('.');
    return dot < 0 ? rest : rest.substring(0, dot);
  }
}
