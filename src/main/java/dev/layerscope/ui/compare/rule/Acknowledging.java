package dev.layerscope.ui.compare.rule;

import dev.layerscope.ui.common.Messages;
import dev.layerscope.ui.common.Pieces;
import dev.layerscope.workspace.ExpectedEntry;
import java.util.Optional;
import javafx.scene.control.ButtonType;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Dialog;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

/** Asks why a difference is accepted, and until when. */
public final class Acknowledging {
  private Acknowledging() {}

  /**
   * Asks in a dialog.
   *
   * @param what the differences, without a reason yet
   * @return the same as drift that somebody answers for; empty when the dialog is left
   */
  public static Optional<ExpectedEntry> ask(ExpectedEntry what, Window owner) {
    var reason = new TextField();
    reason.setAccessibleText(Messages.text("compare.ackreason"));
    reason.setPromptText(Messages.text("compare.ackreason"));
    var until = new DatePicker();
    until.setAccessibleText(Messages.text("compare.ackuntil"));
    until.setPromptText(Messages.text("compare.ackuntil"));
    var dialog = new Dialog<ButtonType>();
    dialog.initOwner(owner);
    dialog.setTitle(Messages.text("compare.acktitle"));
    dialog.setHeaderText(Messages.text("compare.acktext", ExpectedWords.of(what)));
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
    return dialog
        .showAndWait()
        .filter(ButtonType.OK::equals)
        .map(ignored -> what.accepted(reason.getText(), Optional.ofNullable(until.getValue())));
  }
}
