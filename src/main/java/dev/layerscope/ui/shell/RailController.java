package dev.layerscope.ui.shell;

import dev.layerscope.finding.Severity;
import dev.layerscope.ui.workspace.WorkspaceViewModel;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

/** The pages down the left side, one of them always marked; errors counted on the findings. */
public final class RailController {
  /** In a window that is narrower the symbols stand alone, with their words as tooltips. */
  private static final double NARROW = 1000;

  private static final PseudoClass SYMBOLS = PseudoClass.getPseudoClass("symbols");

  private final WorkspaceViewModel workspace;
  private final Consumer<Page> go;

  @FXML private VBox rail;
  @FXML private ToggleGroup railItems;
  @FXML private ToggleButton hierarchyItem;
  @FXML private ToggleButton compareItem;
  @FXML private ToggleButton matrixItem;
  @FXML private ToggleButton findingsItem;
  @FXML private ToggleButton changesItem;
  @FXML private ToggleButton settingsItem;
  @FXML private Label findingsCount;

  RailController(WorkspaceViewModel workspace, Consumer<Page> go) {
    this.workspace = workspace;
    this.go = go;
  }

  @FXML
  void initialize() {
    for (Page page : Page.values()) {
      item(page).setOnAction(ignored -> go.accept(page));
    }
    rail.sceneProperty()
        .flatMap(Scene::widthProperty)
        .addListener((ignored, before, width) -> {
          if (width != null) {
            symbols(width.doubleValue() < NARROW);
          }
        });
    railItems
        .selectedToggleProperty()
        .addListener((ignored, before, now) -> {
          if (now == null && before != null) {
            before.setSelected(true);
          }
        });
    workspace.shown().addListener(ignored -> count());
    count();
  }

  private void symbols(boolean alone) {
    rail.pseudoClassStateChanged(SYMBOLS, alone);
    for (Page page : Page.values()) {
      item(page).setTooltip(alone ? new Tooltip(item(page).getText()) : null);
    }
  }

  /** Marks the page that is on. */
  void mark(Page page) {
    item(page).setSelected(true);
  }

  /** Takes the rail away while there is nothing to have pages of. */
  void show(boolean visible) {
    rail.setVisible(visible);
    rail.setManaged(visible);
  }

  private void count() {
    long errors =
        workspace
            .shown()
            .get()
            .map(shown -> StatusLineController.count(shown, Severity.ERROR))
            .orElse(0L);
    findingsCount.setText(Long.toString(errors));
    findingsCount.setVisible(errors > 0);
  }

  private ToggleButton item(Page page) {
    return switch (page) {
      case HIERARCHY -> hierarchyItem;
      case COMPARE -> compareItem;
      case MATRIX -> matrixItem;
      case FINDINGS -> findingsItem;
      case CHANGES -> changesItem;
      case SETTINGS -> settingsItem;
    };
  }
}
