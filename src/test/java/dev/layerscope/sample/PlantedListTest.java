package dev.layerscope.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.finding.FindingCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.junit.jupiter.api.Test;

/** The list a person reads, PLANTED.md, leaves nothing out and makes nothing up. */
class PlantedListTest {

  private static final Path LIST = SampleRepositories.WORKSPACE.resolve("PLANTED.md");
  private static final Path ESTATES = Path.of("src/test/resources/findings");
  private static final Pattern CODE = Pattern.compile("\\b[A-Z][A-Za-z]+(?:Error|Warning|Info)\\b");

  /** Argo CD's own conditions, which the list quotes. */
  private static final Set<String> QUOTED =
      Set.of("ComparisonError", "InvalidSpecError", "SyncError", "SharedResourceWarning");

  @Test
  void everyFindingCodeIsPlantedOrHasAnEstateOfItsOwn() throws IOException {
    Set<String> shown = codesInTheList();
    shown.addAll(codesWithAnEstate());
    assertThat(shown)
        .as("plant each finding in %s, or show it in %s", LIST, ESTATES)
        .containsAll(knownCodes());
  }

  @Test
  void everyCodeInTheListExists() throws IOException {
    assertThat(knownCodes()).as("codes that %s expects", LIST).containsAll(codesInTheList());
  }

  @Test
  void everyApplicationOfTheMistakesIsInTheList() throws IOException {
    String list = Files.readString(LIST);

    assertThat(declaredMistakes()).allSatisfy(name -> assertThat(list).contains(name));
  }

  private static Set<String> knownCodes() {
    return Arrays.stream(FindingCode.values())
        .map(FindingCode::text)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> codesWithAnEstate() throws IOException {
    try (Stream<Path> files = Files.list(ESTATES)) {
      return files
          .map(file -> file.getFileName().toString().replace(".txt", ""))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static Set<String> codesInTheList() throws IOException {
    return CODE.matcher(Files.readString(LIST))
        .results()
        .map(MatchResult::group)
        .filter(code -> !QUOTED.contains(code))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The names of the files in {@code deps/} that declare an Application or ApplicationSet. */
  private static Set<String> declaredMistakes() throws IOException {
    Path folder = SampleRepositories.WORKSPACE.resolve("repositories/playground/mistakes");
    try (Repository repository = SampleRepositories.inMemory();
        RevWalk walk = new RevWalk(repository)) {
      var dev = SampleRepositories.replay(repository, folder).get(Constants.R_HEADS + "dev");
      return FileTree.of(repository, walk.parseCommit(dev).getTree()).entries().keySet().stream()
          .filter(path -> path.startsWith("deps/") && !path.endsWith("-namespace.yaml"))
          .map(path -> path.substring("deps/".length(), path.length() - ".yaml".length()))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }
}
