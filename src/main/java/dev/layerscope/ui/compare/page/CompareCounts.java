package dev.layerscope.ui.compare.page;

import dev.layerscope.operation.compare.Comparison;
import dev.layerscope.ui.common.Messages;
import dev.layerscope.ui.common.Pieces;
import dev.layerscope.ui.compare.RiskWords;
import dev.layerscope.ui.compare.text.CompareRow;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;

/** How much differs, how much of it is dangerous, and how much of it was looked at. */
final class CompareCounts {
  private final CompareViewModel model;
  private final TreeView<CompareRow> tree;
  private final Label differences;
  private final Label risks;
  private final Label viewed;
  private final ProgressBar bar;

  CompareCounts(
      CompareViewModel model,
      TreeView<CompareRow> tree,
      Label differences,
      Label risks,
      Label viewed,
      ProgressBar bar) {
    this.model = model;
    this.tree = tree;
    this.differences = differences;
    this.risks = risks;
    risks.managedProperty().bind(risks.visibleProperty());
    risks.setGraphic(Pieces.icon("fth-flag", 12, "error"));
    this.viewed = viewed;
    this.bar = bar;
  }

  void show(Comparison comparison) {
    long files = comparison.repositories().stream().mapToLong(r -> r.files().size()).sum();
    var dangers = comparison.applications().stream().flatMap(a -> a.risks().stream()).toList();
    long unknown = comparison.unknownNodes();
    String found = Messages.count("count.differences", comparison.differences() - unknown + files);
    differences.setText(
        unknown == 0 ? found : found + Messages.text("compare.andunknown", unknown));
    String risky = Messages.count("count.risks", dangers.size());
    // Beside what is unknown there is no room for the word; the flag says it, too.
    risks.setText(unknown == 0 ? risky : Integer.toString(dangers.size()));
    risks.setAccessibleText(risky);
    risks.setVisible(!dangers.isEmpty());
    risks.setTooltip(new Tooltip(RiskWords.all(dangers)));
    viewed();
  }

  void viewed() {
    TreeItem<CompareRow> top = tree.getRoot();
    long all =
        top == null
            ? 0
            : CompareTree.all(top).filter(item -> item.getValue().isDifference()).count();
    viewed.setText(Messages.text("compare.viewed", model.viewed().size(), all));
    bar.setProgress(all == 0 ? 0 : (double) model.viewed().size() / all);
  }
}
