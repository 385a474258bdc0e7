package dev.layerscope.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.operation.Selection;
import dev.layerscope.ui.hierarchy.Filter;
import dev.layerscope.ui.hierarchy.HierarchyController.Picture;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Control;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/** Words of the hierarchy page are whole, or a tooltip has the rest, in windows of every size. */
class WholeWordsTest extends Journey {
  /** What is narrow and as tall as the window is a pane that is folded: a strip. */
  private static final double STRIP = 40;

  private static final double TALL = 300;

  private final Set<String> cut = new LinkedHashSet<>();
  private int looked;

  @Test
  void noWordsAreCutInTheSmallestWindow() throws Exception {
    walk(960, 640);
    assertThat(seen(() -> this.<ToggleButton>the("#matrixItem")))
        .as("symbols alone, told by tooltips")
        .satisfies(item -> assertThat(item.getWidth()).isEqualTo(42))
        .satisfies(item -> assertThat(item.getTooltip().getText()).isEqualTo("Matrix"));
  }

  @Test
  void noWordsAreCutInAWindowWithAllPanes() throws Exception {
    walk(1280, 800);
  }

  private void walk(int width, int height) throws Exception {
    interact(() -> {
      window().stage().setWidth(width);
      window().stage().setHeight(height);
    });
    interact(() -> window().workspace().look(Selection.environment("prod")));
    look("tree");
    interact(() -> window().shell().keys());
    look("keys");
    push(KeyCode.ESCAPE);
    interact(() -> window().shell().palette());
    look("palette");
    push(KeyCode.ESCAPE);
    interact(() -> window().hierarchy().search().look("base"));
    look("search");
    interact(() -> window().hierarchy().search().look(""));
    interact(() -> window().hierarchy().filter().set(Filter.NONE.flip(Filter.Facet.LAYER, "team")));
    look("filter");
    interact(() -> window().hierarchy().filter().set(Filter.NONE));
    for (Picture picture : Picture.values()) {
      interact(() -> window().shell().pictures().show(picture));
      look(picture.name());
      interact(() -> lookup("#searchField").<TextField>query().setText("base"));
      look(picture.name() + " searched");
      assertThat(lookup(".search-box .button").<Region>queryAll())
          .allMatch(button -> button.getWidth() > 0);
      interact(() -> lookup("#searchField").<TextField>query().clear());
    }
    interact(() -> window().shell().pictures().show(Picture.TREE));
    interact(() -> window().shell().pictures().modes().blastLayer("baseline"));
    look("blast radius");
    interact(() -> window().hierarchy().blast().set(Optional.empty()));
    interact(() -> window().shell().overlay("dev"));
    look("overlay");
    waitUntil(() -> this.<Labeled>the("#sizes").getText().startsWith("Overlay of prod and dev · "));
    assertThat(cut).isEmpty();
    assertThat(looked).as("words looked at").isGreaterThan(200);
  }

  private void look(String where) throws Exception {
    waitUntil(() -> window().workspace().background().idle());
    WaitForAsyncUtils.waitForFxEvents(8);
    interact(() -> {
      for (Window open : Window.getWindows()) {
        words(open.getScene().getRoot(), where);
      }
    });
  }

  private void words(Node node, String where) {
    boolean folded =
        node instanceof Region pane && pane.getWidth() <= STRIP && pane.getHeight() > TALL;
    if (!node.isVisible() || folded) {
      return;
    }
    if (node instanceof Labeled labeled && labeled.getText() != null) {
      looked++;
      // A link has its tooltip once somebody points at it.
      if (isCut(labeled) && labeled.getTooltip() == null && !(labeled instanceof Hyperlink)) {
        cut.add(where + ": “" + labeled.getText() + "” in " + labeled.getStyleClass());
      }
    }
    if (node instanceof Control && sticksOut(node)) {
      cut.add(where + ": " + node + " sticks out of its pane");
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> words(child, where));
    }
  }

  /** A row that is wider than its pane ends where the pane does, and nobody sees the rest. */
  private static boolean sticksOut(Node node) {
    for (Parent above = node.getParent(); above != null; above = above.getParent()) {
      if (above.getParent() instanceof SplitPane && above.getClip() != null) {
        double right = above.sceneToLocal(node.localToScene(node.getBoundsInLocal())).getMaxX();
        return node.getBoundsInLocal().getWidth() > 0
            && right > above.getLayoutBounds().getWidth() + 1;
      }
    }
    return false;
  }

  /** What is drawn is not what is to be said. */
  private static boolean isCut(Labeled labeled) {
    if (labeled.getWidth() <= 0
        || labeled.getText().isBlank()
        || labeled.getContentDisplay() == ContentDisplay.GRAPHIC_ONLY) {
      return false;
    }
    return labeled.getChildrenUnmodifiable().stream()
        .filter(Text.class::isInstance)
        .map(Text.class::cast)
        .anyMatch(text ->
            text.isVisible()
                && text.getStyleClass().contains("text") // an icon is a text as well
                && !text.getText().replace("\n", "").equals(labeled.getText().replace("\n", "")));
  }
}
