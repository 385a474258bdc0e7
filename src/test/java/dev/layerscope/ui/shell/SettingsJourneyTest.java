package dev.layerscope.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.git.GitFixture;
import dev.layerscope.operation.resolve.MovedNodes;
import dev.layerscope.ui.common.SettingsFile;
import dev.layerscope.ui.common.Theme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

/** A person edits the workspace file in its form, and fetches one repository. */
class SettingsJourneyTest extends ApplicationTest {
  @TempDir @Nullable Path folder;
  private App.@Nullable Built window;
  private @Nullable GitFixture east;

  @Override
  public void start(Stage stage) throws Exception {
    east =
        GitFixture.onDisk(folder().resolve("east.git"))
            .defaultBranch("dev")
            .file("root.yaml", application("east-deps", "deps"))
            .file("deps/one.yaml", application("one", "one"))
            .file("one/c.yaml", configMap("1"))
            .commit("Begin")
            .branch("prod")
            .on("dev");
    Files.writeString(
        file(),
        """
        # ours
        name: estate
        repositories:
          - url: %s   # the cluster
        roots:
          - {name: east, repoURL: "%s", revision: dev, path: root.yaml}
        environments:
          # first try
          - name: dev
            branch: dev
          - name: prod
            branch: prod
        """
            .formatted(url(), url()));
    var settings = new SettingsFile(folder().resolve("window.properties"));
    window = App.build(stage, settings, folder().resolve("clones"));
    stage.setX(0);
    stage.setY(0);
    stage.setWidth(1000);
    stage.setHeight(800);
    stage.show();
    window.workspace().open(file());
  }

  private String url() {
    return "file://" + folder().resolve("east.git");
  }

  private Path folder() {
    return Objects.requireNonNull(folder);
  }

  private Path file() {
    return folder().resolve("workspace.yaml");
  }

  private App.Built window() {
    return Objects.requireNonNull(window);
  }

  private String application(String name, String path) {
    return """
    apiVersion: argoproj.io/v1alpha1
    kind: Application
    metadata: {name: %s, namespace: argocd}
    spec:
      project: default
      source: {repoURL: "%s", path: %s, targetRevision: dev}
      destination: {server: https://kubernetes.default.svc, namespace: x}
    """
        .formatted(name, url(), path);
  }

  private static String configMap(String value) {
    return "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\ndata: {v: \"" + value + "\"}\n";
  }

  @AfterEach
  void close() {
    interact(window().workspace()::close);
  }

  private void waitUntil(Callable<Boolean> condition) throws Exception {
    WaitForAsyncUtils.waitFor(
        60, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(condition).get());
    WaitForAsyncUtils.waitForFxEvents();
  }

  private void quiet() throws Exception {
    waitUntil(() ->
        window().workspace().background().idle() && window().workspace().shown().get().isPresent());
  }

  private void choose(String section) {
    interact(() -> {
      ListView<Object> places = lookup("#places").query();
      for (int i = 0; i < places.getItems().size(); i++) {
        places.getSelectionModel().select(i);
        if (lookup("#title").<Label>query().getText().equals(section)) {
          return;
        }
      }
      throw new AssertionError("no section " + section);
    });
    WaitForAsyncUtils.waitForFxEvents();
  }

  private void type(String field, String text) {
    interact(() -> {
      TextField box = lookup("#" + field).query();
      box.setText(text);
      box.fireEvent(new javafx.event.ActionEvent());
    });
    WaitForAsyncUtils.waitForFxEvents();
  }

