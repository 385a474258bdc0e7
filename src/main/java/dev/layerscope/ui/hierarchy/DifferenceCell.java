package dev.layerscope.ui.hierarchy;

import dev.layerscope.export.Inert;
import dev.layerscope.export.picture.LayerLook;
import dev.layerscope.export.picture.Mark;
import dev.layerscope.export.picture.Tone;
import dev.layerscope.export.picture.Words;
import dev.layerscope.hierarchy.HierarchyNode;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;

/**
 * A row of the list of differences: sign, glyph and name, what differs, and a flag where that is
 * dangerous. Painted, as the rows of the outline are.
 */
final class DifferenceCell extends ListCell<HierarchyNode> {
  /**
   * What a row says.
   *
   * @param hollow whether it is the res half of its layer
   * @param note what differs
   * @param danger why it is dangerous; empty when it is not
   */
  record Row(Mark mark, LayerLook layer, boolean hollow, String name, String note, String danger) {}

  private final Function<HierarchyNode, Optional<Row>> words;
  private final Line line;

  /**
   * @param brush whose colours, fonts and images all rows share
   * @param words what to say of a node; empty where it does not differ any more
   */
  DifferenceCell(CanvasBrush brush, Function<HierarchyNode, Optional<Row>> words) {
    this.words = words;
    line = new Line(brush);
    setPrefWidth(0);
  }

  /** Paints it anew: other colours are in force. */
  void repaint() {
    line.paint();
  }

  @Override
  protected void updateItem(HierarchyNode node, boolean empty) {
    super.updateItem(node, empty);
    Optional<Row> row = empty || node == null ? Optional.empty() : words.apply(node);
    setGraphic(row.isPresent() ? line : null);
    line.show(row);
    setAccessibleText(row.map(DifferenceCell::spoken).orElse(null));
    setTooltip(
        row.filter(r -> !r.danger().isEmpty()).map(r -> new Tooltip(r.danger())).orElse(null));
  }

  private static String spoken(Row row) {
    String danger = row.danger().isEmpty() ? "" : ", " + row.danger();
    return row.mark().sign() + " " + row.name() + ", " + row.note() + danger;
  }

  private static final class Line extends PaintedLine<Row> {
    private static final double HEIGHT = 42;
    private static final double FLAG = 14;
    private static final double SMALL = 11;

    Line(CanvasBrush shared) {
      super(shared, HEIGHT);
    }

    @Override
    void paint(Row row, double width, double middle) {
      CanvasBrush brush = brush();
      tile(row.mark(), 0, middle);
      double left = TILE + 10;
      double right = width - 4;
      if (!row.danger().isEmpty()) {
        right -= FLAG;
        brush.icon("fth-flag", FLAG, Tone.FINDING_ERROR, right, middle - FLAG / 2);
        right -= 8;
      }
      brush.glyph(row.layer(), row.hollow(), left, middle - 14, 11);
      double room = Math.max(20, right - left - 17);
      String name = brush.words().cutMiddle(Inert.text(row.name()), Words.Type.SEMIBOLD, 13, room);
      brush.text(name, Words.Type.SEMIBOLD, 13, Tone.TEXT, left + 17, middle - 4);
      String note =
          brush.words().cutMiddle(Inert.text(row.note()), Words.Type.REGULAR, SMALL, room + 17);
      brush.text(note, Words.Type.REGULAR, SMALL, Tone.TEXT_MUTED, left, middle + 13);
    }
  }
}
