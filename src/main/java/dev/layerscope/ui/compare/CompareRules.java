package dev.layerscope.ui.compare;

import dev.layerscope.operation.ExpectDifference;
import dev.layerscope.ui.common.Messages;
import dev.layerscope.ui.common.Pieces;
import dev.layerscope.ui.workspace.WorkspaceViewModel;
import dev.layerscope.workspace.ExpectedEntry;
import java.time.LocalDate;
import java.util.Optional;
import javafx.scene.control.ButtonType;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Dialog;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

/** Writes into the workspace file what is meant to differ, and takes it back. */
final class CompareRules {
  private final WorkspaceViewModel workspace;
  private final CompareViewModel model;
  private final CompareHidden hidden;
  private final Runnable compareAgain;

  CompareRules(
      WorkspaceViewModel workspace,
      CompareViewModel model,
      CompareHidden hidden,
      Runnable compareAgain) {
    this.workspace = workspace;
    this.model = model;
    this.hidden = hidden;
    this.compareAgain = compareAgain;
  }

  void write(ExpectedEntry entry) {
    workspace
        .opened()
        .get()
        .ifPresent(opened ->
            workspace
                .background()
                .ask(
                    "rule",
                    Messages.text("status.reading", "workspace.yaml"),
                    progress -> ExpectDifference.expect(opened, entry),
                    written -> {
                      model.expecting(written.opened().workspace().expected());
                      hidden.written(ExpectedWords.of(entry), () -> takeBack(entry));
                      compareAgain.run();
                    },
                    error -> workspace.fail(error, () -> write(entry))));
  }

  private void takeBack(ExpectedEntry entry) {
    workspace
        .opened()
        .get()
        .ifPresent(opened ->
            workspace
                .background()
                .ask(
                    "rule",
                    Messages.text("status.reading", "workspace.yaml"),
                    progress -> ExpectDifference.forget(opened, entry),
                    written -> {
                      model.expecting(written.opened().workspace().expected());
                      hidden.nothingWritten();
                      compareAgain.run();
                    },
                    error -> workspace.fail(error, () -> takeBack(entry))));
  }

  /** Asks why, and until when. */
  void acknowledge(CompareText.Field field, Window owner) {
    var reason = new TextField();
    reason.setAccessibleText(Messages.text("compare.ackreason"));
    reason.setPromptText(Messages.text("compare.ackreason"));
    var until = new DatePicker();
    until.setAccessibleText(Messages.text("compare.ackuntil"));
    until.setPromptText(Messages.text("compare.ackuntil"));
    var dialog = new Dialog<ButtonType>();
    dialog.initOwner(owner);
    dialog.setTitle(Messages.text("compare.acktitle"));
    dialog.setHeaderText(
        Messages.text("compare.acktext", field.path(), field.key().kind(), field.key().name()));
    var fields =
        new VBox(
            8,
            Pieces.label(Messages.text("compare.ackreason"), "small"),
            reason,
            Pieces.label(Messages.text("compare.ackuntil"), "small"),
            until);
    dialog.getDialogPane().setContent(fields);
    dialog.getDialogPane().getButtonTypes().setAll(ButtonType.OK, ButtonType.CANCEL);
    dialog
        .getDialogPane()
        .lookupButton(ButtonType.OK)
        .disableProperty()
        .bind(reason.textProperty().isEmpty());
    dialog
        .showAndWait()
        .filter(ButtonType.OK::equals)
        .ifPresent(ignored -> write(entry(field, reason.getText(), until.getValue())));
  }

  private static ExpectedEntry entry(
      CompareText.Field field, String reason, @org.jspecify.annotations.Nullable LocalDate until) {
    return ExpectedEntry.field(field.path())
        .withKind(field.key().kind())
        .withApplication(field.application())
        .withObject(field.key().name())
        .accepted(reason, Optional.ofNullable(until));
  }
}
