package dev.layerscope.ui.shell;

import dev.layerscope.ui.common.Messages;
import dev.layerscope.ui.common.Pieces;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

/** Goes to anything by a few letters of its name. */
final class Palette extends VBox {
  private static final int MOST = 60;

  private final List<Entry> all = new ArrayList<>();
  private final Runnable close;
  private final TextField field = new TextField();
  private final ListView<Entry> list = new ListView<>();
  private boolean waiting;
  private boolean hurried;
  private final Label count = Pieces.label("", "muted", "caption");

  /**
   * Somewhere to go, or something to do.
   *
   * @param note what kind of thing it is, and where
   * @param sign made when the entry is in sight: there may be thousands
   * @param text what is looked through, in lower case
   */
  record Entry(String name, String note, Supplier<Node> sign, Runnable action, String text) {
    Entry(String name, String note, Supplier<Node> sign, Runnable action) {
      this(name, note, sign, action, (name + " " + note).toLowerCase(Locale.ROOT));
    }

    boolean matches(List<String> words) {
      return words.stream().allMatch(text::contains);
    }

    /** Names that begin with what was typed come first, names that hold it next. */
    int rank(String typed) {
      if (text.startsWith(typed)) {
        return 0;
      }
      int at = text.indexOf(typed);
      return at >= 0 && at < name.length() ? 1 : 2;
    }
  }

  Palette(List<Entry> all, Runnable close) {
    super(8);
    this.all.addAll(all);
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
    getChildren().addAll(field, list, count);
    filter("");
  }

  void begin() {
    field.requestFocus();
  }

  /** More is on its way. */
  void awaits() {
    waiting = true;
  }

  /** More to go to; somebody who was faster than it is taken there now. */
  void add(List<Entry> more) {
    all.addAll(more);
    waiting = false;
    filter(field.getText());
    if (hurried) {
      run();
    }
  }

  private void filter(String text) {
    String typed = text.toLowerCase(Locale.ROOT).strip();
    List<String> words = List.of(typed.split("\\s+"));
    List<Entry> found = all.stream().filter(e -> e.matches(words)).toList();
    list.getItems()
        .setAll(
            found.stream()
                .sorted(Comparator.comparingInt(e -> e.rank(typed)))
                .limit(MOST)
                .toList());
    count.setText(found.size() > MOST ? Messages.text("palette.more", MOST, found.size()) : "");
    list.getSelectionModel().selectFirst();
  }

  private void pressed(KeyEvent event) {
    int at = list.getSelectionModel().getSelectedIndex();
    if (event.getCode() == KeyCode.ESCAPE) {
      close.run();
    } else if (event.getCode() == KeyCode.ENTER) {
      hurried = waiting;
      if (!waiting) {
        run();
      }
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
                  entry.sign().get(),
                  Pieces.label(entry.name()),
                  Pieces.spring(),
                  Pieces.label(entry.note(), "muted", "caption")));
    }
  }
}
