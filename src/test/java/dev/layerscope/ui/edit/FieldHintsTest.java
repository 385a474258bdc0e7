package dev.layerscope.ui.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.workspace.Workspace;
import dev.layerscope.workspace.WorkspaceFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a form says below its fields before there is a plan. */
class FieldHintsTest {
  @TempDir private Path folder;
  private Optional<Workspace> workspace = Optional.empty();

  @BeforeEach
  void aWorkspaceWithOneRepository() throws Exception {
    Files.writeString(
        folder.resolve("workspace.yaml"),
        """
        name: one
        repositories:
          - {url: "https://git.example.com/a.git", aliases: ["git@git.example.com:a.git"]}
        """);
    workspace = Optional.of(WorkspaceFile.read(folder));
  }

  private static final Map<String, SortedSet<String>> IMAGES =
      Map.of("registry.example.com/web", new TreeSet<>(Set.of("1.0")));

  private Optional<FieldHint> hint(EditKind kind, String key, Map<String, String> values) {
    var hints =
        new FieldHints(kind, k -> values.getOrDefault(k, ""), workspace, Optional.empty(), IMAGES)
            .all();
    return Optional.ofNullable(hints.get(key));
  }

  @ParameterizedTest
  @CsvSource({
    "name, Dream Team",
    "namespace, -x",
    "repository, dreamteam",
    "cpu, many",
    "memory, 32GB",
    "volumes, 1.5",
    "group, the devs"
  })
  void aValueThatCannotBeOneIsToldAtItsField(String key, String value) {
    assertThat(hint(EditKind.TEAM, key, Map.of(key, value)))
        .hasValueSatisfying(h -> assertThat(h.level()).isEqualTo(FieldHint.Level.ERROR));
  }

  @ParameterizedTest
  @CsvSource({"cpu, 8", "cpu, 500m", "memory, 32Gi", "volumes, 10", "group, devs@example.com"})
  void aValueThatCanBeOneLeavesItsFieldInPeace(String key, String value) {
    assertThat(hint(EditKind.TEAM, key, Map.of(key, value))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1.2.3, true", "@sha256:00000000000000000000000000000000, true", "a b, false"})
  void aVersionIsATagOrADigest(String version, boolean right) {
    assertThat(hint(EditKind.RELEASE, "version", Map.of("version", version)).isEmpty())
        .isEqualTo(right);
  }

  @Test
  void aRepositoryIsKnownByAnyOfItsSpellings() {
    assertThat(hint(EditKind.TEAM, "repository", Map.of("repository", "git@git.example.com:a.git")))
        .contains(FieldHint.ok("In the workspace"));
  }

  @Test
  void aRepositoryNobodyKnowsIsMadeWhenThatIsWanted() {
    String url = "https://git.example.com/b.git";
    assertThat(hint(EditKind.TEAM, "repository", Map.of("repository", url)))
        .hasValueSatisfying(h -> assertThat(h.level()).isEqualTo(FieldHint.Level.WARNING));
    assertThat(hint(EditKind.TEAM, "repository", Map.of("repository", url, "create", "true")))
        .hasValueSatisfying(h -> assertThat(h.level()).isEqualTo(FieldHint.Level.OK));
  }

  @Test
  void aTeamsNamespaceIsCalledLikeTheTeamUnlessSomebodySaysOtherwise() {
    assertThat(hint(EditKind.TEAM, "namespace", Map.of("name", "dreamteam")))
        .hasValueSatisfying(h -> assertThat(h.text()).startsWith("dreamteam is made by this plan"));
  }

  @Test
  void aLayerDoesNotLieBetweenOneAndTheSame() {
    assertThat(hint(EditKind.BETWEEN, "lower", Map.of("upper", "east", "lower", "east")))
        .hasValueSatisfying(h -> assertThat(h.level()).isEqualTo(FieldHint.Level.ERROR));
  }

  @Test
  void aPathStaysWithinItsRepository() {
    assertThat(hint(EditKind.RETARGET, "path", Map.of("path", "../other"))).isPresent();
    assertThat(hint(EditKind.RETARGET, "path", Map.of("path", "deps/x..y"))).isEmpty();
  }

  @Test
  void anImageSaysWhatItIsAtAndAnotherOneWhatThereIs() {
    assertThat(hint(EditKind.RELEASE, "image", Map.of("image", "registry.example.com/web")))
        .contains(FieldHint.ok("Now 1.0"));
    assertThat(hint(EditKind.RELEASE, "image", Map.of("image", "web")))
        .contains(FieldHint.error("Not among what it delivers: registry.example.com/web"));
    assertThat(
            hint(
                EditKind.RELEASE,
                "version",
                Map.of("image", "registry.example.com/web", "version", "1.0")))
        .contains(FieldHint.warning("That is what is delivered now"));
  }
}
