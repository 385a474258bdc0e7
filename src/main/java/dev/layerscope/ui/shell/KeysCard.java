package dev.layerscope.ui.shell;

import dev.layerscope.ui.common.Background;
import dev.layerscope.ui.common.Messages;
import dev.layerscope.ui.common.Pieces;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Insets;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The keys of a page and those that work everywhere, on one card; any key closes it. */
final class KeysCard extends VBox {
  private static final int ROWS = 16;

  KeysCard(Page page, Runnable close) {
    super(12);
    getStyleClass().addAll("over", "floating", "keys-card");
    setPadding(new Insets(20, 24, 20, 24));
    setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    setFocusTraversable(true);
    setAccessibleText(Messages.text("keys.title"));
    var grid = new GridPane(16, 6);
    String here =
        switch (page) {
          case COMPARE -> "keys.compare";
          case MATRIX -> "keys.matrix";
          case HIERARCHY, FINDINGS, CHANGES, SETTINGS -> "keys.hierarchy";
        };
    List<String> rows =
        Stream.of(here, "keys.everywhere").flatMap(key -> Messages.text(key).lines()).toList();
    for (int i = 0; i < rows.size(); i++) {
      String[] cells = rows.get(i).split("\\|", 2);
      int column = i / ROWS * 2;
      grid.add(Pieces.label(cells[0].strip(), "key-name"), column, i % ROWS);
      grid.add(Pieces.label(cells[cells.length - 1].strip(), "small"), column + 1, i % ROWS);
    }
    getChildren().addAll(Pieces.label(Messages.text("keys.title"), "heading"), grid);
    addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (!event.getCode().isModifierKey() && event.getCode() != KeyCode.UNDEFINED) {
            // What the key types is for the card as well, or “?” would bring it back.
            Background.soon(close);
            event.consume();
          }
        });
    addEventHandler(KeyEvent.KEY_TYPED, KeyEvent::consume);
    setOnMouseClicked(ignored -> close.run());
  }
}
