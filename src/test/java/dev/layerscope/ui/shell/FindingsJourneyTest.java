package dev.layerscope.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.operation.Selection;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** A person reads what is wrong in dev: by code, with the reason, at the line. */
class FindingsJourneyTest extends Journey {
  @Test
  void aPersonSeesWhyAFindingMattersAndTheLineItIsAt() throws Exception {
    waitUntil(() -> window().workspace().shown().get().isPresent());
    interact(() -> window().workspace().look(Selection.environment("dev")));
    waitUntil(() ->
        window()
            .workspace()
            .shown()
            .get()
            .filter(s -> s.selection().equals(Selection.environment("dev")))
            .isPresent());
    push(KeyCode.CONTROL, KeyCode.DIGIT4);
    waitUntil(() -> there(".findings-list .list-cell"));
    interact(() -> lookup("#grouping").<ChoiceBox<?>>query().getSelectionModel().select(1));
    interact(() -> lookup(".findings-list").<ListView<?>>query().getSelectionModel().select(1));
    waitUntil(() -> there(".finding-detail .code-row.changed"));
    assertThat(seen(() -> lookup(".findings-list").<ListView<?>>query().getItems().size()))
        .isGreaterThan(50);
    Screens.save(window().stage(), "findings-by-code-light");
  }

  @Test
  void aPersonSeesWhatAnotherEnvironmentDoesNotHave() throws Exception {
    waitUntil(() -> window().workspace().shown().get().isPresent());
    push(KeyCode.CONTROL, KeyCode.DIGIT4);
    waitUntil(() -> there(".findings-list .list-cell"));
    waitUntil(() -> chosen() == 0);
    assertThat(
            seen(() ->
                lookup(".findings-list .list-cell").<ListCell<?>>queryAll().stream()
                    .filter(cell -> !cell.isEmpty())
                    .map(ListCell::getAccessibleText)
                    .toList()))
        .as("of Applications that are called the same in two clusters each tells its own")
        .anyMatch(words -> words.contains(", mistakes, "));
    waitUntil(() -> there(".finding-detail .label"));
    assertThat(
            seen(() ->
                lookup(".finding-detail .label").<Label>queryAll().stream()
                    .map(Label::getText)
                    .toList()))
        .as("the explanation, without marks of Markdown")
        .anyMatch(words -> words.startsWith("Argo CD:"))
        .noneMatch(words -> words.contains("`"));
    int all = size();
    ChoiceBox<?> against = lookup("#against").query();
    interact(() -> against.getSelectionModel().select(1));
    waitUntil(() -> window().workspace().background().idle() && size() < all);
    assertThat(seen(() -> against.getValue().toString())).isEqualTo("Not in dev");
    interact(() -> against.getSelectionModel().select(0));
    waitUntil(() -> size() == all);
    Screens.save(window().stage(), "findings-not-in-dev-light");
  }

  @Test
  void anEmptyListSaysWhyAndLeadsOut() throws Exception {
    waitUntil(() -> window().workspace().shown().get().isPresent());
    push(KeyCode.CONTROL, KeyCode.DIGIT4);
    waitUntil(() -> there(".findings-list .list-cell"));
    assertThat(seen(() -> lookup("#looked").queryLabeled().getText()))
        .as("the sample has a repository that is not there, and plugins")
        .contains(" nodes; ", "opaque", "1 repository unreadable", "may hide more");
    int all = size();
    interact(() -> lookup("#filter").queryTextInputControl().setText("nothing is called this"));
    waitUntil(() -> size() == 0 && there(".findings-list .empty-note"));
    assertThat(seen(() -> lookup(".findings-list .empty-note").queryLabeled().getText()))
        .contains("hidden by the filter");
    interact(() -> lookup(".findings-list .button").queryButton().fire());
    waitUntil(() -> size() == all);
  }

  /** The first is explained at once. */
  private int chosen() throws Exception {
    return seen(
        () -> lookup(".findings-list").<ListView<?>>query().getSelectionModel().getSelectedIndex());
  }

  private int size() throws Exception {
    return seen(() -> lookup(".findings-list").<ListView<?>>query().getItems().size());
  }
}