  @Test
  void aWorkspaceFileEditedElsewhereIsReadAgainAndABrokenOneLeavesThePicture() throws Exception {
    quiet();
    String written = Files.readString(file());
    Files.writeString(file(), written.replace("name: estate", "name: renamed"));
    interact(() -> window().workspace().readAgain());
    waitUntil(() ->
        window().workspace().opened().get().orElseThrow().workspace().name().equals("renamed"));
    quiet();

    Files.writeString(file(), written + "roots: [\n");
    interact(() -> window().workspace().readAgain());
    waitUntil(() -> window().workspace().problem().get().isPresent());
    assertThat(window().workspace().problem().get().orElseThrow().message())
        .contains("workspace.yaml");
    assertThat(window().workspace().shown().get()).isPresent();
  }

  @Test
  void aPersonEditsTheFileInItsFormAndEveryCommentStays() throws Exception {
    quiet();
    String before = Files.readString(file());
    interact(() -> window().shell().go(Page.SETTINGS));
    choose("Environments");
    Screens.save(window().stage(), "settings-light");

    type("environments-1-branch", "main");
    assertThat(file())
        .content()
        .isEqualTo(before.replace("    branch: prod\n", "    branch: main\n"));
    quiet();
    assertThat(
            window()
                .workspace()
                .opened()
                .get()
                .orElseThrow()
                .workspace()
                .environments()
                .get(1)
                .branch())
        .isEqualTo("main");

    type("environments-0-name", "");
    assertThat(lookup("#said").<Label>query().getText()).contains("lacks the key “name”");
    assertThat(file()).content().contains("- name: dev");

    interact(() -> lookup("#undo").<Button>query().fire());
    quiet();
    assertThat(file()).hasContent(before);

    Files.writeString(file(), before.replace("# ours", "# theirs"));
    type("environments-1-branch", "main");
    assertThat(lookup("#said").<Label>query().getText()).contains("changed by somebody else");
    assertThat(file()).content().startsWith("# theirs").contains("branch: prod");

    choose("This program");
    waitUntil(() -> lookup(".found-row").queryAll().size() == 1);
    interact(() -> window().theme().choice().set(Theme.Choice.DARK));
    Screens.save(window().stage(), "settings-program-dark");
  }

  @Test
  void whatAFetchBringsIsSaidPerRepositoryAndPerNode() throws Exception {
    quiet();
    Objects.requireNonNull(east)
        .file("one/c.yaml", configMap("2"))
        .file("deps/two.yaml", application("two", "one"))
        .commit("More");
    interact(() -> {
      window().shell().go(Page.SETTINGS);
      window().workspace().fetch(Objects.requireNonNull(east).url());
    });
    quiet();

    assertThat(window().workspace().moved().get().how().entrySet())
        .extracting(e -> e.getKey().name() + " " + e.getValue())
        .contains("one " + MovedNodes.How.CHANGED, "two " + MovedNodes.How.APPEARED);
    Label moved = lookup(".found-row .small").query();
    assertThat(moved.getText()).contains("dev ").contains(" → ");
    Screens.save(window().stage(), "repositories-light");

    interact(() -> window().shell().go(Page.HIERARCHY));
    quiet();
    assertThat(lookup("#modeRow .label").queryAllAs(Label.class))
        .extracting(Label::getText)
        .contains("Since the last look");
    Screens.save(window().stage(), "since-light");
    interact(() -> window().shell().pictures().nextDifference(1));
    assertThat(window().hierarchy().selectedNode().orElseThrow().id().name()).isIn("one", "two");
    interact(() -> window().shell().graph().requestFocus());
    type(KeyCode.ESCAPE);
    assertThat(window().workspace().moved().get().size()).isZero();
    assertThat(lookup("#modeRow").query().isVisible()).isFalse();

    Files.move(folder().resolve("east.git"), folder().resolve("gone.git"));
    interact(() -> window().workspace().fetch());
    quiet();
    assertThat(window().workspace().problem().get().orElseThrow().message())
        .contains("There is no repository")
        .contains("You see what was fetched just now.");
    assertThat(window().workspace().shown().get().orElseThrow().hierarchy().nodes()).hasSize(3);
    Screens.save(window().stage(), "repositories-gone-light");
  }
}
