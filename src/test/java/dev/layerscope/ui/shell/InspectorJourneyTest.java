package dev.layerscope.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.git.GitFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.TabPane;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What stands beside the picture is about what the picture shows, and reads as it should. */
class InspectorJourneyTest extends Journey {
  private static final String CLUSTER = "https://git.example.com/clusters/east.git";

  private static final String FORWARDER =
      "apiVersion: observability.openshift.io/v1\nkind: ClusterLogForwarder\nmetadata: {name: f}\n";

  @Override
  Path opens() throws IOException {
    GitFixture.onDisk(folder().resolve("east.git"))
        .defaultBranch("dev")
        .file("deps/c.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\n")
        .file("deps/f.yaml", FORWARDER)
        .commit("Begin");
    Path estate = Files.createDirectories(folder().resolve("estate"));
    Files.writeString(
        estate.resolve("root.yaml"),
        """
        apiVersion: argoproj.io/v1alpha1
        kind: Application
        metadata: {name: root, namespace: argocd}
        spec:
          project: default
          source: {repoURL: "%s", path: deps, targetRevision: dev}
          destination: {server: "https://kubernetes.default.svc", namespace: x}
        """
            .formatted(CLUSTER));
    return Files.writeString(
        estate.resolve("workspace.yaml"),
        """
        name: estate
        repositories: [{url: "%s", clone: ../east.git}]
        roots:
        - {name: east, manifest: root.yaml}
        - {name: gone, manifest: gone.yaml}
        - {name: lost, manifest: lost.yaml}
        """
            .formatted(CLUSTER));
  }

  @BeforeEach
  void makeRoomForAllPanes() throws Exception {
    interact(() -> window().stage().setWidth(1400));
    waitUntil(() -> there("#tabs"));
  }

  @Test
  void fromOneUnreadableRootToTheNextTheInspectorFollows() throws Exception {
    for (String root : new String[] {"gone", "lost", "gone"}) {
      interact(() -> {
        window().hierarchy().selected().set(Optional.empty());
        window().hierarchy().chooseRoot(root);
      });
      waitUntil(() -> title().equals(root));
    }
  }

  @Test
  void lineNumbersOfAManifestStandBackBehindItsText() throws Exception {
    interact(() -> lookup("#tabs").<TabPane>query().getSelectionModel().select(1));
    waitUntil(() -> there(".code-row .line-number"));
    assertThat(
            seen(
                () -> ((Text) this.<Label>the(".code-row .line-number").lookup(".text")).getFill()))
        .isEqualTo(Color.web("#68717b"));
  }

  @Test
  void aKindStandsOnOneLineWithItsGroupBehindIt() throws Exception {
    waitUntil(() ->
        lookup("#overview .label").queryAllAs(Label.class).stream()
            .anyMatch(label ->
                label.getText().equals("ClusterLogForwarder")
                    && label.getHeight() > 0
                    && label.getHeight() < 24));
  }

  private String title() throws Exception {
    return seen(() ->
        this.<Pane>the("#title").getChildren().stream()
            .filter(Label.class::isInstance)
            .map(node -> ((Label) node).getText())
            .findFirst()
            .orElse(""));
  }
}
