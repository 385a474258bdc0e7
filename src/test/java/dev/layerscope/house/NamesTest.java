package dev.layerscope.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What things are called, and that every package says what it is for. */
@AnalyzeClasses(packages = Floors.ROOT, importOptions = DoNotIncludeTests.class)
class NamesTest {

  /** Words that say nothing about the thing: a word of git, Kubernetes or Argo CD says more. */
  private static final Pattern EMPTY_WORD =
      Pattern.compile(
          "(Manager|Helper|Utils?|Processor|Handler|Data|Info|Impl|Common)(?![a-z])"
              + "|^(Abstract|Base)(?=[A-Z])");

  @ArchTest
  static void classNamesSayWhatTheThingIs(JavaClasses classes) {
    List<String> empty =
        classes.stream()
            .filter(type -> !type.isAnonymousClass())
            .filter(type -> EMPTY_WORD.matcher(type.getSimpleName()).find())
            .map(type -> type.getName())
            .sorted()
            .toList();
    assertThat(empty)
        .as("class names with an empty word: name the thing in the user's world")
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"src/main/java", "src/test/java"})
  void everyPackageSaysWhatItIsFor(String root) throws IOException {
    try (Stream<Path> walk = Files.walk(Path.of(root))) {
      List<Path> silent =
          walk.filter(Files::isDirectory)
              .filter(NamesTest::holdsJava)
              .filter(folder -> !Files.exists(folder.resolve("package-info.java")))
              .sorted()
              .toList();
      assertThat(silent)
          .as("packages without package-info.java: say what, from what to what, where to start")
          .isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = "src/main/java")
  void everyPackageOfTheProgramIsNullMarked(String root) throws IOException {
    try (Stream<Path> walk = Files.walk(Path.of(root))) {
      List<Path> unmarked =
          walk.filter(file -> file.endsWith("package-info.java"))
              .filter(file -> !read(file).contains("@NullMarked"))
              .sorted()
              .toList();
      assertThat(unmarked)
          .as("package-info.java without @NullMarked: no null in signatures, unless it says so")
          .isEmpty();
    }
  }

  private static boolean holdsJava(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.anyMatch(file -> file.toString().endsWith(".java"));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
