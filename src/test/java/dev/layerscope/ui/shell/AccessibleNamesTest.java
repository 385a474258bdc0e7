package dev.layerscope.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Cell;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TreeTableView;
import javafx.scene.control.TreeView;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/** Walks over every page: a screen reader has something to say about each control. */
class AccessibleNamesTest extends Journey {
  private int looked;

  @Test
  void everyControlOfEveryPageHasAName() throws Exception {
    waitUntil(() ->
        window().workspace().shown().get().isPresent() && window().shell().graph().drawn() > 3);
    Set<String> nameless = new LinkedHashSet<>();
    for (Page page : Page.values()) {
      interact(() -> window().shell().go(page));
      waitUntil(() -> window().workspace().background().idle());
      nameless.addAll(namelessOf(page.name()));
    }
    interact(() -> window().shell().goHierarchy());
    interact(() -> window().shell().pictures().modes().blast());
    waitUntil(() -> window().hierarchy().blast().get().isPresent());
    nameless.addAll(namelessOf("blast radius"));
    assertThat(nameless).isEmpty();
    assertThat(looked).as("controls looked at").isGreaterThan(100);
  }

  private List<String> namelessOf(String where) throws Exception {
    WaitForAsyncUtils.waitForFxEvents(4);
    return seen(() -> {
      var nameless = new ArrayList<String>();
      walk(window().stage().getScene().getRoot(), where, nameless);
      return nameless;
    });
  }

  private void walk(Node node, String where, List<String> nameless) {
    if (!node.isVisible()) {
      return;
    }
    boolean ours = isOurs(node);
    looked += ours ? 1 : 0;
    if (ours && !isNamed(node)) {
      nameless.add(where + ": " + node);
    }
    if (node instanceof Parent parent && !(node instanceof Cell)) {
      parent.getChildrenUnmodifiable().forEach(child -> walk(child, where, nameless));
    }
  }

  /** What a person works with; not the parts a control is made of. */
  private static boolean isOurs(Node node) {
    boolean kind =
        node instanceof ButtonBase
            || node instanceof TextInputControl
            || node instanceof ComboBoxBase
            || node instanceof ListView
            || node instanceof TreeView
            || node instanceof TreeTableView;
    return kind && !isPart(node);
  }

  private static boolean isPart(Node node) {
    for (Parent up = node.getParent(); up != null; up = up.getParent()) {
      if (up instanceof ButtonBase
          || up instanceof ComboBoxBase
          || up instanceof TextInputControl) {
        return true;
      }
      if (up instanceof Control) {
        return node.getStyleClass().contains("tab-close-button")
            || node.getStyleClass().contains("control-buttons-tab");
      }
    }
    return false;
  }

  private static boolean isNamed(Node node) {
    boolean said = node.getAccessibleText() != null && !node.getAccessibleText().isBlank();
    boolean written =
        node instanceof Labeled labeled
            && labeled.getText() != null
            && !labeled.getText().isBlank();
    return said || written || hasLabel(node);
  }

  private static boolean hasLabel(Node node) {
    return node.getScene().getRoot().lookupAll(".label").stream()
        .filter(Label.class::isInstance)
        .anyMatch(label -> node.equals(((Label) label).getLabelFor()));
  }
}
