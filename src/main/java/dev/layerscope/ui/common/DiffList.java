package dev.layerscope.ui.common;

import dev.layerscope.diff.text.ParentPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;

/** Two texts beside each other, or one below the other: one list, one row a pair of lines. */
public final class DiffList extends ListView<DiffRow> {
  private final boolean unified;
  private final CanvasPalette palette = new CanvasPalette();
  private final DiffPainter painter = new DiffPainter(palette);
  private final IntegerProperty column = new SimpleIntegerProperty();
  private final DiffReach reach = new DiffReach();
  private DiffBlocks blocks = new DiffBlocks(List.of(), false);
  private int columns;
  private String query = "";
  private Optional<IntConsumer> take = Optional.empty();
  private IntPredicate taken = ignored -> false;
  private BooleanSupplier canTake = () -> false;

  /**
   * @param unified both sides in one column
   */
  public DiffList(boolean unified) {
    this.unified = unified;
    getStyleClass().add("code-list");
    setFixedCellSize(DiffPainter.ROW);
    getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    setCellFactory(ignored -> new DiffCell(this));
    getChildren().add(palette);
    palette.onChange(this::refresh);
    column.addListener(ignored -> refresh());
  }

  @Override
  protected void layoutChildren() {
    // A skin may take all children for its own; without the palette the rows have no colours.
    if (!getChildren().contains(palette)) {
      getChildren().add(palette);
    }
    super.layoutChildren();
  }

  public void show(List<DiffRow> rows) {
    List<DiffRow> shown = unified ? OneColumn.of(rows) : rows;
    getSelectionModel().clearSelection(); // paints rows, which need what is known of them
    blocks = new DiffBlocks(shown, unified);
    columns = RowWords.longest(shown);
    column.set(0);
    getItems().setAll(shown);
    scrollTo(0);
  }

  /**
   * Offers to take the other side's lines at each difference.
   *
   * @param possible whether they can be taken now
   * @param action called with the first row of the difference
   * @param done whether the difference that begins in a row is taken already
   */
  public void onTake(BooleanSupplier possible, IntConsumer action, IntPredicate done) {
    canTake = possible;
    take = Optional.of(action);
    taken = done;
  }

  /** The first column of the texts that is in sight. */
  public IntegerProperty column() {
    return column;
  }

  boolean isUnified() {
    return unified;
  }

  /** How many columns the longest line has. */
  int columns() {
    return columns;
  }

  /** Marks what is searched for; says how many rows have it. */
  public int mark(String words) {
    String lower = words.toLowerCase(Locale.ROOT);
    if (!lower.equals(query)) {
      query = lower;
      refresh();
    }
    return query.isEmpty() ? 0 : (int) getItems().stream().filter(this::matches).count();
  }

  /** Goes to the next row that has what is searched for; says which of them it is, from 1. */
  public OptionalInt find(int direction) {
    List<Integer> hits =
        IntStream.range(0, getItems().size())
            .filter(i -> !query.isEmpty() && matches(getItems().get(i)))
            .boxed()
            .toList();
    int at = getSelectionModel().getSelectedIndex();
    List<Integer> order = direction > 0 ? hits : hits.reversed();
    Optional<Integer> next =
        order.stream().filter(i -> direction > 0 ? i > at : i < at).findFirst();
    next.ifPresent(i -> {
      go(i);
      int hit = RowWords.column(getItems().get(i), query);
      reach.toward(hit, query.length(), column.get(), inSight()).ifPresent(column::set);
    });
    return next.map(i -> OptionalInt.of(hits.indexOf(i) + 1)).orElse(OptionalInt.empty());
  }

  private boolean matches(DiffRow row) {
    return RowWords.has(row, query);
  }

  /** Copies the chosen rows, as the incoming side has them where it has them. */
  public void copy() {
    CodeList.copy(
        getSelectionModel().getSelectedItems().stream()
            .map(RowWords::copied)
            .collect(Collectors.joining("\n")));
  }

