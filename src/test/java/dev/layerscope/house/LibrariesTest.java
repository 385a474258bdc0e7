package dev.layerscope.house;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each library lives behind one door, so that it can be replaced there and nowhere else. */
@AnalyzeClasses(packages = Floors.ROOT, importOptions = DoNotIncludeTests.class)
class LibrariesTest {

  @ArchTest
  static final ArchRule jgit =
      only(
          "org.eclipse.jgit..",
          "git is the only door to JGit: ask it for refs, trees and blobs as our own values",
          "git");

  @ArchTest
  static final ArchRule snakeYaml =
      only(
          "org.yaml.snakeyaml..",
          "SnakeYAML only composes; its nodes keep the whole file alive, so they never leave yaml",
          "yaml");

  @ArchTest
  static final ArchRule jackson =
      only(
          "com.fasterxml.jackson..",
          "Jackson loses number text and gets anchors wrong: it is for our own files and JSON only",
          "yaml",
          "workspace",
          "export");

  @ArchTest
  static final ArchRule jgrapht =
      only(
          "org.jgrapht..",
          "Hierarchy answers childrenOf, pathTo, cycles: nobody else sees how the graph is held",
          "hierarchy");

  @ArchTest
  static final ArchRule elk =
      only("org.eclipse.elk..", "layout hands out positions, whoever worked them out", "layout");

  @ArchTest
  static final ArchRule helm =
      only(
          "com.marcnuri.helm..",
          "Helm is a native library in a process of its own; only its renderer talks to it",
          "render.helm.worker");

  @ArchTest
  static final ArchRule jna =
      only(
          "com.sun.jna..",
          "native code runs in Helm's process, nowhere else",
          "render.helm.worker");

  @ArchTest
  static final ArchRule re2 =
      only(
          "com.google.re2j..",
          "patterns of repositories are run by Go's rules and in time, behind GoPattern",
          "glob");

  @ArchTest
  static final ArchRule commonmark =
      only("org.commonmark..", "only the guide is Markdown", "ui.help");

  @ArchTest
  static final ArchRule picocli =
      only("picocli..", "a use case has a record in and a record out, no options", "cli");

  @ArchTest
  static final ArchRule differences =
      only(
          "com.github.difflib..",
          "text differences are worked out once: ask diff.text",
          "diff",
          "edit");

  @ArchTest
  static final ArchRule awt =
      only(
          "java.awt..",
          "AWT costs start-up time and wants a display at odd moments: pictures without the window"
              + " are painted in one place",
          "export.raster");

  @ArchTest
  static final ArchRule noOtherJson =
      noClasses()
          .should()
          .dependOnClassesThat(resideInAnyPackage("com.google.gson..", "org.json.."))
          .because("Jackson is there already")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule noLogging =
      noClasses()
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("org.slf4j..", "java.util.logging..", "org.apache.logging.."))
          .because(
              "what is wrong is a value somebody sees (a Finding, an exit status), never a line in"
                  + " a log")
          .allowEmptyShould(true);

  /** The dependency analysis of the build cannot look into JavaFX's jars: this does. */
  @ArchTest
  static void theWindowUsesItsLibraries(JavaClasses classes) {
    assertThat(List.of("javafx.scene.control.", "javafx.fxml.", "atlantafx.", "org.kordamp."))
        .as("libraries of the window that pom.xml declares and ui does not use")
        .allMatch(library -> isUsed(library, classes));
  }

  /** Icons are asked for by name, which no analysis of classes sees. */
  @ParameterizedTest
  @ValueSource(strings = {"fth-", "mdi2"})
  void everyIconPackIsUsed(String prefix) throws IOException {
    try (Stream<Path> walk = Files.walk(Path.of("src", "main"))) {
      assertThat(walk.filter(Files::isRegularFile).filter(f -> names(f, prefix)).findAny())
          .as("an icon whose name starts with %s: else drop its pack from pom.xml", prefix)
          .isPresent();
    }
  }

  private static boolean names(Path file, String prefix) {
    try {
      return file.toString().matches(".*\\.(java|fxml|css)")
          && Files.readString(file).contains(prefix);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isUsed(String library, JavaClasses classes) {
    return classes.stream()
        .filter(type -> type.getPackageName().startsWith(Floors.ROOT + ".ui"))
        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
        .anyMatch(dependency -> dependency.getTargetClass().getName().startsWith(library));
  }

  private static ArchRule only(String library, String because, String... homes) {
    String[] packages = new String[homes.length];
    for (int i = 0; i < homes.length; i++) {
      packages[i] = Floors.of(homes[i]);
    }
    return noClasses()
        .that()
        .resideOutsideOfPackages(packages)
        .should()
        .dependOnClassesThat(resideInAnyPackage(library))
        .because(because)
        .allowEmptyShould(true);
  }
}
