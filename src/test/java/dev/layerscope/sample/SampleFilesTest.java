package dev.layerscope.sample;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Outside the playground, whose files are wrong on purpose, the sample is neat. */
class SampleFilesTest {

  static List<Path> neatFolders() throws IOException {
    return SampleRepositories.folders(SampleRepositories.WORKSPACE).stream()
        .filter(folder -> !folder.getParent().endsWith("playground"))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("neatFolders")
  void everyFileOnEveryBranchIsPlainText(Path folder) throws IOException {
    files(folder)
        .forEach((path, text) ->
            assertThat(text)
                .as(path)
                .doesNotContain("\t")
                .doesNotContain("\r")
                .doesNotContain("<<<<<<<")
                .doesNotContainPattern("(?m) +$")
                .endsWith("\n"));
  }

  @ParameterizedTest
  @MethodSource("neatFolders")
  void everyManifestOnEveryBranchIsYaml(Path folder) throws IOException {
    LoaderOptions strict = new LoaderOptions();
    strict.setAllowDuplicateKeys(false);
    files(folder).entrySet().stream()
        .filter(file -> file.getKey().endsWith(".yaml"))
        .forEach(file ->
            assertThatCode(() ->
                    new Yaml(new SafeConstructor(strict))
                        .loadAll(file.getValue())
                        .forEach(document -> assertThat(document).isNotNull()))
                .as(file.getKey())
                .doesNotThrowAnyException());
  }

  /** The text of every file at the tip of every branch, by {@code ref:path}. */
  private static SortedMap<String, String> files(Path folder) throws IOException {
    SortedMap<String, String> texts = new TreeMap<>();
    try (Repository repository = SampleRepositories.inMemory();
        RevWalk walk = new RevWalk(repository)) {
      for (var ref : SampleRepositories.replay(repository, folder).entrySet()) {
        ObjectId tree = walk.parseCommit(ref.getValue()).getTree();
        for (var file : FileTree.of(repository, tree).entries().entrySet()) {
          texts.put(ref.getKey() + ":" + file.getKey(), text(repository, file.getValue().blob()));
        }
      }
    }
    return texts;
  }

  private static String text(Repository repository, ObjectId blob) throws IOException {
    try (ObjectReader reader = repository.newObjectReader()) {
      return new String(reader.open(blob).getBytes(), UTF_8);
    }
  }
}
