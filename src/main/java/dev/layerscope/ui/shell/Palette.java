package dev.layerscope.ui.shell;

import dev.layerscope.ui.common.Messages;
import dev.layerscope.ui.common.Pieces;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

/** Goes to anything by a few letters of its name. */
final class Palette extends VBox {
  private static final int MOST = 60;

  private final List<Entry> all;
  private final Runnable close;
  private final TextField field = new TextField();
  private final ListView<Entry> list = new ListView<>();

  /**
   * Somewhere to go, or something to do.
   *
   * @param note what kind of thing it is, and where
   */
  record Entry(String name, String note, Node sign, Runnable action) {
    boolean matches(List<String> words) {
      String text = (name + " " + note).toLowerCase(Locale.ROOT);
      return words.stream().allMatch(text::contains);
    }
  }

  Palette(List<Entry> all, Runnable close) {
    super(8);
    this.all = all;
    this.close = close;
    getStyleClass().addAll("over", "floating", "palette");
    setMaxSize(560, 420);
    field.setId("palette");
    field.setPromptText(Messages.text("palette.prompt"));
    field.setAccessibleText(Messages.text("palette.prompt"));
    list.setAccessibleText(Messages.text("palette.title"));
    list.setFixedCellSize(28);
    list.setFocusTraversable(false);
    list.setCellFactory(ignored -> new Cell());
    list.setOnMouseClicked(ignored -> run());
    list.setPlaceholder(Pieces.label(Messages.text("palette.nothing"), "muted"));
    field.textProperty().addListener((ignored, before, now) -> filter(now));
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    getChildren().addAll(field, list);
    filter("");
  }

  void begin() {
    field.requestFocus();
  }

  private void filter(String text) {
    List<String> words = List.of(text.toLowerCase(Locale.ROOT).strip().split("\\s+"));
    list.getItems().setAll(all.stream().filter(e -> e.matches(words)).limit(MOST).toList());
    list.getSelectionModel().selectFirst();
  }

  private void pressed(KeyEvent event) {
    int at = list.getSelectionModel().getSelectedIndex();
    if (event.getCode() == KeyCode.ESCAPE) {
      close.run();
    } else if (event.getCode() == KeyCode.ENTER) {
      run();
    } else if (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.UP) {
      int to = at + (event.getCode() == KeyCode.DOWN ? 1 : -1);
      list.getSelectionModel().select(Math.clamp(to, 0, Math.max(0, list.getItems().size() - 1)));
      list.scrollTo(list.getSelectionModel().getSelectedIndex());
    } else {
      return;
    }
    event.consume();
  }

  private void run() {
    Entry chosen = list.getSelectionModel().getSelectedItem();
    close.run();
    if (chosen != null) {
      chosen.action().run();
    }
  }

  private static final class Cell extends ListCell<Entry> {
    @Override
    protected void updateItem(Entry entry, boolean empty) {
      super.updateItem(entry, empty);
      setGraphic(
          empty || entry == null
              ? null
              : Pieces.row(
                  8,
                  entry.sign(),
                  Pieces.label(entry.name()),
                  Pieces.spring(),
                  Pieces.label(entry.note(), "muted", "caption")));
    }
  }
}
