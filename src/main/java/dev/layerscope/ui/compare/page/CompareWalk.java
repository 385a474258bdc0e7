package dev.layerscope.ui.compare.page;

import dev.layerscope.hierarchy.NodeId;
import dev.layerscope.ui.common.DiffView;
import dev.layerscope.ui.compare.text.CompareRow;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;

/** Ways through a comparison: difference by difference, over the end of a file to the next. */
final class CompareWalk {
  private final TreeView<CompareRow> tree;
  private final DiffView view;
  private final CompareViewModel model;
  private boolean searching;

  /** Which way a difference is looked for in the text that comes; 0 when none is. */
  private int landing;

  CompareWalk(TreeView<CompareRow> tree, DiffView view, CompareViewModel model) {
    this.tree = tree;
    this.view = view;
    this.model = model;
  }

  /**
   * Goes to the node that was asked for, else to where somebody was before, else to the first that
   * has something to look at.
   *
   * @param before the key of the row that was chosen when all was compared anew
   */
  void begin(Optional<NodeId> node, Optional<String> before) {
    node.flatMap(id -> first(row -> isAbout(row, id)))
        .or(() -> before.flatMap(key -> first(row -> row.key().equals(key))))
        .or(() -> first(CompareRow::looksAtSomething))
        .ifPresent(this::choose);
  }

  private static boolean isAbout(CompareRow row, NodeId id) {
    return row instanceof CompareRow.OfApplication(var application, var tally)
        && (application.ids().contains(id) || application.change().id().equals(id));
  }

  /**
   * At the end of a text the first difference of the next file follows, before its beginning the
   * last one of the file before.
   */
  void difference(int direction) {
    if (!view.list().next(direction)) {
      landing = direction;
      if (!go(direction, CompareRow::looksAtSomething)) {
        landing = 0;
      }
    }
  }

  /** The next row of the tree that has something to look at, folded ones included. */
  void row(int direction) {
    go(direction, CompareRow::looksAtSomething);
  }

  /** Looks for words in the texts of all rows after this one; says whether there are any. */
  boolean find(String words, int direction) {
    List<TreeItem<CompareRow>> all = items();
    int at = all.indexOf(tree.getSelectionModel().getSelectedItem());
    List<TreeItem<CompareRow>> further =
        (direction > 0 ? all.subList(at + 1, all.size()) : all.subList(0, Math.max(0, at)))
            .stream().filter(item -> item.getValue().looksAtSomething()).toList();
    List<TreeItem<CompareRow>> order = direction > 0 ? further : further.reversed();
    model.find(
        words,
        order.stream().map(TreeItem::getValue).toList(),
        found -> {
          searching = found.isPresent();
          order.stream()
              .filter(
                  item -> found.filter(row -> row.key().equals(item.getValue().key())).isPresent())
              .findFirst()
              .ifPresentOrElse(this::choose, view::nothingBeyond);
        });
    return !order.isEmpty();
  }

  /**
   * A text is shown: when a search led to it, its first hit is what somebody wants to see; when the
   * way through the differences did, its first difference, or its last.
   */
  void arrived() {
    if (landing != 0) {
      view.list().first(landing);
      landing = 0;
    }
    if (searching) {
      searching = false;
      view.firstHit();
    }
  }

  private List<TreeItem<CompareRow>> items() {
    TreeItem<CompareRow> top = tree.getRoot();
    return top == null ? List.of() : CompareTree.all(top).toList();
  }

  private boolean go(int direction, Predicate<CompareRow> wanted) {
    TreeItem<CompareRow> top = tree.getRoot();
    if (top == null) {
      return false;
    }
    var all = CompareTree.all(top).toList();
    int at = all.indexOf(tree.getSelectionModel().getSelectedItem());
    for (int i = at + direction; i >= 0 && i < all.size(); i += direction) {
      if (wanted.test(all.get(i).getValue())) {
        choose(all.get(i));
        return true;
      }
    }
    return false;
  }

  /** Opens what a row is folded in, chooses it and brings it in sight. */
  void choose(TreeItem<CompareRow> item) {
    for (TreeItem<CompareRow> up = item.getParent(); up != null; up = up.getParent()) {
      up.setExpanded(true);
    }
    tree.getSelectionModel().clearSelection();
    tree.getSelectionModel().select(item);
    tree.scrollTo(Math.max(0, tree.getRow(item) - 8));
  }

  Optional<TreeItem<CompareRow>> first(Predicate<CompareRow> wanted) {
    TreeItem<CompareRow> top = tree.getRoot();
    return top == null
        ? Optional.empty()
        : CompareTree.all(top).filter(item -> wanted.test(item.getValue())).findFirst();
  }

  /** Marks what is looked at as seen, and goes on. */
  void viewed() {
    TreeItem<CompareRow> chosen = tree.getSelectionModel().getSelectedItem();
    if (chosen != null && chosen.getValue().isDifference()) {
      String key = chosen.getValue().key();
      if (!model.viewed().remove(key)) {
        model.viewed().add(key);
        row(1);
      }
    }
  }

  /** Ticks what is looked at for promotion. */
  void tick() {
    TreeItem<CompareRow> chosen = tree.getSelectionModel().getSelectedItem();
    if (chosen != null && model.canPromote()) {
      CompareTicks.of(chosen.getValue()).ifPresent(model.ticks()::toggle);
    }
  }
}
