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
import javafx.scene.layout.HBox;

/** The search field: how many names match, which one is shown, and what else was meant. */
final class SearchBoxController {
  private static final String FILLED = "filled";

  private final HierarchyViewModel model;
  private final Runnable reveal;
  private final Runnable leave;

  private Optional<String> nearest = Optional.empty();
  private boolean ofOneRoot = true;

  @FXML private TextField searchField;
  @FXML private Label searchCount;
  @FXML private HBox box;
  @FXML private HBox steps;
  @FXML private Hyperlink suggestion;
  @FXML private Hyperlink elsewhere;

  /**
   * @param reveal brings the selection into sight
   * @param leave gives the focus back to the picture
   */
  SearchBoxController(HierarchyViewModel model, Runnable reveal, Runnable leave) {
    this.model = model;
    this.reveal = reveal;
    this.leave = leave;
  }

  @FXML
  void initialize() {
    suggestion.setOnAction(ignored -> takeSuggestion());
    elsewhere.setOnAction(ignored -> {
      elsewhere.setVisited(false);
      model.search().goElsewhere();
      leave.run();
    });
    searchField
        .textProperty()
        .addListener((ignored, before, now) -> {
          filled(!now.isEmpty());
          model.search().look(now);
        });
    searchField.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    model.search().found().addListener((ignored, before, now) -> count());
    model
        .search()
        .everywhere()
        .addListener((ignored, before, now) -> {
          elsewhere(now.elsewhere().size());
          searchCount.setText(words());
        });
    model.selected().addListener((ignored, before, now) -> searchCount.setText(words()));
    count();
    elsewhere(0);
  }

  /** Where nothing is searched for, there is nothing to step through or to clear. */
  private void filled(boolean filled) {
    steps.setVisible(filled);
    steps.setManaged(filled);
    box.getStyleClass().remove(FILLED);
    if (filled) {
      box.getStyleClass().add(FILLED);
    }
  }

  /** Puts the cursor into the field. */
  void begin() {
    searchField.requestFocus();
    searchField.selectAll();
  }

  /** Goes to the next hit, or the one before. */
  void go(int direction) {
    if (ofOneRoot) {
      model.search().next(direction);
    } else {
      model.search().nextOfAll(direction);
    }
    reveal.run();
  }

  private void takeSuggestion() {
    nearest.ifPresent(searchField::setText);
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
    leave.run();
  }

  @FXML
  void nextHit() {
    go(1);
  }

  @FXML
  void previousHit() {
    go(-1);
  }

  private void count() {
    model.search().nearest(this::suggest);
    searchCount.setText(words());
  }

  /** Whether the picture shows one root, or all of them at once. */
  void ofOneRoot(boolean wish) {
    ofOneRoot = wish;
    searchField.setPromptText(Messages.text(wish ? "search.prompt" : "search.promptall"));
    searchField.setAccessibleText(searchField.getPromptText());
    searchCount.setText(words());
    elsewhere(model.search().everywhere().get().elsewhere().size());
  }

  private void elsewhere(int others) {
    elsewhere.setVisible(ofOneRoot && others > 0);
    elsewhere.setManaged(ofOneRoot && others > 0);
    elsewhere.setText(Messages.count("search.elsewhere", others));
  }

  private void suggest(Optional<String> word) {
    nearest = word;
    suggestion.setVisible(word.isPresent());
    suggestion.setManaged(word.isPresent());
    suggestion.setText(word.map(text -> Messages.text("search.mean", text)).orElse(""));
  }

  private String words() {
    Found found = model.search().found().get();
    if (!found.isOn()) {
      return "";
    }
    if (ofOneRoot) {
      return words(found.current(), found.hits().size());
    }
    SearchEverywhere.Hits all = model.search().everywhere().get();
    // Nobody has looked for it yet: that is not the same as no match.
    return all.query().equals(found.query())
        ? words(model.search().placeOfAll(), all.all().size())
        : "";
  }

  private static String words(int current, int all) {
    if (all == 0) {
      return Messages.text("search.none");
    }
    return current < 0
        ? Messages.count("count.matches", all)
        : Messages.text("search.of", current + 1, all);
  }
}
