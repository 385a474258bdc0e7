package dev.layerscope.ui.findings;

import dev.layerscope.ui.common.Messages;
import dev.layerscope.ui.common.Pieces;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Why the list of findings is empty, with the way out. */
final class NothingListed {
  private NothingListed() {}

  /** There is none at all, which is worth as much as what was looked at. */
  static Node none(String looked) {
    return note(Messages.text("findings.none") + " " + looked);
  }

  /** All there are were accepted. */
  static Node waivedOnly(String looked, long accepted, Runnable show) {
    return with(
        note(Messages.text("findings.onlywaived", accepted) + " " + looked),
        Messages.text("findings.showwaived"),
        show);
  }

  /**
   * @param what they are held against, as the choice says it
   */
  static Node noNews(long all, String what, Runnable showAll) {
    return with(
        note(Messages.text("findings.nonews", all, what)),
        Messages.text("findings.showall"),
        showAll);
  }

  static Node filtered(long all, Runnable clear) {
    return with(note(Messages.text("findings.hidden", all)), Messages.text("filter.clear"), clear);
  }

  private static Label note(String text) {
    Label note = Pieces.label(text, "empty-note");
    note.setWrapText(true);
    note.setMaxWidth(460);
    return note;
  }

  private static Node with(Label note, String action, Runnable doing) {
    var button = new Button(action);
    button.setOnAction(ignored -> doing.run());
    var box = new VBox(12, note, button);
    box.setAlignment(Pos.CENTER);
    return box;
  }
}
