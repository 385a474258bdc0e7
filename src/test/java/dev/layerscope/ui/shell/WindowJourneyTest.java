package dev.layerscope.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.operation.Selection;
import dev.layerscope.ui.common.Theme;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/** A person opens the sample, walks, searches, switches environments and themes, and compares. */
class WindowJourneyTest extends Journey {
  @Test
  void aPersonWalksSearchesSwitchesAndCompares() throws Exception {
    waitUntil(() ->
        window().workspace().shown().get().isPresent() && window().shell().graph().drawn() > 3);
    Screens.save(window().stage(), "hierarchy-light");
    assertThat(window().shell().graph().drawn()).isGreaterThan(3);

    walksByKeyboard();
    searches();
    switchesTheEnvironment();
    switchesTheTheme();
    compares();
    readsFindings();
    everyButtonHasAName();
  }

  private void walksByKeyboard() throws Exception {
    interact(window().shell().graph()::requestFocus);
    push(KeyCode.HOME);
    assertThat(selected()).isEqualTo("my-cluster-deps");
    push(KeyCode.RIGHT);
    assertThat(selected()).isEqualTo("type-a-deps");
    push(KeyCode.P);
    assertThat(selected()).isEqualTo("my-cluster-deps");
  }

  private void searches() throws Exception {
    push(KeyCode.CONTROL, KeyCode.F);
    write("baseline-res");
    push(KeyCode.F3);
    assertThat(selected()).isEqualTo("baseline-res");
    Screens.save(window().stage(), "search-light");
    push(KeyCode.ESCAPE);
  }

  private void switchesTheEnvironment() throws Exception {
    interact(() -> window().workspace().look(Selection.environment("dev")));
    waitUntil(() ->
        window()
            .workspace()
            .shown()
            .get()
            .flatMap(s -> s.selection().environmentName())
            .filter("dev"::equals)
            .isPresent());
    assertThat(selected()).isEqualTo("baseline-res");
  }

  private void switchesTheTheme() throws Exception {
    interact(() -> window().theme().choice().set(Theme.Choice.DARK));
    Screens.save(window().stage(), "hierarchy-dark");
    interact(() -> window().theme().choice().set(Theme.Choice.LIGHT));
  }

  private void compares() throws Exception {
    push(KeyCode.CONTROL, KeyCode.DIGIT2);
    waitUntil(() ->
        lookup("#diffPane .code-list").queryAllAs(ListView.class).stream()
            .anyMatch(list -> !list.getItems().isEmpty()));
    push(KeyCode.F7);
    Screens.save(window().stage(), "compare-light");
  }

  private void readsFindings() throws Exception {
    push(KeyCode.CONTROL, KeyCode.DIGIT4);
    waitUntil(() -> there(".findings-list .list-cell"));
    Screens.save(window().stage(), "findings-light");
  }

  private void everyButtonHasAName() throws Exception {
    for (Node node : seen(() -> lookup(n -> n instanceof ButtonBase && n.isVisible()).queryAll())) {
      var button = (ButtonBase) node;
      boolean named =
          button.getText() != null && !button.getText().isBlank()
              || button.getAccessibleText() != null && !button.getAccessibleText().isBlank();
      boolean part =
          button.getStyleClass().contains("arrow-button")
              || button.getStyleClass().contains("increment-button");
      assertThat(named || part).as("a button without a name: %s", button).isTrue();
    }
  }

  private String selected() {
    WaitForAsyncUtils.waitForFxEvents();
    return window().hierarchy().selectedNode().map(HierarchyNode::name).orElse("nothing");
  }
}
