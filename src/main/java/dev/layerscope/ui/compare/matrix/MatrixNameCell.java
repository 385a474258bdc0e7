package dev.layerscope.ui.compare.matrix;

import dev.layerscope.export.MatrixDocument;
import dev.layerscope.export.picture.LayerLooks;
import dev.layerscope.ui.common.GlyphIcon;
import dev.layerscope.ui.common.Messages;
import dev.layerscope.ui.common.Pieces;
import dev.layerscope.ui.compare.RiskWords;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeTableCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** The first cell of a row: glyph and layer, or the Application, or the root. */
final class MatrixNameCell extends TreeTableCell<MatrixRow, MatrixRow> {
  /** The style of a heading over rows. */
  static final String GROUP = "cell-group";

  private final Supplier<LayerLooks> looks;
  private final Supplier<MatrixGroup> by;
  private final List<String> environments;

  MatrixNameCell(Supplier<LayerLooks> looks, Supplier<MatrixGroup> by, List<String> environments) {
    this.environments = environments;
    this.by = by;
    this.looks = looks;
  }

  @Override
  protected void updateItem(MatrixRow row, boolean empty) {
    super.updateItem(row, empty);
    setText(null);
    setTooltip(null);
    getStyleClass().remove(GROUP);
    if (empty || row == null) {
      setGraphic(null);
      return;
    }
    if (row instanceof MatrixRow.Group) {
      getStyleClass().add(GROUP);
    }
    setGraphic(
        switch (row) {
          case MatrixRow.Group group ->
              Pieces.row(
                  6,
                  icon(group),
                  Pieces.label(group.name(), "strong"),
                  Pieces.label(Integer.toString(group.rows()), "count"));
          case MatrixRow.OfApplication(var of) -> application(of);
          case MatrixRow.OfRoot(var of, var line) ->
              Pieces.row(6, Pieces.label(line.root(), "muted"));
        });
  }

  /** Its layer is said where no heading does. */
  private Node application(MatrixDocument.Row row) {
    HBox box =
        by.get() == MatrixGroup.LAYER
            ? Pieces.row(6, Pieces.icon("mdi2c-cube-outline", 14), Pieces.label(row.name()))
            : Pieces.row(
                6,
                new GlyphIcon(looks.get().of(row.layer()), false),
                Pieces.label(row.name()),
                Pieces.label(row.layer(), "subtle", "small"));
    String found = found(row);
    box.getChildren().add(Pieces.spring());
    risks(row).ifPresent(box.getChildren()::add);
    worst(row).ifPresent(box.getChildren()::add);
    setTooltip(new Tooltip(found.isEmpty() ? row.name() : row.name() + "\n" + found));
    setAccessibleText(found.isEmpty() ? row.name() : row.name() + ", " + found);
    return box;
  }

  /** How much is dangerous about going from one environment to the next. */
  private Optional<Node> risks(MatrixDocument.Row row) {
    int most =
        IntStream.range(0, environments.size()).map(i -> row.risks(i).size()).max().orElse(0);
    if (most == 0) {
      return Optional.empty();
    }
    Label badge = Pieces.label(Integer.toString(most), "small", "badge", "error");
    badge.setGraphic(Pieces.icon("fth-flag", 12, "error"));
    badge.setMinWidth(Region.USE_PREF_SIZE);
    return Optional.of(badge);
  }

  /** How much is found where there is most of it: errors before warnings. */
  private Optional<Node> worst(MatrixDocument.Row row) {
    int errors = IntStream.range(0, environments.size()).map(row::errors).max().orElse(0);
    int warnings = IntStream.range(0, environments.size()).map(row::warnings).max().orElse(0);
    if (errors + warnings == 0) {
      return Optional.empty();
    }
    String style = errors > 0 ? "error" : "warning";
    Label badge =
        Pieces.label(Integer.toString(errors > 0 ? errors : warnings), "small", "badge", style);
    badge.setGraphic(Pieces.icon("fth-alert-triangle", 12, style));
    badge.setMinWidth(Region.USE_PREF_SIZE);
    return Optional.of(badge);
  }

  private String found(MatrixDocument.Row row) {
    return IntStream.range(0, environments.size())
        .boxed()
        .flatMap(i -> Stream.concat(findings(row, i).stream(), risks(row, i).stream()))
        .collect(Collectors.joining("\n"));
  }

  private Optional<String> risks(MatrixDocument.Row row, int i) {
    return Optional.of(row.risks(i))
        .filter(risks -> !risks.isEmpty())
        .map(risks -> Messages.text("matrix.risksin", environments.get(i), RiskWords.all(risks)));
  }

  private Optional<String> findings(MatrixDocument.Row row, int i) {
    return row.errors(i) + row.warnings(i) == 0
        ? Optional.empty()
        : Optional.of(
            Messages.text(
                "matrix.foundin",
                environments.get(i),
                Messages.count("count.errors", row.errors(i)),
                Messages.count("count.warnings", row.warnings(i))));
  }

  private Node icon(MatrixRow.Group group) {
    return group.by() == MatrixGroup.LAYER
        ? new GlyphIcon(looks.get().of(group.name()), false)
        : Pieces.icon("mdi2s-source-repository", 14);
  }
}
