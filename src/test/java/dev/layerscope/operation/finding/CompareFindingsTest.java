package dev.layerscope.operation.finding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.argocd.ApplicationText;
import dev.layerscope.export.FindingsDocument;
import dev.layerscope.export.FindingsText;
import dev.layerscope.git.GitFixture;
import dev.layerscope.git.Repositories.Access;
import dev.layerscope.operation.Selection;
import dev.layerscope.operation.open.OpenRepositories;
import dev.layerscope.operation.open.Opened;
import dev.layerscope.work.Progress;
import dev.layerscope.workspace.Workspace;
import dev.layerscope.workspace.WorkspaceFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What only one environment has: its roots, branches and paths may be called otherwise. */
class CompareFindingsTest {
  private static final String URL = "https://git.example.com/platform/estate.git";

  @TempDir private Path folder = Path.of(".");

  private static String application(String name, String path, String branch) {
    return ApplicationText.of(name, URL, path).at(branch).to("default").yaml()
        + "  syncPolicy: {automated: {prune: true}}\n";
  }

  private static GitFixture on(GitFixture git, String branch, String... apps) {
    git.file("root-" + branch + ".yaml", application("top", "deps", branch));
    for (String app : apps) {
      git.file("deps/" + app + ".yaml", application(app, "overlays/" + branch + "/" + app, branch));
    }
    return git.commit("Set up " + branch);
  }

  private Opened opened() throws Exception {
    Files.writeString(
        folder.resolve("workspace.yaml"),
        """
        name: acme
        repositories: [{url: "%1$s"}]
        roots:
          - {name: east-dev, of: east, environments: [dev], repoURL: "%1$s", revision: dev, path: root-dev.yaml}
          - {name: east-prod, of: east, environments: [prod], repoURL: "%1$s", revision: prod, path: root-prod.yaml}
        environments: [{name: dev, branch: dev}, {name: prod, branch: prod}]
        """
            .formatted(URL));
    Workspace workspace = WorkspaceFile.read(folder);
    GitFixture git = GitFixture.repo(URL).file("README.md", "x").commit("Begin").branch("dev");
    on(git.branch("prod").on("dev"), "dev", "gone");
    on(git.on("prod"), "prod", "gone", "lost");
    Access access = new Access.Available(git.url(), git.clone());
    return new Opened(workspace, new OpenRepositories(workspace, List.of(access)));
  }

  private static List<String> news(FindingsDocument document) {
    return document.fresh().stream()
        .map(e -> e.finding().code().text() + " " + e.node().orElseThrow().name())
        .filter(text -> text.startsWith("MissingPath"))
        .toList();
  }

  @Test
  void whatTheOtherHasUnderItsOwnNamesIsNoNews() throws Exception {
    try (Opened opened = opened()) {
      FindingsDocument prod =
          Check.check(opened, Selection.environment("prod"), "dev", Progress.SILENT);
      assertThat(news(prod)).containsExactly("MissingPathError lost");
      assertThat(FindingsText.of(prod)).contains(" also in dev");
      FindingsDocument dev =
          Check.check(opened, Selection.environment("dev"), "prod", Progress.SILENT);
      assertThat(news(dev)).isEmpty();
      assertThat(dev.entries()).isNotEmpty();
    }
  }
}
