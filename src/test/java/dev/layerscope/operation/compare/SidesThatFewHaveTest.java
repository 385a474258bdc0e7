package dev.layerscope.operation.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.layerscope.diff.Change;
import dev.layerscope.export.DiffText;
import dev.layerscope.git.GitFixture;
import dev.layerscope.operation.Estate;
import dev.layerscope.operation.Selection;
import dev.layerscope.operation.SelectionText;
import dev.layerscope.operation.compare.Comparison.ComparedApplication;
import dev.layerscope.operation.open.OpenWorkspace;
import dev.layerscope.operation.open.Opened;
import dev.layerscope.operation.side.FetchOverrides;
import dev.layerscope.operation.side.Question;
import dev.layerscope.work.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A ref, a tag, a commit or a plugin that only some repositories have, or none can show. */
class SidesThatFewHaveTest {
  private static final String PULL = "refs/pull/7/head";

  @TempDir private Path folder = Path.of(".");

  @BeforeEach
  void aClusterAndATeamWithAPullRequest() throws Exception {
    GitFixture.onDisk(folder.resolve("east.git"))
        .defaultBranch("dev")
        .file("bootstrap/east.yaml", Estate.application("east-deps", Estate.CLUSTER, "deps", ""))
        .file("deps/web.yaml", Estate.application("web", Estate.TEAM, "app", ""))
        .file(
            "deps/drawn.yaml",
            Estate.application("drawn", Estate.TEAM, "drawn", "    plugin: {name: painter}\n"))
        .file("deps/far.yaml", Estate.application("far", "https://git.example.com/far", "x", ""))
        .commit("Begin");
    GitFixture.onDisk(folder.resolve("team.git"))
        .defaultBranch("dev")
        .file("app/config.yaml", configMap("one"))
        .file("drawn/x.yaml", "brush: 1\n")
        .commit("Begin")
        .branch("qa")
        .file("drawn/x.yaml", "brush: 2\n")
        .commit("Another brush")
        .on("dev")
        .branch("topic")
        .file("app/config.yaml", configMap("two"))
        .commit("What is asked for");
    Files.move(
        folder.resolve("team.git/refs/heads/topic"),
        Files.createDirectories(folder.resolve("team.git/refs/pull/7")).resolve("head"));
  }

  private static String configMap(String value) {
    return "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\ndata: {a: " + value + "}\n";
  }

  private Opened open(String more) throws Exception {
    Files.writeString(
        folder.resolve("workspace.yaml"),
        """
        name: estate
        repositories:
          - {url: "%s", remote: east.git, defaultBranch: dev}
          - {url: "%s", remote: team.git, defaultBranch: dev}
        %s
        roots:
          - {name: east, repoURL: "%s", revision: dev, path: bootstrap/east.yaml}
        """
            .formatted(
                Estate.CLUSTER, Estate.TEAM, more.indent(2).stripTrailing(), Estate.CLUSTER));
    return new OpenWorkspace(folder.resolve("clones")).open(folder, Progress.SILENT);
  }

  private static Comparison compare(Opened opened, String to) throws Exception {
    Selection side = SelectionText.read(to, opened.workspace());
    return Compare.compare(opened, Question.tips(Selection.DECLARED, side), Progress.SILENT);
  }

  private static ComparedApplication application(Comparison comparison, String name) {
    return comparison.applications().stream()
        .filter(a -> a.change().node().name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static String text(Comparison comparison) {
    return DiffText.print(DescribeDiff.of(comparison, "declared", "the other"));
  }

  @Test
  void aPullRequestAskedOfEveryRepositoryIsFetchedWhereItIs() throws Exception {
    try (Opened opened = open("")) {
      Selection side = SelectionText.read("ref:" + PULL, opened.workspace());
      List<String> remarks =
          new FetchOverrides(folder.resolve("clones")).fetch(opened, side, Progress.SILENT);
      assertThat(remarks).isEmpty();
      RefSomewhere.check(opened, side);
      Comparison comparison = compare(opened, "ref:" + PULL);
      assertThat(application(comparison, "web").effective()).isEqualTo(Change.CHANGED);
      assertThat(text(comparison))
          .contains("“" + PULL + "” is in 1 of 2 repositories (new-team); the others are read");
    }
  }

  @Test
  void aRefThatIsGoneWhereItWasIsReadAsItWasFetchedLastAndThatIsSaid() throws Exception {
    try (Opened opened = open("")) {
      Selection side = SelectionText.read("ref:" + PULL, opened.workspace());
      var fetching = new FetchOverrides(folder.resolve("clones"));
      fetching.fetch(opened, side, Progress.SILENT);
      Files.delete(folder.resolve("team.git/refs/pull/7/head"));
      assertThat(fetching.fetch(opened, side, Progress.SILENT))
          .singleElement()
          .asString()
          .startsWith(PULL + " of new-team is read as it was fetched last. ");
    }
  }

  @Test
  void aRefThatNoReadableRepositoryHasIsNoSideThoughOneCouldNotBeRead() throws Exception {
    try (Opened opened = open("- {url: \"https://git.example.com/gone\", remote: gone.git}")) {
      for (String ref : List.of("nosuch", "a".repeat(40), "abcdef1", PULL)) {
        assertThatThrownBy(() ->
                RefSomewhere.check(opened, SelectionText.read("ref:" + ref, opened.workspace())))
            .hasMessageContaining("no repository of the workspace has “" + ref + "”")
            .hasMessageEndingWith(" Could not be read, and may have it: gone.");
      }
    }
  }

  @Test
  void aCommitThatOneRepositoryLacksIsUnknownThereAndNeverNoDifference() throws Exception {
    try (Opened opened = open("")) {
      String nowhere = "a".repeat(40);
      Comparison comparison = compare(opened, "declared," + Estate.TEAM + "=" + nowhere);
      assertThat(application(comparison, "web").effective()).isEqualTo(Change.UNKNOWN);
      assertThat(text(comparison))
          .contains("Commit “" + nowhere + "” does not exist in " + Estate.TEAM)
          .doesNotContain("are equal");
    }
  }

  @Test
  void whatAPluginRendersFromOtherFilesIsUnknown() throws Exception {
    try (Opened opened = open("")) {
      Comparison comparison = compare(opened, "declared," + Estate.TEAM + "=qa");
      assertThat(application(comparison, "drawn").effective()).isEqualTo(Change.UNKNOWN);
      assertThat(text(comparison))
          .contains("could not be looked into on either side: rendered by a plugin called painter")
          .doesNotContain("are equal");
    }
  }

  @Test
  void whatAPluginRendersFromTheSameFilesIsNoDifference() throws Exception {
    try (Opened opened = open("")) {
      assertThat(
              application(compare(opened, "declared," + Estate.TEAM + "=dev"), "drawn").effective())
          .isEqualTo(Change.SAME);
    }
  }

  @Test
  void aRepositoryOutsideTheWorkspaceMayHaveARefThatIsAskedForEverywhere() throws Exception {
    try (Opened opened = open("")) {
      Comparison comparison = compare(opened, "ref:dev");
      assertThat(comparison.anythingUnknown()).isTrue();
      assertThat(text(comparison))
          .contains("https://git.example.com/far\n  ? not in the workspace")
          .doesNotContain("are equal");
    }
  }
}
