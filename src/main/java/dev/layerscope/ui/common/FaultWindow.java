package dev.layerscope.ui.common;

import dev.layerscope.work.Fault;
import dev.layerscope.workspace.FaultFolder;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import javafx.application.Platform;
import javafx.geometry.Insets;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

/**
 * Shows a fault of ours that nobody caught: its code, what to do, the details to copy, the folder
 * they were written to. The program goes on; a second fault does not open a second window.
 */
public final class FaultWindow {
  private final FaultFolder folder;
  private final Theme theme;
  private Optional<Stage> open = Optional.empty();

  public FaultWindow(FaultFolder folder, Theme theme) {
    this.folder = folder;
    this.theme = theme;
  }

  /** From now on, whatever no one catches on any thread comes here. */
  public void watch() {
    Thread.setDefaultUncaughtExceptionHandler((thread, error) -> caught(error));
  }

  private void caught(Throwable error) {
    Fault fault = Fault.of(error);
    Optional<Path> file = folder.write(fault, Instant.now());
    System.err.println(
        "layerscope: code " + fault.code() + ": " + file.map(Path::toString).orElse(""));
    Platform.runLater(() -> show(fault));
  }

  /** Shows a fault, unless one is shown already. */
  void show(Fault fault) {
    if (open.isPresent()) {
      return;
    }
    var stage = new Stage();
    stage.setTitle(Messages.text("fault.title"));
    stage.setScene(new Scene(content(fault, stage), 640, 420));
    theme.dress(stage.getScene());
    stage
        .getScene()
        .addEventFilter(
            KeyEvent.KEY_PRESSED,
            event -> {
              if (event.getCode() == KeyCode.ESCAPE) {
                stage.close();
              }
            });
    stage.setOnHidden(ignored -> open = Optional.empty());
    open = Optional.of(stage);
    stage.show();
  }

  private VBox content(Fault fault, Stage stage) {
    Label title = Pieces.label(Messages.text("fault.heading", fault.code()), "heading");
    Label text = Pieces.label(Messages.text("fault.text"));
    text.setWrapText(true);
    var details = new TextArea(fault.details());
    details.setEditable(false);
    details.setAccessibleText(Messages.text("fault.details"));
    details.getStyleClass().add("code");
    VBox.setVgrow(details, Priority.ALWAYS);
    var copy = new Button(Messages.text("problem.copy"));
    copy.setOnAction(ignored -> CodeList.copy(fault.code() + "\n" + fault.details()));
    var close = new Button(Messages.text("fault.close"));
    close.setDefaultButton(true);
    close.setOnAction(ignored -> stage.close());
    Hyperlink where =
        Pieces.copyLink(folder.folder().toString(), folder.folder().toString(), "small");
    var box =
        new VBox(12, title, text, details, where, Pieces.row(8, Pieces.spring(), copy, close));
    box.setPadding(new Insets(20));
    return box;
  }
}