  /** Under which keys a row stands; the last heading above it where there is one. */
  public String path(int row) {
    if (row < 0 || row >= getItems().size()) {
      return "";
    }
    for (int i = row; i >= 0; i--) {
      if (getItems().get(i) instanceof DiffRow.Head head) {
        return head.rank() == DiffRow.Head.Rank.SENTENCE ? "" : head.path();
      }
      if (row - i > 40) {
        break;
      }
    }
    return String.join("  ›  ", ParentPath.of(new RowTexts(getItems(), row), RowTexts.LAST));
  }

  /**
   * Goes to the next difference, or the one before, those beyond the edge of a long line included;
   * says whether there was one.
   */
  public boolean next(int direction) {
    int at = getSelectionModel().getSelectedIndex();
    return at >= 0 && at < getItems().size() && along(getItems().get(at), direction)
        || beside(at, direction);
  }

  /** Goes to the first difference, or to the last; says whether there is any. */
  public boolean first(int direction) {
    return beside(direction > 0 ? -1 : getItems().size(), direction);
  }

  private boolean beside(int row, int direction) {
    OptionalInt next = blocks.beside(row, row >= 0 && differs(row), direction);
    next.ifPresent(this::go);
    return next.isPresent();
  }

  /** Brings a row in sight and chooses it. */
  public void go(int row) {
    getSelectionModel().clearAndSelect(row);
    scrollTo(Math.max(0, row - 4));
    if (row < getItems().size()) {
      reach.first(getItems().get(row), column.get(), inSight()).ifPresent(column::set);
    }
  }

  /** Goes along a long line to what differs further on in it. */
  private boolean along(DiffRow row, int direction) {
    OptionalInt next = reach.beyond(row, direction, column.get(), inSight());
    next.ifPresent(column::set);
    return next.isPresent();
  }

  /** How many columns of a text are in sight. */
  int inSight() {
    return (int) ((DiffPainter.textWidth(getWidth(), unified) - 16) / CodeFonts.CHARACTER);
  }

  boolean differs(int index) {
    return index < getItems().size()
        && getItems().get(index) instanceof DiffRow.Pair pair
        && pair.differs();
  }

  /** Opens the fold that is chosen, or the next one below. */
  public void openFold() {
    for (int i = Math.max(0, getSelectionModel().getSelectedIndex()); i < getItems().size(); i++) {
      if (!getItems().get(i).opened().isEmpty()) {
        unfold(i);
        return;
      }
    }
  }

  void unfold(int index) {
    List<DiffRow> inside = getItems().get(index).opened();
    if (!inside.isEmpty()) {
      List<DiffRow> shown = unified ? OneColumn.of(inside) : inside;
      var rows = new ArrayList<DiffRow>(getItems());
      rows.remove(index);
      rows.addAll(index, shown);
      blocks = new DiffBlocks(rows, unified);
      columns = RowWords.longest(rows);
      getItems().remove(index);
      getItems().addAll(index, shown);
    }
  }

  /** Whether a click at a place of a row takes the other side's lines, and then does so. */
  boolean took(int row, double x) {
    double ribbon = (getWidth() - DiffPainter.RIBBON) / 2;
    if (take.isEmpty()
        || !canTake.getAsBoolean()
        || unified
        || !differs(row)
        || Math.abs(x - ribbon - 14) > 26) {
      return false;
    }
    take.get().accept(blocks.start(row));
    return true;
  }

  /** How many differences there are. */
  int differences() {
    return blocks.differences();
  }

  /** Which of them a row belongs to, or is the last one above it, from 1; 0 above the first. */
  int difference(int row) {
    return blocks.number(row);
  }

  /** How many rows the difference has that a row belongs to. */
  public int height(int row) {
    return blocks.height(row);
  }

  void paint(DiffCell cell, DiffRow row, int index) {
    painter.paint(
        cell.brush(),
        cell.canvasWidth(),
        row,
        unified,
        new DiffPainter.Look(
            column.get(),
            query,
            index - blocks.start(index),
            blocks.height(index),
            cell.isSelected(),
            canTake.getAsBoolean(),
            canTake.getAsBoolean() && index == blocks.start(index) && taken.test(index)));
  }
}
