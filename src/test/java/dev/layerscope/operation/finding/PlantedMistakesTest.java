package dev.layerscope.operation.finding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.git.Clone;
import dev.layerscope.git.GitFixture;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.Repositories.Access;
import dev.layerscope.git.Snapshot;
import dev.layerscope.git.TreeEntry;
import dev.layerscope.git.TreePath;
import dev.layerscope.hierarchy.Hierarchy;
import dev.layerscope.operation.Selection;
import dev.layerscope.operation.open.OpenRepositories;
import dev.layerscope.operation.open.OpenWorkspace;
import dev.layerscope.operation.open.Opened;
import dev.layerscope.operation.resolve.Resolve;
import dev.layerscope.work.Progress;
import dev.layerscope.workspace.WorkspaceException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One mistake at a time, planted by chance in the sample's prod, which has none: each is found, and
 * nothing is told that does not follow from it. {@code -Dmistakes=200} plants as many and prints
 * how precise each code is.
 */
class PlantedMistakesTest {
  private static final Path SAMPLE = Path.of("sample-workspace");
  private static final List<String> URLS =
      List.of(
          "https://git.example.com/platform/baseline.git",
          "https://git.example.com/platform/type-a.git",
          "https://git.example.com/clusters/my-cluster.git");

  @TempDir private static Path clones = SAMPLE;

  /** A file that a mistake fits. */
  private record Spot(PlantedMistake mistake, String url, String path) {}

  @Test
  void everyPlantedMistakeIsFoundAndNothingThatDoesNotFollow() throws WorkspaceException {
    try (Opened opened = new OpenWorkspace(clones).open(SAMPLE, Progress.SILENT)) {
      Map<String, Map<String, String>> files = new TreeMap<>();
      URLS.forEach(url -> files.put(url, files(opened, url)));
      var random = new Random(20261122);
      var tally = new TreeMap<String, int[]>();
      var wrong = new ArrayList<String>();
      List<PlantedMistake> mistakes = List.of(PlantedMistake.values());
      int wanted = Integer.getInteger("mistakes", mistakes.size());
      for (int i = 0; i < wanted; i++) {
        PlantedMistake mistake = mistakes.get(i % mistakes.size());
        List<Spot> spots = spots(mistake, files);
        assertThat(spots).as("files that %s fits", mistake).isNotEmpty();
        Spot spot = spots.get(random.nextInt(spots.size()));
        Set<String> found = found(opened, spot, files.getOrDefault(spot.url(), Map.of()));
        int[] counts = tally.computeIfAbsent(mistake.code(), unused -> new int[3]);
        counts[0]++;
        counts[1] += found.contains(mistake.code()) ? 1 : 0;
        counts[2] += found.stream().allMatch(mistake::entails) ? 0 : 1;
        if (!found.contains(mistake.code()) || !found.stream().allMatch(mistake::entails)) {
          wrong.add(spot + " raises " + found);
        }
      }
      if (Integer.getInteger("mistakes") != null) {
        tally.forEach((code, n) ->
            System.out.println(
                "%-36s planted %3d  found %3d  with something else %3d"
                    .formatted(code, n[0], n[1], n[2])));
      }
      assertThat(wrong).isEmpty();
    }
  }

  private static List<Spot> spots(PlantedMistake mistake, Map<String, Map<String, String>> files) {
    var spots = new ArrayList<Spot>();
    files.forEach((url, paths) ->
        paths.forEach((path, text) -> {
          if (mistake.fits(path, text)) {
            spots.add(new Spot(mistake, url, path));
          }
        }));
    return spots;
  }

  private static Map<String, String> files(Opened opened, String url) {
    Clone clone = ((Access.Available) opened.access().at(new RepoUrl(url))).repository();
    Snapshot prod = clone.snapshot(clone.branch("prod").orElseThrow().commit()).orElseThrow();
    Map<String, String> files = new TreeMap<>();
    for (TreeEntry entry : prod.walk(prod.find(TreePath.ROOT).orElseThrow(), d -> true)) {
      files.put(entry.path().value(), new String(prod.read(entry), StandardCharsets.UTF_8));
    }
    return files;
  }

  private static Set<String> found(Opened opened, Spot spot, Map<String, String> files) {
    GitFixture fixture = GitFixture.repo(spot.url()).defaultBranch("prod");
    spot.mistake().plant(files, spot.path()).forEach(fixture::file);
    fixture.commit("Plant").branch("dev").branch("qa");
    List<Access> all =
        opened.repositories().all().stream()
            .map(access ->
                access instanceof Access.Available a && a.url().text().equals(spot.url())
                    ? new Access.Available(a.url(), fixture.clone())
                    : access)
            .toList();
    var planted = new Opened(opened.workspace(), new OpenRepositories(opened.workspace(), all));
    Hierarchy hierarchy =
        Resolve.resolve(
            planted, Selection.environment("prod"), Set.of("my-cluster"), Progress.SILENT);
    var codes = new TreeSet<String>();
    hierarchy.findings().forEach(finding -> codes.add(finding.code().text()));
    return codes;
  }
}
