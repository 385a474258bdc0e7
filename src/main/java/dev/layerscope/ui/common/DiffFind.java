package dev.layerscope.ui.common;

import java.util.OptionalInt;
import java.util.function.BiPredicate;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;

/** The field for what is searched for in a comparison: Enter goes on, Shift+Enter goes back. */
final class DiffFind extends HBox {
  private final DiffView view;
  private final TextField words = new TextField();
  private final Label count = Pieces.label("", "muted", "small");
  private BiPredicate<String, Integer> beyond = (query, direction) -> false;

  DiffFind(DiffView view) {
    this.view = view;
    getStyleClass().add("find-bar");
    words.setPromptText(Messages.text("compare.find"));
    words.setAccessibleText(Messages.text("compare.find"));
    words.setId("findField");
    count.setId("findCount");
    words.setPrefColumnCount(28);
    getChildren()
        .addAll(
            Pieces.icon("fth-search", 14),
            words,
            count,
            Pieces.spring(),
            Pieces.iconButton(
                "fth-chevron-up", Messages.text("compare.findprevious"), () -> go(-1)),
            Pieces.iconButton("fth-chevron-down", Messages.text("compare.findnext"), () -> go(1)),
            Pieces.iconButton("fth-x", Messages.text("compare.findclose"), this::close));
    setVisible(false);
    managedProperty().bind(visibleProperty());
    words.textProperty().addListener(ignored -> again());
    words.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
  }

  void beyond(BiPredicate<String, Integer> other) {
    beyond = other;
  }

  void open() {
    setVisible(true);
    words.requestFocus();
    words.selectAll();
  }

  boolean isTyped() {
    return isVisible() && words.isFocused();
  }

  private void close() {
    setVisible(false);
    view.mark("");
    view.list().requestFocus();
  }

  private void key(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER) {
      go(event.isShiftDown() ? -1 : 1);
      event.consume();
    } else if (event.getCode() == KeyCode.ESCAPE) {
      close();
      event.consume();
    }
  }

  /** Counts anew, as when another text is shown. */
  void again() {
    if (isVisible()) {
      int hits = view.mark(words.getText());
      count.setText(words.getText().isEmpty() ? "" : Messages.count("count.hits", hits));
    }
  }

  void first() {
    int hits = view.mark(words.getText());
    view.findNext(1).ifPresent(at -> count.setText(Messages.text("compare.hit", at, hits)));
  }

  void nothing() {
    int hits = view.mark(words.getText());
    count.setText(
        hits == 0 ? Messages.count("count.hits", 0) : Messages.text("compare.nomore", hits));
  }

  private void go(int direction) {
    int hits = view.mark(words.getText());
    OptionalInt at = view.findNext(direction);
    if (at.isPresent()) {
      count.setText(Messages.text("compare.hit", at.getAsInt(), hits));
    } else if (!words.getText().isEmpty() && !beyond.test(words.getText(), direction)) {
      nothing();
    }
  }
}
