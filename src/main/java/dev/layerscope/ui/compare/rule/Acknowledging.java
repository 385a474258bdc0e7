package dev.layerscope.ui.compare.rule;

import dev.layerscope.ui.common.Background;
import dev.layerscope.ui.common.Messages;
import dev.layerscope.ui.common.Pieces;
import dev.layerscope.workspace.ExpectedEntry;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.control.ButtonType;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Dialog;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

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
    until.setConverter(new Iso());
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
        .bind(
            Bindings.createBooleanBinding(
                () -> reason.getText().isBlank() || !isDay(until.getEditor().getText()),
                reason.textProperty(),
                until.getEditor().textProperty()));
    // Whoever asks by a key goes on typing; a blank would press what has the focus.
    dialog.setOnShown(ignored -> Background.soon(reason::requestFocus));
    return dialog
        .showAndWait()
        .filter(ButtonType.OK::equals)
        .map(ignored -> what.accepted(reason.getText(), day(until.getEditor().getText())));
  }

  /** A day as the workspace file has it: what is typed otherwise is never taken for "for ever". */
  private static final class Iso extends StringConverter<LocalDate> {
    @Override
    public String toString(LocalDate day) {
      return day == null ? "" : day.toString();
    }

    @Override
    public @Nullable LocalDate fromString(String text) {
      return day(text).orElse(null);
    }
  }

  private static boolean isDay(String text) {
    return text.isBlank() || day(text).isPresent();
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return text.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(text.strip()));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
