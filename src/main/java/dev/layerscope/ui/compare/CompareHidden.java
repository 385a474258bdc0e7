package dev.layerscope.ui.compare;

import dev.layerscope.operation.Comparison;
import dev.layerscope.ui.common.Messages;
import dev.layerscope.ui.common.Pieces;
import dev.layerscope.workspace.ExpectedEntry;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.VBox;

/** The box that says what is hidden: always counted, rule by rule, and one click from sight. */
final class CompareHidden {
  private final CompareViewModel model;
  private final RulesInForce rules;
  private final VBox box;
  private final Runnable compareAgain;
  private final Runnable toRules;

  CompareHidden(
      CompareViewModel model,
      RulesInForce rules,
      VBox box,
      Runnable compareAgain,
      Runnable toRules) {
    this.model = model;
    this.rules = rules;
    this.box = box;
    this.compareAgain = compareAgain;
    this.toRules = toRules;
  }

  void show(Comparison comparison) {
    box.getChildren().clear();
    rules.state().get().flatMap(RulesInForce.State::last).ifPresent(this::wayBack);
    int count = comparison.hidden();
    if (count == 0 && !model.showHidden().get()) {
      return;
    }
    boolean all = model.showHidden().get();
    var link = new Hyperlink(Messages.text(all ? "compare.hide" : "compare.show"));
    link.setOnAction(ignored -> toggle());
    var edit = new Hyperlink(Messages.text("compare.editrules"));
    edit.setId("editRules");
    edit.setOnAction(ignored -> toRules.run());
    String words =
        all
            ? Messages.text("compare.allshown")
            : Messages.text("compare.hidden", count, comparison.hiddenByRule().size());
    box.getChildren()
        .add(Pieces.row(6, Pieces.label(words, "strong"), Pieces.spring(), link, edit));
    comparison
        .hiddenByRule()
        .forEach((rule, hits) ->
            box.getChildren()
                .add(
                    Pieces.row(
                        6,
                        Pieces.label(rule, "muted", "small"),
                        Pieces.spring(),
                        Pieces.label(Integer.toString(hits), "muted", "small"))));
  }

  private void wayBack(ExpectedEntry rule) {
    var link = new Hyperlink(Messages.text("compare.undo"));
    link.setId("undoRule");
    link.setOnAction(ignored -> rules.forget(rule));
    var words = Pieces.label(Messages.text("compare.written", ExpectedWords.of(rule)), "small");
    words.setMinWidth(0);
    box.getChildren().add(Pieces.row(6, words, Pieces.spring(), link));
  }

  void toggle() {
    model.showHidden().set(!model.showHidden().get());
    compareAgain.run();
  }
}
