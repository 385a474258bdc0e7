package dev.layerscope.ui.shell;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;

/** The one card that may float over a page: the palette, the keys. */
final class Floating {
  private final StackPane content;
  private final Runnable afterwards;

  /**
   * @param content where the pages are shown
   * @param afterwards gives the focus back when the card is closed
   */
  Floating(StackPane content, Runnable afterwards) {
    this.content = content;
    this.afterwards = afterwards;
  }

  /** Shows a card of the style {@code over} in place of the one that is there. */
  void show(Node card) {
    close();
    StackPane.setAlignment(card, Pos.TOP_CENTER);
    StackPane.setMargin(card, new Insets(24));
    content.getChildren().add(card);
    card.requestFocus();
  }

  void close() {
    content.getChildren().removeIf(node -> node.getStyleClass().contains("over"));
    afterwards.run();
  }
}
