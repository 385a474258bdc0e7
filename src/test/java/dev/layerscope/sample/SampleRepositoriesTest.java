package dev.layerscope.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.ObjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is cloned is what the readable sources say. */
class SampleRepositoriesTest {

  private static final Path BUNDLES = SampleRepositories.WORKSPACE.resolve("bundles");

  static List<Path> folders() throws IOException {
    return SampleRepositories.folders(SampleRepositories.WORKSPACE);
  }

  @ParameterizedTest
  @MethodSource("folders")
  void aBundleHoldsTheCommitsThatItsSourcesGive(Path folder) throws Exception {
    Path bundle = BUNDLES.resolve(SampleRepositories.bundleName(folder));

    assertThat(refsOf(bundle))
        .as("%s and %s differ; run ./mvnw -q -Psample and commit the bundle", folder, bundle)
        .isEqualTo(SampleRepositories.refs(folder));
  }

  @ParameterizedTest
  @MethodSource("folders")
  void gitFindsNoFaultInWhatItClones(Path folder, @TempDir Path elsewhere) throws Exception {
    Path bundle = BUNDLES.resolve(SampleRepositories.bundleName(folder)).toAbsolutePath();

    run(elsewhere, "git", "clone", "--quiet", "--mirror", bundle.toString(), "clone.git");

    assertThat(run(elsewhere.resolve("clone.git"), "git", "fsck", "--strict", "--no-progress"))
        .as("git fsck of %s", bundle)
        .doesNotContainPattern("(?m)^(error|warning|missing|dangling|broken)");
  }

  @Test
  void everyBundleHasSourcesAndAPlaceInTheWorkspace() throws IOException {
    String workspace = Files.readString(SampleRepositories.WORKSPACE.resolve("workspace.yaml"));
    List<String> expected =
        folders().stream().map(SampleRepositories::bundleName).sorted().toList();

    try (var files = Files.list(BUNDLES)) {
      assertThat(files.map(file -> file.getFileName().toString()).sorted().toList())
          .as("a bundle without sources, or the other way round")
          .isEqualTo(expected);
    }
    assertThat(expected).allSatisfy(name -> assertThat(workspace).contains("bundles/" + name));
  }

  private static SortedMap<String, ObjectId> refsOf(Path bundle) throws GitAPIException {
    SortedMap<String, ObjectId> refs = new TreeMap<>();
    Git.lsRemoteRepository()
        .setRemote(bundle.toAbsolutePath().toString())
        .call()
        .forEach(ref -> refs.put(ref.getName(), ref.getObjectId()));
    return refs;
  }

  private static String run(Path folder, String... command) throws Exception {
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes());
    assertThat(process.waitFor()).as("%s said: %s", String.join(" ", command), output).isZero();
    return output;
  }
}
