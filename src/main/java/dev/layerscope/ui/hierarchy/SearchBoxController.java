package dev.layerscope.ui.hierarchy;

import dev.layerscope.export.picture.Found;
import dev.layerscope.ui.common.Messages;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** The search field: how many names match, which one is shown, and what else was meant. */
final class SearchBoxController {
  private final HierarchyViewModel model;
  private final GraphView view;

  @FXML private TextField searchField;
  @FXML private Label searchCount;
  @FXML private Hyperlink suggestion;
  @FXML private Hyperlink elsewhere;

  SearchBoxController(HierarchyViewModel model, GraphView view) {
    this.model = model;
    this.view = view;
  }

  @FXML
  void initialize() {
    suggestion.setOnAction(ignored -> takeSuggestion());
    elsewhere.setOnAction(ignored -> {
      elsewhere.setVisited(false);
      model.search().goElsewhere();
      view.requestFocus();
    });
    searchField.textProperty().addListener((ignored, before, now) -> model.search().look(now));
    searchField.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    model.search().found().addListener((ignored, before, now) -> count(now));
    count(Found.NOTHING);
  }

  /** Puts the cursor into the field. */
  void begin() {
    searchField.requestFocus();
    searchField.selectAll();
  }

  /** Goes to the next hit, or the one before. */
  void go(int direction) {
    model.search().next(direction);
    view.reveal();
  }

  private void takeSuggestion() {
    model.search().nearest().ifPresent(searchField::setText);
    searchField.requestFocus();
    searchField.end();
  }

  private void key(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER) {
      go(event.isShiftDown() ? -1 : 1);
      event.consume();
    } else if (event.getCode() == KeyCode.ESCAPE) {
      clearSearch();
      event.consume();
    }
  }

  @FXML
  void clearSearch() {
    searchField.clear();
    view.requestFocus();
  }

  @FXML
  void nextHit() {
    go(1);
  }

  @FXML
  void previousHit() {
    go(-1);
  }

  private void count(Found found) {
    boolean none = found.isOn() && found.hits().isEmpty();
    Optional<String> nearest = none ? model.search().nearest() : Optional.empty();
    suggestion.setVisible(nearest.isPresent());
    suggestion.setManaged(nearest.isPresent());
    suggestion.setText(nearest.map(word -> Messages.text("search.mean", word)).orElse(""));
    searchCount.setText(words(found));
    int others = found.isOn() ? model.search().elsewhere().size() : 0;
    elsewhere.setVisible(others > 0);
    elsewhere.setManaged(others > 0);
    elsewhere.setText(Messages.count("search.elsewhere", others));
  }

  private static String words(Found found) {
    if (!found.isOn()) {
      return "";
    }
    if (found.hits().isEmpty()) {
      return Messages.text("search.none");
    }
    return found.current() < 0
        ? Messages.count("count.matches", found.hits().size())
        : Messages.text("search.of", found.current() + 1, found.hits().size());
  }
}
