package dev.layerscope.ui.common;

import java.util.List;
import javafx.application.Platform;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.HBox;

/**
 * A text with line numbers and colours; rows are made only for what is in sight. Copy takes the
 * whole text.
 */
public final class CodeList extends ListView<CodeList.Line> {
  /** How many lines stay in sight above the marked one. */
  private static final int ABOVE = 2;

  private int marked;

  /** Since the text was shown the reader has gone somewhere else in it. */
  private boolean leafed;

  /** A line of the text; number 0 for none. */
  public record Line(int number, String text) {}

  public CodeList() {
    getStyleClass().add("code-list");
    setFixedCellSize(20);
    setCellFactory(ignored -> new Row());
    addEventFilter(ScrollEvent.SCROLL, ignored -> leafed = true);
    addEventFilter(MouseEvent.MOUSE_PRESSED, ignored -> leafed = true);
    addEventFilter(KeyEvent.KEY_PRESSED, ignored -> leafed = true);
    // A list is often filled before it has its place on the page. It can scroll once it is laid
    // out.
    heightProperty().addListener(ignored -> Platform.runLater(this::scrollToMarked));
    addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.isShortcutDown() && event.getCode() == KeyCode.C) {
            copy(String.join("\n", getItems().stream().map(Line::text).toList()));
          }
        });
  }

  /** Shows a text with one line marked and in sight; 0 marks none. */
  public void show(String text, int line) {
    marked = line;
    leafed = false;
    show(text);
    scrollToMarked();
  }

  private void scrollToMarked() {
    if (marked > 0 && !leafed) {
      scrollTo(Math.max(0, marked - ABOVE));
    }
  }

  public void show(String text) {
    List<String> lines = text.lines().toList();
    var items = new java.util.ArrayList<Line>(lines.size());
    for (int i = 0; i < lines.size(); i++) {
      items.add(new Line(i + 1, lines.get(i)));
    }
    getItems().setAll(items);
  }

  /** Puts a text on the clipboard. */
  public static void copy(String text) {
    var content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
  }

  private final class Row extends ListCell<Line> {
    @Override
    protected void updateItem(Line line, boolean empty) {
      super.updateItem(line, empty);
      setText(null);
      if (empty || line == null) {
        setGraphic(null);
        return;
      }
      var row = new HBox();
      row.getStyleClass().add("code-row");
      if (line.number() > 0 && line.number() == marked) {
        row.getStyleClass().add("changed");
      }
      var number = new Label(line.number() == 0 ? "" : Integer.toString(line.number()));
      number.getStyleClass().add("line-number");
      row.getChildren().add(number);
      CodeText.append(row, line.text());
      setGraphic(row);
    }
  }
}
