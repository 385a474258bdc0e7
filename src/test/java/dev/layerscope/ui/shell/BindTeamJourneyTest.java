package dev.layerscope.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.ui.common.SettingsFile;
import dev.layerscope.ui.workspace.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

/** A person binds a team, sees what that does, commits and takes it back. */
class BindTeamJourneyTest extends ApplicationTest {
  @TempDir static @Nullable Path folder;
  private App.@Nullable Built window;

  @Override
  public void start(Stage stage) {
    // Clones of its own: what is committed here must not be seen by other tests.
    window =
        App.build(
            stage, new SettingsFile(folder.resolve("window.properties")), folder.resolve("clones"));
    stage.setX(0);
    stage.setY(0);
    stage.setWidth(1000);
    stage.setHeight(800);
    stage.show();
    window.workspace().open(Sample.FOLDER);
  }

  @AfterEach
  void close() {
    interact(window.workspace()::close);
  }

  @Test
  void aTeamIsBoundAndTheCommitTakenBack() throws Exception {
    waitUntil(() -> window.workspace().shown().get().isPresent());
    knowAnAuthor();
    push(KeyCode.CONTROL, KeyCode.DIGIT5);
    Button commit = lookup("#commit").queryButton();
    assertThat(commit.isDisabled()).isTrue();

    clickOn("#name").write("dreamteam");
    interact(() -> {
      ComboBox<?> repository = lookup("#repository").queryComboBox();
      repository.getEditor().setText("https://git.example.com/teams/dreamteam.git");
    });
    waitUntil(() ->
        !commit.isDisabled()
            || lookup("#status").<Labeled>query().getStyleClass().contains("error"));
    Screens.save(window.stage(), "bind-files");
    assertThat(commit.isDisabled()).as(lookup("#status").<Labeled>query().getText()).isFalse();
    assertThat(commit.getText()).isEqualTo("Commit locally to 1 branch");
    Screens.save(window.stage(), "bind-files");
    interact(() ->
        lookup("#tabs").<TabPane>queryAll().forEach(tabs -> tabs.getSelectionModel().select(1)));
    Screens.save(window.stage(), "bind-hierarchy");

    interact(() -> lookup("#name").<TextField>query().requestFocus());
    push(KeyCode.CONTROL, KeyCode.ENTER);
    waitUntil(
        () -> lookup("#resultText").<Labeled>query().getText().contains("Nothing was pushed"));
    waitUntil(() -> window.workspace().background().idle());
    Screens.save(window.stage(), "bind-committed");

    interact(lookup("#undo").queryButton()::fire);
    waitUntil(() -> lookup("#resultText").<Labeled>query().getText().startsWith("Taken back"));
    waitUntil(() -> window.workspace().background().idle());
  }

  /** A machine whose git knows nobody must not decide this test. */
  private static void knowAnAuthor() throws IOException {
    try (Stream<Path> files = Files.walk(Objects.requireNonNull(folder).resolve("clones"), 2)) {
      for (Path config : files.filter(file -> file.endsWith("config")).toList()) {
        String author = "[user]\n\tname = Robin Example\n\temail = robin@example.com\n";
        Files.writeString(config, author, StandardOpenOption.APPEND);
      }
    }
  }

  private static void waitUntil(Callable<Boolean> condition) throws TimeoutException {
    WaitForAsyncUtils.waitFor(120, TimeUnit.SECONDS, condition);
    WaitForAsyncUtils.waitForFxEvents();
  }
}
