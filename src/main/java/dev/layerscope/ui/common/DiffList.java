package dev.layerscope.ui.common;

import dev.layerscope.diff.text.AlignedLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.MouseEvent;

/** Two texts beside each other, or one below the other: one list, one row a pair of lines. */
public final class DiffList extends ListView<DiffRow> {
  private final boolean unified;

  /**
   * @param unified both sides in one column
   */
  public DiffList(boolean unified) {
    this.unified = unified;
    getStyleClass().add("code-list");
    setFixedCellSize(20);
    setCellFactory(ignored -> new Cell());
  }

  public void show(List<DiffRow> rows) {
    getItems().setAll(unified ? split(rows) : rows);
    scrollTo(0);
  }

  /** Goes to the next difference, or the one before; says whether there was one. */
  public boolean next(int direction) {
    int size = getItems().size();
    int at = Math.max(0, getSelectionModel().getSelectedIndex());
    boolean inside = differs(at);
    for (int i = at + direction; i >= 0 && i < size; i += direction) {
      boolean here = differs(i);
      if (here && !inside) {
        getSelectionModel().clearAndSelect(i);
        scrollTo(Math.max(0, i - 4));
        return true;
      }
      inside = here;
    }
    return false;
  }

  private boolean differs(int index) {
    return index < getItems().size()
        && getItems().get(index) instanceof DiffRow.Pair pair
        && pair.differs();
  }

  /** In one column a changed line is shown twice: as it was, as it will be. */
  private static List<DiffRow> split(List<DiffRow> rows) {
    var split = new ArrayList<DiffRow>();
    var added = new ArrayList<DiffRow>();
    for (DiffRow row : rows) {
      if (row instanceof DiffRow.Pair(var line) && line.kind() == AlignedLine.Kind.CHANGED) {
        split.add(new DiffRow.Pair(one(line, true)));
        added.add(new DiffRow.Pair(one(line, false)));
      } else {
        split.addAll(added);
        added.clear();
        split.add(row);
      }
    }
    split.addAll(added);
    return split;
  }

  private static AlignedLine one(AlignedLine line, boolean before) {
    return before
        ? new AlignedLine(AlignedLine.Kind.REMOVED, line.from(), Optional.empty())
        : new AlignedLine(AlignedLine.Kind.ADDED, Optional.empty(), line.to());
  }

  private void unfold(int index) {
    if (getItems().get(index) instanceof DiffRow.Fold(var lines)) {
      getItems().remove(index);
      getItems().addAll(index, lines.stream().map(DiffRow.Pair::new).toList());
    }
  }

  private final class Cell extends ListCell<DiffRow> {
    Cell() {
      addEventHandler(
          MouseEvent.MOUSE_CLICKED,
          event -> {
            if (getItem() instanceof DiffRow.Fold) {
              unfold(getIndex());
            }
          });
    }

    @Override
    protected void updateItem(DiffRow row, boolean empty) {
      super.updateItem(row, empty);
      setText(null);
      setGraphic(
          empty || row == null
              ? null
              : DiffLines.node(row, unified, DiffList.this.widthProperty()));
    }
  }
}
