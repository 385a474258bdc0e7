package dev.layerscope.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** A person binds a team, sees what that does, commits and takes it back. */
class BindTeamJourneyTest extends Journey {
  /** Clones of its own: what is committed here must not be seen by other tests. */
  @Override
  Path clones() {
    return folder().resolve("clones");
  }

  @Test
  void aTeamIsBoundAndTheCommitTakenBack() throws Exception {
    waitUntil(() -> window().workspace().shown().get().isPresent());
    Author.of(clones());
    push(KeyCode.CONTROL, KeyCode.DIGIT5);
    interact(this.<Button>the("#newTeam")::fire);
    Button commit = the("#commit");
    assertThat(commit.isDisabled()).isTrue();

    TextField name = the("#name");
    clickOn(name).write("dreamteam");
    ComboBox<?> repository = the("#repository");
    String url = "https://git.example.com/teams/dreamteam.git";
    waitUntil(() -> repository.getEditor().getText().equals(url)); // the one of the team's name
    waitUntil(() ->
        !commit.isDisabled() || this.<Labeled>the("#status").getStyleClass().contains("error"));
    Screens.save(window().stage(), "bind-files");
    assertThat(commit.isDisabled()).as(this.<Labeled>the("#status").getText()).isFalse();
    assertThat(commit.getText()).isEqualTo("Commit locally to 1 branch");
    Screens.save(window().stage(), "bind-files");
    interact(() ->
        lookup("#tabs").<TabPane>queryAll().forEach(tabs -> tabs.getSelectionModel().select(1)));
    Screens.save(window().stage(), "bind-hierarchy");

    interact(name::requestFocus);
    push(KeyCode.CONTROL, KeyCode.ENTER);
    waitUntil(() -> this.<Labeled>the("#resultText").getText().contains("Nothing was pushed"));
    waitUntil(() -> window().workspace().background().idle());
    Screens.save(window().stage(), "bind-committed");

    interact(this.<Button>the("#undo")::fire);
    waitUntil(() -> this.<Labeled>the("#resultText").getText().startsWith("Taken back"));
    waitUntil(() -> window().workspace().background().idle());

    interact(name::requestFocus);
    push(KeyCode.ESCAPE);
    ListView<?> sets = the("#sets");
    waitUntil(() -> sets.getItems().size() == 1);
    waitUntil(() -> window().workspace().background().idle());
    assertThat(this.<Labeled>the("#counts").getText()).startsWith("1 change set");
    Screens.save(window().stage(), "changes");
  }

  @Test
  void aCommitThatFailsIsPlannedAnewAndTriedAgain() throws Exception {
    Author.of(clones());
    push(KeyCode.CONTROL, KeyCode.DIGIT5);
    interact(this.<Button>the("#newTeam")::fire);
    clickOn(this.<TextField>the("#name")).write("dreamteam");
    Button commit = the("#commit");
    waitUntil(() -> !commit.isDisabled());

    Path lock = myCluster().resolve("refs/heads/dev.lock");
    Files.createDirectories(lock.getParent());
    Files.createFile(lock);
    interact(commit::fire);
    waitUntil(() -> window().workspace().problem().get().isPresent() && !commit.isDisabled());
    assertThat(this.<TextField>the("#message").isFocused()).isTrue();

    Files.delete(lock);
    interact(window().workspace().problem().get().orElseThrow().retry());
    waitUntil(() -> this.<Labeled>the("#resultText").getText().contains("Nothing was pushed"));
  }

  private Path myCluster() throws IOException {
    try (Stream<Path> clones = Files.list(clones())) {
      return clones
          .filter(clone -> clone.getFileName().toString().matches("my-cluster-.*\\.git"))
          .findFirst()
          .orElseThrow();
    }
  }
}
