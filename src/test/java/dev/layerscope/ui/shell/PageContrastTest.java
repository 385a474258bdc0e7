package dev.layerscope.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.operation.Selection;
import dev.layerscope.ui.common.Theme;
import dev.layerscope.ui.hierarchy.HierarchyController.Picture;
import dev.layerscope.ui.workspace.EditWish;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Words and symbols of every page, form and pane stand out from what they are painted on, in both
 * themes. The paper is what most pixels around a text have; the ink is the text's own colour, where
 * strokes thinner than a pixel never show all of it.
 */
class PageContrastTest extends Journey {
  private static final double LEAST = 4.5;

  /** Of hints and line numbers. */
  private static final double LEAST_HINT = 4.2;

  private static final double LEAST_SYMBOL = 3;

  private final Set<String> weak = new LinkedHashSet<>();
  private int looked;

  @Test
  void wordsOfEveryPageStandOutInBothThemes() throws Exception {
    waitUntil(() ->
        window().workspace().shown().get().isPresent() && window().shell().graph().drawn() > 3);
    interact(() -> window().workspace().look(Selection.environment("prod")));
    for (Theme.Choice theme : List.of(Theme.Choice.LIGHT, Theme.Choice.DARK)) {
      interact(() -> window().theme().choice().set(theme));
      for (Page page : Page.values()) {
        interact(() -> window().shell().go(page));
        look(theme + " " + page);
      }
      for (EditWish.Kind kind : EditWish.Kind.values()) {
        interact(() -> window().workspace().edits().want(new EditWish.Form(kind, Map.of())));
        look(theme + " form " + kind);
      }
      interact(() -> window().shell().go(Page.HIERARCHY));
      for (Picture picture : Picture.values()) {
        interact(() -> window().shell().pictures().show(picture));
        look(theme + " " + picture);
      }
      interact(() -> window().shell().pictures().show(Picture.TREE));
      interact(() -> window().shell().pictures().modes().blastLayer("baseline"));
      look(theme + " blast radius");
      interact(() -> window().shell().overlay("dev"));
      look(theme + " overlay");
    }
    interact(() -> window().shell().welcome());
    look("welcome");
    assertThat(weak).isEmpty();
    assertThat(looked).as("texts looked at").isGreaterThan(1000);
  }

  private void look(String where) throws Exception {
    waitUntil(() -> window().workspace().background().idle());
    WaitForAsyncUtils.waitForFxEvents(8);
    interact(() -> {
      Scene scene = window().stage().getScene();
      measure(scene.getRoot(), scene.snapshot(null), where);
    });
  }

  private void measure(Node node, WritableImage image, String where) {
    if (!node.isVisible() || node.isDisabled() || node.getOpacity() < 1) {
      return;
    }
    if (node instanceof Text text && !text.getText().isBlank() && isWhole(text, image)) {
      looked++;
      double contrast = contrast(text, image);
      if (contrast < least(text)) {
        weak.add(
            "%s: “%s” of %s: %.2f"
                .formatted(where, text.getText(), text.getParent().getStyleClass(), contrast));
      }
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> measure(child, image, where));
    }
  }

  private static double least(Text text) {
    if (text.getStyleClass().contains("ikonli-font-icon")) {
      return LEAST_SYMBOL;
    }
    boolean hint =
        text.getParent().getStyleClass().stream()
            .anyMatch(style -> style.equals("subtle") || style.equals("text-input"));
    return hint ? LEAST_HINT : LEAST;
  }

  /** What scrolls out of its pane, or lies below another one, cannot be measured where it is. */
  private static boolean isWhole(Text text, WritableImage image) {
    Bounds here = text.localToScene(text.getLayoutBounds());
    for (Parent above = text.getParent(); above != null; above = above.getParent()) {
      Node clip = above.getClip();
      if (clip != null && !above.localToScene(clip.getBoundsInParent()).contains(here)) {
        return false;
      }
    }
    return here.getWidth() > 2
        && here.getMinX() >= 0
        && here.getMinY() >= 0
        && here.getMaxX() < image.getWidth()
        && here.getMaxY() < image.getHeight();
  }

  private static double contrast(Text text, WritableImage image) {
    Bounds at = text.localToScene(text.getLayoutBounds());
    double seen =
        Contrast.of(
            image.getPixelReader(),
            (int) at.getMinX(),
            (int) at.getMinY(),
            (int) at.getMaxX() + 1,
            (int) at.getMaxY() + 1);
    return text.getFill() instanceof Color ink
        ? Math.max(seen, Contrast.of(ink, Contrast.paper(image.getPixelReader(), at)))
        : seen;
  }
}
