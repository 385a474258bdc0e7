package dev.layerscope.ui.common;

import java.util.List;
import java.util.OptionalInt;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

/**
 * Two texts with what a reviewer needs beside them: the path of what is in sight above, the
 * overview at the right, a bar for lines longer than the window below.
 */
public final class DiffView extends BorderPane {
  private final DiffList beside = new DiffList(false);
  private final DiffList single = new DiffList(true);
  private final Label path = Pieces.label("");
  private final DiffRuler ruler = new DiffRuler(row -> list().scrollTo(Math.max(0, row - 4)));
  private final ScrollBar across = new ScrollBar();
  private final DiffFind find = new DiffFind(this);
  private final StringProperty instead = new SimpleStringProperty(Messages.text("compare.choose"));
  private final StringProperty place = new SimpleStringProperty("");
  private DiffList list = beside;
  private List<DiffRow> rows = List.of();

  public DiffView() {
    var icon = Pieces.icon("fth-corner-down-right", 11);
    var what = Pieces.label(Messages.text("compare.parent"), "caption");
    icon.visibleProperty().bind(path.textProperty().isNotEmpty());
    what.visibleProperty().bind(path.textProperty().isNotEmpty());
    HBox bar = Pieces.row(8, icon, path, Pieces.spring(), what);
    bar.getStyleClass().add("path-bar");
    path.setMinWidth(0);
    path.setId("pathBar");
    path.setTextOverrun(javafx.scene.control.OverrunStyle.LEADING_ELLIPSIS);
    setTop(new javafx.scene.layout.VBox(find, bar));
    single.setVisible(false);
    setCenter(new StackPane(beside, single));
    setRight(ruler);
    across.setOrientation(Orientation.HORIZONTAL);
    across.setAccessibleText(Messages.text("compare.across"));
    across
        .valueProperty()
        .addListener((ignored, before, now) -> {
          beside.column().set(now.intValue());
          single.column().set(now.intValue());
        });
    for (DiffList each : List.of(beside, single)) {
      each.column().addListener((ignored, before, now) -> across.setValue(now.doubleValue()));
    }
    across.managedProperty().bind(across.visibleProperty());
    across.setVisible(false);
    setBottom(across);
    for (DiffList each : List.of(beside, single)) {
      each.setAccessibleText(Messages.text("compare.texts"));
      var nothing = Pieces.label("", "muted");
      nothing.textProperty().bind(instead);
      each.setPlaceholder(nothing);
      each.getSelectionModel().selectedIndexProperty().addListener(ignored -> placed());
      each.skinProperty().addListener(ignored -> watch(each));
    }
  }

  /** What is said where no text is shown. */
  public StringProperty instead() {
    return instead;
  }

  /** Which difference is chosen, of how many; empty where nothing differs. */
  public ReadOnlyStringProperty place() {
    return place;
  }

  private void placed() {
    int all = list.differences();
    int here = list.difference(list.getSelectionModel().getSelectedIndex());
    place.set(
        all == 0
            ? ""
            : here == 0
                ? Messages.text("compare.places", all)
                : Messages.text("compare.place", here, all));
  }

  /** The list in sight: side by side, or in one column. */
  public DiffList list() {
    return list;
  }

  /** Both lists, to set them up alike. */
  public List<DiffList> lists() {
    return List.of(beside, single);
  }

  public boolean isUnified() {
    return list == single;
  }

  /** Chooses between one column and two. */
  public void unified(boolean one) {
    list = one ? single : beside;
    single.setVisible(one);
    beside.setVisible(!one);
    fill();
    find.again();
    ruler.show(list.getItems());
    sight();
    placed();
  }

  public void show(List<DiffRow> shown) {
    rows = shown;
    list.show(shown);
    (isUnified() ? beside : single).show(List.of());
    ruler.show(list.getItems());
    find.again();
    across.setValue(0);
    sight();
    placed();
  }

  /** Only the list in sight is filled: long texts cost by the line. */
  private void fill() {
    if (list.getItems().isEmpty()) {
      list.show(rows);
    }
  }

  /** Paints anew what may have changed beside the texts. */
  public void refresh() {
    list.refresh();
  }

  /** Goes to the first row that has what is searched for, as when a search led here. */
  public void firstHit() {
    find.first();
  }

  /** Says that a search found nothing in other texts either. */
  public void nothingBeyond() {
    find.nothing();
  }

  /** Opens the field for what is searched for. */
  public void search() {
    find.open();
  }

  /** Whether somebody types what to look for. */
  public boolean isSearching() {
    return find.isTyped();
  }

  /** Where a search goes on when this text has nothing more: the query and 1 or -1. */
  public void searchBeyond(java.util.function.BiPredicate<String, Integer> further) {
    find.beyond(further);
  }

  int mark(String words) {
    return list.mark(words);
  }

  OptionalInt findNext(int direction) {
    return list.find(direction);
  }

  /** Scrolling tells nobody but the flow: what it shows first is what the path bar names. */
  private void watch(DiffList each) {
    for (Node node : each.lookupAll(".scroll-bar")) {
      if (node instanceof ScrollBar bar && bar.getOrientation() == Orientation.VERTICAL) {
        bar.valueProperty().addListener(ignored -> Background.soon(this::sight));
      }
    }
    each.getItems()
        .addListener((javafx.beans.Observable ignored) -> {
          if (each == list) {
            ruler.show(each.getItems());
          }
          Background.soon(this::sight);
        });
    each.widthProperty().addListener(ignored -> sight());
    each.heightProperty().addListener(ignored -> sight());
  }

  private void sight() {
    double room = DiffPainter.textWidth(list.getWidth(), isUnified()) - 16;
    int beyond = list.columns() - (int) (room / CodeFonts.CHARACTER);
    across.setVisible(room > 0 && beyond > 0);
    across.setMax(Math.max(0, beyond));
    across.setVisibleAmount(Math.max(1, across.getMax() / 4));
    if (list.getItems().isEmpty()) {
      path.setText("");
      return;
    }
    if (list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
      IndexedCell<?> first = flow.getFirstVisibleCell();
      IndexedCell<?> last = flow.getLastVisibleCell();
      if (first != null && last != null) {
        path.setText(list.path(first.getIndex()));
        ruler.sight(first.getIndex(), last.getIndex());
      }
    }
  }
}
