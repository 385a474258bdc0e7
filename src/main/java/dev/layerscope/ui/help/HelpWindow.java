package dev.layerscope.ui.help;

import dev.layerscope.ui.common.Messages;
import dev.layerscope.ui.common.Pieces;
import dev.layerscope.ui.common.Theme;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;

/**
 * The help: pages at the left, the page at the right. One window, brought forward when asked for
 * again.
 */
public final class HelpWindow {
  private final Theme theme;
  private final ListView<HelpPage> pages = new ListView<>();
  private final ScrollPane page = new ScrollPane();
  private Optional<Stage> open = Optional.empty();

  public HelpWindow(Theme theme) {
    this.theme = theme;
    pages.setId("helpPages");
    pages.getItems().setAll(HelpPage.values());
    pages.setAccessibleText(Messages.text("help.pages"));
    pages.setCellFactory(ignored -> new Cell());
    pages.setFixedCellSize(30);
    pages.setPrefWidth(260);
    pages
        .getSelectionModel()
        .selectedItemProperty()
        .addListener((ignored, before, now) -> {
          if (now != null) {
            show(now);
          }
        });
    theme
        .choice()
        .addListener(ignored -> {
          if (open.isPresent() && !pages.getSelectionModel().isEmpty()) {
            show(pages.getSelectionModel().getSelectedItem());
          }
        });
    page.setFitToWidth(true);
    page.setAccessibleText(Messages.text("help.title"));
    page.getStyleClass().add("help-scroll");
  }

  /** Opens the window, or brings it forward. */
  public void show() {
    if (open.isPresent()) {
      open.get().toFront();
      return;
    }
    var stage = new Stage();
    stage.setTitle(Messages.text("help.title"));
    var frame = new BorderPane(page, null, null, null, pages);
    stage.setScene(new Scene(frame, 1060, 760));
    theme.dress(stage.getScene());
    stage
        .getScene()
        .addEventHandler(
            KeyEvent.KEY_PRESSED,
            event -> {
              if (event.getCode() == KeyCode.ESCAPE) {
                stage.close();
              }
            });
    stage.setOnHidden(ignored -> {
      open = Optional.empty();
      frame.setLeft(null);
      frame.setCenter(null);
    });
    open = Optional.of(stage);
    if (pages.getSelectionModel().isEmpty()) {
      pages.getSelectionModel().select(HelpPage.TOUR);
    }
    stage.show();
  }

  private void show(HelpPage now) {
    boolean dark = theme.isDark();
    var view =
        new MarkdownView((to, text) -> link(now, to, text), picture -> now.picture(picture, dark));
    page.setContent(view.view(now.text()));
    page.setVvalue(0);
  }

  /** Pages of the help open here; whatever else is named is copied: nothing is opened by itself. */
  private Hyperlink link(HelpPage from, String destination, String text) {
    Optional<HelpPage> linked = from.linked(destination);
    if (linked.isEmpty()) {
      return Pieces.copyLink(text, destination);
    }
    var link = new Hyperlink(text);
    link.setOnAction(ignored -> pages.getSelectionModel().select(linked.get()));
    return link;
  }

  private static final class Cell extends ListCell<HelpPage> {
    @Override
    protected void updateItem(HelpPage page, boolean empty) {
      super.updateItem(page, empty);
      setText(empty || page == null ? null : page.title());
    }
  }
}
