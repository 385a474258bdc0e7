package dev.layerscope.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.git.GitFixture;
import dev.layerscope.ui.common.SettingsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Marked logins in the addresses of a workspace and of an Application, one of which cannot be
 * reached: no page shows them, nor does the window's title, nor what is remembered of it.
 */
class SecretsOnScreenTest extends ApplicationTest {
  private static final String MARK = "Marked-Secret-";

  @TempDir @Nullable Path folder;
  private App.@Nullable Built window;

  private Path folder() {
    return Objects.requireNonNull(folder);
  }

  private App.Built window() {
    return Objects.requireNonNull(window);
  }

  @Override
  public void start(Stage stage) throws Exception {
    window =
        App.build(
            stage, new SettingsFile(folder().resolve("window.properties")), folder().resolve("c"));
    stage.setX(0);
    stage.setY(0);
    stage.setWidth(1000);
    stage.setHeight(800);
    stage.show();
    window.workspace().open(workspace());
  }

  private Path workspace() throws IOException {
    GitFixture.onDisk(folder().resolve("estate.git"))
        .file("apps/one.yaml", application("one", login("an-application", "git.invalid") + "/x"))
        .file(
            "apps/two.yaml",
            "apiVersion: v1\nkind: Secret\nmetadata: {name: x}\nstringData: {a: " + MARK + "x}\n")
        .commit("Begin");
    Files.writeString(
        folder().resolve("root.yaml"),
        application("root", "https://git.example.com/estate.git").replace("path: .", "path: apps"));
    return Files.writeString(
        folder().resolve("workspace.yaml"),
        """
        name: estate
        repositories:
          - {url: "https://git.example.com/estate.git", remote: estate.git}
          - {url: "%s/gone.git"}
        roots: [{name: east, manifest: root.yaml}]
        environments: [{name: main, branch: main}]
        """
            .formatted(login("the-workspace", "127.0.0.1:1")));
  }

  private static String login(String mark, String host) {
    return "https://robin:" + MARK + mark + "@" + host;
  }

  private static String application(String name, String url) {
    return """
    apiVersion: argoproj.io/v1alpha1
    kind: Application
    metadata: {name: %s, namespace: argocd}
    spec:
      project: default
      source: {repoURL: "%s", path: .}
      destination: {server: "https://kubernetes.default.svc", namespace: x}
    """
        .formatted(name, url);
  }

  @AfterEach
  void close() {
    interact(window().workspace()::close);
  }

  private <T> T seen(Callable<T> question) {
    return WaitForAsyncUtils.waitForAsyncFx(TimeUnit.SECONDS.toMillis(120), question);
  }

  private void waitUntil(Callable<Boolean> condition) throws Exception {
    WaitForAsyncUtils.waitFor(120, TimeUnit.SECONDS, () -> seen(condition));
    WaitForAsyncUtils.waitForFxEvents();
  }

  @Test
  void noPageAndNoTitleShowsALogin() throws Exception {
    waitUntil(() -> window().workspace().shown().get().isPresent());
    assertThat(seen(() -> words(window().stage().getScene().getRoot())))
        .anyMatch(text -> text.contains("one"));

    for (Page page : Page.values()) {
      interact(() -> window().shell().go(page));
      WaitForAsyncUtils.waitForFxEvents();
      assertThat(seen(() -> words(window().stage().getScene().getRoot())))
          .as(page.name())
          .isNotEmpty()
          .noneMatch(text -> text.contains(MARK));
      assertThat(seen(window().stage()::getTitle)).contains("estate").doesNotContain(MARK);
    }
    assertThat(Files.readString(folder().resolve("window.properties"))).doesNotContain(MARK);
  }

  /** All that is written below a node: shown, in a tooltip, or told to a screen reader. */
  private static List<String> words(Node node) {
    var all = new ArrayList<String>();
    Stream.of(node.getAccessibleText(), node.getAccessibleHelp())
        .filter(Objects::nonNull)
        .forEach(all::add);
    if (node instanceof Labeled labeled) {
      all.add(labeled.getText());
    }
    if (node instanceof Text text) {
      all.add(text.getText());
    }
    if (node instanceof TextInputControl input) {
      all.add(input.getText());
    }
    if (node instanceof Control control && control.getTooltip() != null) {
      all.add(control.getTooltip().getText());
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> all.addAll(words(child)));
    }
    all.removeIf(Objects::isNull);
    return all;
  }
}
