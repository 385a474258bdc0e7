package dev.layerscope.ui.compare.page;

import dev.layerscope.operation.side.Question;
import dev.layerscope.ui.common.DiffView;
import dev.layerscope.ui.common.Messages;
import dev.layerscope.ui.compare.text.CompareTexts;
import java.util.List;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.Pane;

/** The switches of the compare page: what is compared, and how it is looked at. */
final class CompareSwitches {
  private static final List<CompareTexts.Mode> ORDER =
      List.of(CompareTexts.Mode.STRUCTURED, CompareTexts.Mode.TEXT, CompareTexts.Mode.RENDERED);

  private final CompareViewModel model;
  private final DiffView view;
  private final Runnable compareAgain;
  private final Runnable lookAgain;
  private final ToggleGroup since = new ToggleGroup();
  private final ToggleGroup modes = new ToggleGroup();
  private final ToggleGroup layouts = new ToggleGroup();

  CompareSwitches(
      CompareViewModel model, DiffView view, Runnable compareAgain, Runnable lookAgain) {
    this.model = model;
    this.view = view;
    this.compareAgain = compareAgain;
    this.lookAgain = lookAgain;
  }

  void fill(Pane sinceBox, Pane modeBox, Pane layoutBox) {
    sinceBox
        .getChildren()
        .setAll(
            choice("compare.tips", true, () -> since(Question.Since.TIPS), since),
            choice("compare.diverged", false, () -> since(Question.Since.DIVERGED), since));
    modeBox
        .getChildren()
        .setAll(
            choice("compare.structured", true, () -> mode(CompareTexts.Mode.STRUCTURED), modes),
            choice("compare.text", false, () -> mode(CompareTexts.Mode.TEXT), modes),
            choice("compare.rendered", false, () -> mode(CompareTexts.Mode.RENDERED), modes));
    layoutBox
        .getChildren()
        .setAll(
            choice("compare.sides", true, () -> layout(false), layouts),
            choice("compare.unified", false, () -> layout(true), layouts));
  }

  private static ToggleButton choice(
      String key, boolean chosen, Runnable action, ToggleGroup group) {
    var button = new ToggleButton(Messages.text(key));
    button.setToggleGroup(group);
    button.setSelected(chosen);
    button.setOnAction(ignored -> {
      button.setSelected(true);
      action.run();
    });
    return button;
  }

  private void since(Question.Since wanted) {
    if (model.since().get() != wanted) {
      model.since().set(wanted);
      compareAgain.run();
    }
  }

  /** Structured, text, rendered, and around again. */
  void nextMode() {
    mode(
        switch (model.mode().get()) {
          case STRUCTURED -> CompareTexts.Mode.TEXT;
          case TEXT -> CompareTexts.Mode.RENDERED;
          case RENDERED -> CompareTexts.Mode.STRUCTURED;
        });
  }

  private void mode(CompareTexts.Mode mode) {
    model.mode().set(mode);
    modes.getToggles().get(ORDER.indexOf(mode)).setSelected(true);
    lookAgain.run();
  }

  void toggleLayout() {
    layout(!view.isUnified());
  }

  private void layout(boolean one) {
    view.unified(one);
    layouts.getToggles().get(one ? 1 : 0).setSelected(true);
  }
}
