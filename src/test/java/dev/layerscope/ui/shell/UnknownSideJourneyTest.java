package dev.layerscope.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.git.GitFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.TreeTableView;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** Where one side cannot be looked at, every page says so, and none calls anything equal. */
class UnknownSideJourneyTest extends Journey {
  private static final String CLUSTER = "https://git.example.com/clusters/east.git";
  private static final String TEAM = "https://git.example.com/teams/lonely.git";
  private static final String CONFIG = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\n";

  @Override
  Path opens() throws IOException {
    GitFixture.onDisk(folder().resolve("east.git"))
        .defaultBranch("dev")
        .file("deps/web.yaml", application("web", TEAM, "app", "dev"))
        .commit("Begin")
        .branch("qa")
        .file("deps/web.yaml", application("web", TEAM, "app", "qa"))
        .commit("Our branch");
    GitFixture.onDisk(folder().resolve("lonely.git"))
        .defaultBranch("dev")
        .file("app/c.yaml", CONFIG)
        .commit("Without a branch qa");
    Path estate = Files.createDirectories(folder().resolve("estate"));
    Files.writeString(estate.resolve("root.yaml"), application("root", CLUSTER, "deps", "dev"));
    return Files.writeString(
        estate.resolve("workspace.yaml"),
        """
        name: estate
        repositories: [{url: "%s", clone: ../east.git}, {url: "%s", clone: ../lonely.git}]
        roots: [{name: east, manifest: root.yaml}]
        environments: [{name: dev, branch: dev}, {name: qa, branch: qa}]
        """
            .formatted(CLUSTER, TEAM));
  }

  private static String application(String name, String url, String path, String revision) {
    return """
    apiVersion: argoproj.io/v1alpha1
    kind: Application
    metadata: {name: %s, namespace: argocd}
    spec:
      project: default
      source: {repoURL: "%s", path: %s, targetRevision: %s}
      destination: {server: "https://kubernetes.default.svc", namespace: x}
    """
        .formatted(name, url, path, revision);
  }

  @Test
  void anUnknownSideIsSaidInTheHeaderInTheTreeAndInTheMatrix() throws Exception {
    waitUntil(() -> window().workspace().shown().get().isPresent());
    push(KeyCode.CONTROL, KeyCode.DIGIT2);
    waitUntil(() -> labels("#summary").contains("1 node could not be looked at."));
    assertThat(seen(() -> labels("#summary"))).doesNotContain("equal");
    assertThat(seen(() -> labels("#treeTitle"))).contains("1 unknown");
    assertThat(
            seen(() ->
                lookup("#tree").queryAs(TreeView.class).lookupAll(".diff-unknown").stream()
                    .map(node -> ((Label) node).getText())
                    .toList()))
        .as("beside the layer, the repository, the Application and its object")
        .contains("?1", "?");
    push(KeyCode.CONTROL, KeyCode.DIGIT3);
    waitUntil(() -> there("#table") && labels("#summary").contains("1 could not be looked at"));
    waitUntil(() -> !unknownCells().isEmpty());
    assertThat(seen(this::unknownCells)).contains("?", "unresolved");
  }

  private List<String> unknownCells() {
    return lookup("#table").queryAs(TreeTableView.class).lookupAll(".cell-unknown .label").stream()
        .map(node -> ((Label) node).getText())
        .toList();
  }

  private String labels(String query) {
    return String.join(
        "\n", lookup(query).queryAllAs(Label.class).stream().map(Label::getText).toList());
  }
}
