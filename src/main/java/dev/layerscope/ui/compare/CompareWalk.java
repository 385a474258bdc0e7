package dev.layerscope.ui.compare;

import dev.layerscope.ui.common.DiffView;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;

/** Ways through a comparison: difference by difference, over the end of a file to the next. */
final class CompareWalk {
  private final TreeView<CompareRow> tree;
  private final DiffView view;
  private final CompareViewModel model;

  CompareWalk(TreeView<CompareRow> tree, DiffView view, CompareViewModel model) {
    this.tree = tree;
    this.view = view;
    this.model = model;
  }

  /** At the end of a text the next file follows. */
  void difference(int direction) {
    if (!view.list().next(direction)) {
      row(direction);
    }
  }

  /** The next row of the tree that has something to look at, folded ones included. */
  void row(int direction) {
    go(direction, CompareRow::looksAtSomething);
  }

  /** The next row whose name has the words. */
  boolean find(String words, int direction) {
    String wanted = words.toLowerCase(Locale.ROOT);
    return go(
        direction,
        row -> row.looksAtSomething() && row.key().toLowerCase(Locale.ROOT).contains(wanted));
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
