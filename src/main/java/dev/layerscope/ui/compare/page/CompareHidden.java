package dev.layerscope.ui.compare.page;

import dev.layerscope.operation.compare.Comparison;
import dev.layerscope.ui.common.Messages;
import dev.layerscope.ui.common.Pieces;
import dev.layerscope.ui.compare.rule.RuleList;
import dev.layerscope.ui.compare.rule.RulesInForce;
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
    boolean all = model.showHidden().get();
    var link = new Hyperlink(Messages.text(all ? "compare.hide" : "compare.show"));
    link.setOnAction(ignored -> toggle());
    link.setVisible(all || count > 0);
    var edit = new Hyperlink(Messages.text("compare.editrules"));
    edit.setId("editRules");
    edit.setOnAction(ignored -> toRules.run());
    String words =
        all
            ? Messages.text("compare.allshown")
            : count == 0
                ? Messages.text("compare.nothinghidden")
                : Messages.text("compare.hidden", count, comparison.hiddenByRule().size());
    box.getChildren()
        .addAll(
            Pieces.row(6, Pieces.label(words, "strong"), Pieces.spring(), link, edit),
            new RuleList(rules).of(model.entries(), comparison.hiddenByRule(), !all));
  }

  private void wayBack(RulesInForce.Last last) {
    var link = new Hyperlink(Messages.text("compare.undo"));
    link.setId("undoRule");
    link.setOnAction(ignored -> rules.undo());
    var words = Pieces.label(last.words(), "small");
    words.setMinWidth(0);
    box.getChildren().add(Pieces.row(6, words, Pieces.spring(), link));
  }

  void toggle() {
    model.showHidden().set(!model.showHidden().get());
    compareAgain.run();
  }
}
