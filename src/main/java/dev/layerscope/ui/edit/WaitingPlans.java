package dev.layerscope.ui.edit;

import dev.layerscope.operation.plan.KeptForms;
import dev.layerscope.ui.common.Messages;
import dev.layerscope.ui.common.Pieces;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.VBox;

/** The plans somebody left, to be taken up again or forgotten; they are there after a restart. */
final class WaitingPlans extends VBox {
  private final ChangesViewModel model;
  private final Consumer<KeptPlan> resume;
  private final List<KeptPlan> kept = new ArrayList<>();
  private Optional<KeptPlan> taken = Optional.empty();
  private Runnable changed = () -> {};

  /**
   * @param resume takes one up again
   */
  WaitingPlans(ChangesViewModel model, Consumer<KeptPlan> resume) {
    this.model = model;
    this.resume = resume;
  }

  /** What is done when there are others. */
  void changed(Runnable action) {
    changed = action;
  }

  List<KeptPlan> all() {
    return List.copyOf(kept);
  }

  /** Reads those of the open workspace. */
  void refresh() {
    model.refreshPlans(this::found);
  }

  private void found(List<KeptForms.Form> forms) {
    kept.clear();
    forms.stream().flatMap(form -> KeptPlan.of(form).stream()).forEach(kept::add);
    show();
  }

  /**
   * The page of an edit is left.
   *
   * @param plan that was looked at; empty when there was none
   * @param done whether it was committed: then nothing waits
   */
  void left(Optional<KeptPlan> plan, boolean done) {
    Optional<KeptPlan> stays = plan.or(() -> done ? Optional.empty() : taken);
    taken
        .filter(old -> stays.filter(old::sameAs).isEmpty())
        .flatMap(KeptPlan::form)
        .ifPresent(model::forget);
    taken = Optional.empty();
    stays.ifPresent(next -> {
      kept.removeIf(next::sameAs);
      kept.addFirst(next);
      next.form().ifPresent(model::keep);
    });
    show();
  }

  private void show() {
    getChildren().setAll(kept.stream().map(this::row).toList());
    changed.run();
  }

  private Node row(KeptPlan plan) {
    var open = new Hyperlink(plan.title());
    open.setMinWidth(0);
    open.setOnAction(ignored -> {
      kept.remove(plan);
      taken = Optional.of(plan);
      resume.accept(plan);
    });
    var row =
        Pieces.row(
            8,
            open,
            Pieces.spring(),
            Pieces.label(Messages.text("changes.state.planned"), "chip", "accent"),
            Pieces.iconButton(
                "fth-x", Messages.text("changes.forget", plan.title()), () -> forget(plan)));
    row.getStyleClass().add("plan-file");
    return row;
  }

  private void forget(KeptPlan plan) {
    kept.remove(plan);
    plan.form().ifPresent(model::forget);
    show();
  }
}
