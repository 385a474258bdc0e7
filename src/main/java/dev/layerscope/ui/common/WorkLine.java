package dev.layerscope.ui.common;

import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;

/**
 * A line on a page that says what the page is waiting for, how far it is, and how to stop it. It is
 * there only while something runs for longer than 400 ms, or was given up.
 */
public final class WorkLine extends HBox {
  private final Label words = Pieces.label("", "strong");
  private final Label step = Pieces.label("", "muted", "small");
  private final ProgressBar bar = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
  private final Button cancel = new Button(Messages.text("status.cancel"));
  private final Hyperlink again = new Hyperlink(Messages.text("status.again"));

  /**
   * @param lane of the work that the page waits for
   */
  public WorkLine(Background background, String lane) {
    getStyleClass().addAll("tool-row", "work-line");
    words.setId("workWords");
    words.setMinWidth(USE_PREF_SIZE);
    step.setMinWidth(0);
    cancel.setId("workCancel");
    cancel.setOnAction(ignored -> background.cancel(lane));
    again.setId("workAgain");
    bar.setAccessibleText(Messages.text("status.progress"));
    bar.setMinWidth(140);
    managedProperty().bind(visibleProperty());
    setVisible(false);
    background.activity(lane).addListener((ignored, before, now) -> show(now));
  }

  /** Names what is about to be asked. */
  public void begins(String what) {
    words.setText(what);
    setVisible(false);
  }

  /** Says that it was given up. */
  public void gaveUp(String said, Runnable ask) {
    words.setText(said);
    again.setOnAction(ignored -> ask.run());
    getChildren().setAll(words, again);
    setVisible(true);
  }

  private void show(Optional<Background.Activity> now) {
    boolean running = now.filter(activity -> !activity.quiet()).isPresent();
    setVisible(running);
    if (running) {
      Background.Activity activity = now.get();
      boolean known = activity.total() > 0;
      step.setText(activity.what().equals(words.getText()) ? "" : activity.what());
      bar.setProgress(
          known ? (double) activity.done() / activity.total() : ProgressBar.INDETERMINATE_PROGRESS);
      getChildren().setAll(words, step, Pieces.spring(), bar, cancel);
    }
  }
}
