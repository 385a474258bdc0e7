package dev.layerscope.ui.compare.page;

import dev.layerscope.export.FleetWords;
import dev.layerscope.export.SideWords;
import dev.layerscope.operation.compare.Comparison;
import dev.layerscope.operation.compare.DescribeDiff;
import dev.layerscope.operation.side.Question;
import dev.layerscope.ui.common.Messages;
import dev.layerscope.ui.compare.text.CompareWords;
import java.util.ArrayList;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;

/** What the page says of a comparison as a whole: how much, on which roots, which side is which. */
final class CompareSummary {
  private final Label summary;
  private final Label fleet;
  private final Label fromSide;
  private final Label toSide;

  CompareSummary(Label summary, Label fleet, Label fromSide, Label toSide) {
    this.summary = summary;
    this.fleet = fleet;
    this.fromSide = fromSide;
    this.toSide = toSide;
    fleet.visibleProperty().bind(fleet.textProperty().isNotEmpty());
    fleet.managedProperty().bind(fleet.visibleProperty());
  }

  /** Says it, and answers with the sentence about all of it. */
  String show(Comparison comparison, String from, String to) {
    String here = SideWords.brief(from);
    String there = SideWords.brief(to);
    String words = CompareWords.summary(comparison, here, there);
    said(summary, words);
    var fleetWords = new ArrayList<>(FleetWords.of(DescribeDiff.of(comparison, from, to)));
    fleetWords.addAll(comparison.remarks());
    said(fleet, String.join(" ", fleetWords));
    boolean tips = comparison.question().since() == Question.Since.TIPS;
    fromSide.setText(here + "   " + Messages.text(tips ? "compare.asis" : "compare.wasthen"));
    toSide.setText(
        there
            + "   "
            + Messages.text(
                CompareTicks.possible(comparison) ? "compare.brings" : "compare.comesin"));
    return words;
  }

  private static void said(Label label, String words) {
    label.setText(words);
    label.setTooltip(new Tooltip(words));
  }
}
