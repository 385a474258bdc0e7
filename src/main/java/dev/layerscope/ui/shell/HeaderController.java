package dev.layerscope.ui.shell;

import dev.layerscope.ui.common.Late;
import dev.layerscope.ui.common.Theme;
import dev.layerscope.ui.help.HelpWindow;
import dev.layerscope.ui.hierarchy.HierarchyViewModel;
import dev.layerscope.ui.workspace.WorkspaceViewModel;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.layout.HBox;

/** The line at the top of the window: its name, the menus and what they do, the environments. */
final class HeaderController {
  private final ShellController shell;
  private final WorkspaceViewModel workspace;
  private final HierarchyViewModel hierarchy;
  private final Theme theme;
  private final Runnable another;
  private final Late<HelpWindow> help;

  @FXML private HBox header;
  @FXML private Label workspaceName;
  @FXML private HBox environmentPlace;
  @FXML private Menu themeMenu;
  @FXML private Menu changeMenu;

  /**
   * @param another opens one more window
   */
  HeaderController(
      ShellController shell,
      WorkspaceViewModel workspace,
      HierarchyViewModel hierarchy,
      Theme theme,
      Runnable another) {
    this.shell = shell;
    this.workspace = workspace;
    this.hierarchy = hierarchy;
    this.theme = theme;
    this.another = another;
    help = new Late<>(() -> new HelpWindow(theme));
  }

  @FXML
  void initialize() {
    environmentPlace.getChildren().setAll(new EnvironmentSwitch(workspace));
    themeMenu.getItems().setAll(Menus.themes(theme));
    changeMenu.getItems().addAll(Menus.edits(workspace.edits()));
    workspace
        .opened()
        .addListener((ignored, before, now) ->
            now.ifPresent(open -> workspaceName.setText(open.workspace().name())));
  }

  @FXML
  void welcome() {
    shell.welcome();
  }

  @FXML
  void palette() {
    shell.palette();
  }

  @FXML
  void keys() {
    shell.keys();
  }

  @FXML
  void newWindow() {
    another.run();
  }

  @FXML
  void goHierarchy() {
    shell.go(Page.HIERARCHY);
  }

  @FXML
  void goCompare() {
    shell.go(Page.COMPARE);
  }

  @FXML
  void goMatrix() {
    shell.go(Page.MATRIX);
  }

  @FXML
  void goFindings() {
    shell.go(Page.FINDINGS);
  }

  @FXML
  void goSettings() {
    shell.go(Page.SETTINGS);
  }

  @FXML
  void goChanges() {
    shell.go(Page.CHANGES);
  }

  @FXML
  void open() {
    OpenDialogs.folder(header.getScene().getWindow()).ifPresent(workspace::open);
  }

  @FXML
  void openFile() {
    OpenDialogs.file(header.getScene().getWindow()).ifPresent(workspace::open);
  }

  @FXML
  void quit() {
    App.quit();
  }

  @FXML
  void refresh() {
    workspace.fetch();
  }

  @FXML
  void readAgain() {
    workspace.readAgain();
  }

  @FXML
  void back() {
    hierarchy.visits().go(-1);
  }

  @FXML
  void forth() {
    hierarchy.visits().go(1);
  }

  @FXML
  void nextPane() {
    shell.pictures().nextPane();
  }

  @FXML
  void blast() {
    shell.go(Page.HIERARCHY);
    shell.pictures().modes().blast();
  }

  @FXML
  void help() {
    help.get().show();
  }

  @FXML
  void search() {
    shell.go(Page.HIERARCHY);
    shell.pictures().search();
  }

  @FXML
  void nextHit() {
    shell.pictures().nextHit(1);
  }

  @FXML
  void previousHit() {
    shell.pictures().nextHit(-1);
  }

  @FXML
  void fit() {
    shell.graph().fit();
  }

  @FXML
  void fullSize() {
    shell.graph().zoomTo(1);
  }

  @FXML
  void toggleTheme() {
    theme.toggle();
  }
}
