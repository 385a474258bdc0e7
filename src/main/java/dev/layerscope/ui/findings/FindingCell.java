package dev.layerscope.ui.findings;

import dev.layerscope.ui.common.FindingRow;
import dev.layerscope.ui.common.Messages;
import dev.layerscope.ui.common.Pieces;
import javafx.geometry.Pos;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A finding, or the head of a group, in the list. */
final class FindingCell extends ListCell<Row> {
  @Override
  protected void updateItem(Row row, boolean empty) {
    super.updateItem(row, empty);
    setText(null);
    setGraphic(null);
    if (empty || row == null) {
      return;
    }
    switch (row) {
      case Row.Head head -> head(head);
      case Row.Seen seen -> seen(seen);
    }
  }

  private void head(Row.Head head) {
    var title = Pieces.label(head.title(), "strong");
    var count = Pieces.label(Integer.toString(head.count()), "muted");
    setGraphic(Pieces.row(8, title, count));
    setAccessibleText(head.title() + ", " + head.count());
  }

  private void seen(Row.Seen seen) {
    var where = Pieces.label(seen.where(), "link-like");
    var message = Pieces.label(seen.finding().message(), "small", "muted");
    message.setMinWidth(0);
    var whose = Pieces.label(seen.whose(), "small", "muted");
    whose.setMinWidth(0);
    HBox first =
        Pieces.row(
            8, Pieces.label(seen.finding().code().text(), "strong"), where, whose, Pieces.spring());
    seen.accepted()
        .ifPresent(why ->
            first.getChildren().add(3, Pieces.label(Messages.text("findings.accepted"), "chip")));
    seen.finding().locations().stream()
        .findFirst()
        .map(FindingRow::place)
        .ifPresent(place -> first.getChildren().add(Pieces.copyLink(place, place, "code")));
    var words = new VBox(2, first, message);
    HBox.setHgrow(words, Priority.ALWAYS);
    words.setMinWidth(0);
    words.setAlignment(Pos.CENTER_LEFT);
    var row = Pieces.row(10, FindingRow.icon(seen.finding().severity()), words);
    row.prefWidthProperty().bind(getListView().widthProperty().subtract(48));
    row.setMaxWidth(Region.USE_PREF_SIZE);
    setGraphic(row);
    setAccessibleText(
        seen.finding().code().text()
            + ", "
            + seen.where()
            + (seen.whose().isEmpty() ? "" : ", " + seen.whose())
            + ", "
            + seen.finding().message()
            + seen.accepted().map(why -> ", " + Messages.text("findings.accepted")).orElse(""));
  }
}
