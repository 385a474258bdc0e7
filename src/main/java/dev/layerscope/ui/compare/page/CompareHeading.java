package dev.layerscope.ui.compare.page;

import dev.layerscope.diff.text.AlignedLine;
import dev.layerscope.ui.common.DiffRow;
import dev.layerscope.ui.common.Pieces;
import dev.layerscope.ui.compare.text.CompareRow;
import dev.layerscope.ui.compare.text.CompareText;
import java.util.List;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** What stands over the texts: what they are, how much differs, whether it was viewed. */
final class CompareHeading {
  private final CompareViewModel model;
  private final Label title;
  private final HBox counts;
  private final Label fromPlace;
  private final Label toPlace;
  private final CheckBox viewed;

  CompareHeading(
      CompareViewModel model,
      Label title,
      HBox counts,
      Label fromPlace,
      Label toPlace,
      CheckBox viewed) {
    this.model = model;
    this.title = title;
    this.counts = counts;
    this.fromPlace = fromPlace;
    this.toPlace = toPlace;
    this.viewed = viewed;
  }

  void show(CompareText text) {
    title.setText(text.title());
    fromPlace.setText(text.from());
    toPlace.setText(text.to());
    counts.getChildren().clear();
    count("+", pure(text.rows(), AlignedLine.Kind.ADDED), "diff-added");
    count("−", pure(text.rows(), AlignedLine.Kind.REMOVED), "diff-removed");
    count("≠", pure(text.rows(), AlignedLine.Kind.CHANGED), "diff-changed");
  }

  /** Whether what is chosen was viewed; headings and commits are not counted. */
  void viewed(CompareRow row) {
    viewed.setDisable(!row.isDifference());
    viewed.setSelected(model.viewed().contains(row.key()));
  }

  private void count(String sign, long count, String style) {
    if (count > 0) {
      counts.getChildren().add(Pieces.label(sign + count, style, "small"));
    }
  }

  private static long pure(List<DiffRow> rows, AlignedLine.Kind kind) {
    return rows.stream()
        .filter(row ->
            row instanceof DiffRow.Pair(AlignedLine line, var ignored, var beside)
                && line.kind() == kind)
        .count();
  }
}
