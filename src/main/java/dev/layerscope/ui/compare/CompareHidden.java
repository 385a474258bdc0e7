package dev.layerscope.ui.compare;

import dev.layerscope.operation.Comparison;
import dev.layerscope.ui.common.Messages;
import dev.layerscope.ui.common.Pieces;
import java.util.Optional;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.VBox;

/** The box that says what is hidden: always counted, rule by rule, and one click from sight. */
final class CompareHidden {
  private final CompareViewModel model;
  private final VBox box;
  private final Runnable compareAgain;
  private Optional<Written> written = Optional.empty();

  /** What was written to the workspace file, and how it is taken back. */
  private record Written(String words, Runnable undo) {}

  CompareHidden(CompareViewModel model, VBox box, Runnable compareAgain) {
    this.model = model;
    this.box = box;
    this.compareAgain = compareAgain;
  }

  /** Says that a rule was written, with the way back. */
  void written(String words, Runnable undo) {
    written = Optional.of(new Written(words, undo));
  }

  void nothingWritten() {
    written = Optional.empty();
  }

  void show(Comparison comparison) {
    box.getChildren().clear();
    written.ifPresent(this::wayBack);
    int count = comparison.hidden();
    if (count == 0 && !model.showHidden().get()) {
      return;
    }
    boolean all = model.showHidden().get();
    var link = new Hyperlink(Messages.text(all ? "compare.hide" : "compare.show"));
    link.setOnAction(ignored -> toggle());
    String words =
        all
            ? Messages.text("compare.allshown")
            : Messages.text("compare.hidden", count, comparison.hiddenByRule().size());
    box.getChildren().add(Pieces.row(6, Pieces.label(words, "strong"), Pieces.spring(), link));
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

  private void wayBack(Written rule) {
    var link = new Hyperlink(Messages.text("compare.undo"));
    link.setId("undoRule");
    link.setOnAction(ignored -> rule.undo().run());
    var words = Pieces.label(Messages.text("compare.written", rule.words()), "small");
    words.setMinWidth(0);
    box.getChildren().add(Pieces.row(6, words, Pieces.spring(), link));
  }

  void toggle() {
    model.showHidden().set(!model.showHidden().get());
    compareAgain.run();
  }
}
