package dev.layerscope.ui.compare.page;

import dev.layerscope.edit.intention.Tick;
import dev.layerscope.operation.compare.Comparison;
import dev.layerscope.operation.side.Forks;
import dev.layerscope.ui.common.DiffList;
import dev.layerscope.ui.common.DiffView;
import dev.layerscope.ui.common.Messages;
import dev.layerscope.ui.compare.rule.DifferingField;
import dev.layerscope.ui.workspace.EditWish;
import dev.layerscope.ui.workspace.WorkspaceViewModel;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;

/**
 * The button that plans a promotion of what is ticked or the merge of a fork, and the « that ticks
 * one difference.
 */
final class ComparePromotion {
  private final WorkspaceViewModel workspace;
  private final CompareViewModel model;
  private final DiffView view;
  private final DifferenceMenu menu;
  private final Button button;
  private final Tooltip why = new Tooltip();

  ComparePromotion(
      WorkspaceViewModel workspace,
      CompareViewModel model,
      DiffView view,
      DifferenceMenu menu,
      Button button) {
    this.workspace = workspace;
    this.model = model;
    this.view = view;
    this.menu = menu;
    this.button = button;
    // A disabled button shows no tooltip of its own: what it stands in does.
    Tooltip.install(button.getParent(), why);
  }

  /** Says how much is ticked, that a merge can be planned, or why nothing can be promoted. */
  void show() {
    Optional<Forks.Beside> merge = model.comparison().get().flatMap(CompareTicks::merge);
    button.setText(merge.isPresent() ? Messages.text("compare.merge") : promoting());
    button.setDisable(!model.canPromote() && merge.isEmpty());
    why.setText(
        merge
            .map(beside -> Messages.text("compare.mergetip", beside.words()))
            .or(() -> possible().map(ComparePromotion::tip))
            .orElse(Messages.text("compare.promotewhy")));
  }

  private String promoting() {
    int ticked = model.ticks().all().size();
    return ticked == 0
        ? Messages.text("compare.promote")
        : Messages.text("compare.promoteticked", ticked);
  }

  private static String tip(Comparison comparison) {
    return Messages.text(
        "compare.promotetip",
        comparison.to().environmentName().orElse(""),
        comparison.from().environmentName().orElse(""));
  }

  private Optional<Comparison> possible() {
    return model.comparison().get().filter(CompareTicks::possible);
  }

  /** Shows the plan; nothing is written. */
  void want() {
    wish().ifPresent(workspace.edits()::want);
  }

  private Optional<EditWish> wish() {
    return model
        .comparison()
        .get()
        .flatMap(comparison ->
            CompareTicks.merge(comparison)
                .map(beside -> CompareTicks.merging(comparison, beside))
                .or(() -> possible().map(model.ticks()::wish)));
  }

  /** One difference is ticked: lines of a file, or a field of an object. */
  void take(int row) {
    view.list().getSelectionModel().clearAndSelect(row);
    if (model.canPromote()) {
      tick(row).ifPresent(model.ticks()::toggle);
    }
  }

  /** Whether the difference that begins in a row is ticked. */
  boolean taken(int row) {
    return !model.ticks().all().isEmpty()
        && tick(row).filter(model.ticks().all()::contains).isPresent();
  }

  private Optional<Tick> tick(int row) {
    DiffList list = view.list();
    return model
        .text()
        .get()
        .file()
        .map(file ->
            CompareTicks.lines(
                file.repository(), file.file().path(), list.getItems(), row, list.height(row)))
        .or(() -> menu.field(list, row).map(DifferingField::tick));
  }
}
