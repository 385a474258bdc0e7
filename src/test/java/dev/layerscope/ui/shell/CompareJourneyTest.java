package dev.layerscope.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** A person compares prod with dev, looks at it in every way, and sees all environments at once. */
class CompareJourneyTest extends Journey {
  @Test
  void aPersonComparesTwoEnvironmentsAndThenAll() throws Exception {
    waitUntil(() -> window().workspace().shown().get().isPresent());
    push(KeyCode.CONTROL, KeyCode.DIGIT2);
    waitUntil(() -> rows() > 0 && words("#viewedLabel").startsWith("Viewed 0 of "));
    Screens.save(window().stage(), "compare-structured-light");
    assertThat(seen(() -> words("#hiddenBox .strong"))).startsWith("25 hidden by 1 rule");
    assertThat(seen(() -> words("#riskCount"))).isNotBlank();
    push(KeyCode.V);
    waitUntil(() -> words("#viewedLabel").startsWith("Viewed 1 of "));
    push(KeyCode.T);
    waitUntil(() -> chosen("Text"));
    push(KeyCode.U);
    waitUntil(() -> chosen("Unified"));
    Screens.save(window().stage(), "compare-unified-light");
    push(KeyCode.CONTROL, KeyCode.DIGIT3);
    waitUntil(() -> there("#table") && table().getExpandedItemCount() > 10);
    Screens.save(window().stage(), "matrix-light");
    int all = seen(() -> table().getExpandedItemCount());
    push(KeyCode.D);
    waitUntil(() -> table().getExpandedItemCount() < all);
  }

  private TreeTableView<?> table() {
    return lookup("#table").queryAs(TreeTableView.class);
  }

  private int rows() {
    return lookup("#diffPane .code-list").queryAllAs(ListView.class).stream()
        .mapToInt(list -> list.getItems().size())
        .max()
        .orElse(0);
  }

  private String words(String query) {
    return lookup(query).queryAllAs(Label.class).stream()
        .map(Label::getText)
        .findFirst()
        .orElse("");
  }

  private boolean chosen(String text) {
    return lookup(".toggle-button").queryAllAs(ToggleButton.class).stream()
        .anyMatch(button -> button.isSelected() && text.equals(button.getText()));
  }
}
