package dev.layerscope.ui.hierarchy;

import dev.layerscope.export.Inert;
import dev.layerscope.export.picture.LayerLook;
import dev.layerscope.export.picture.Mark;
import dev.layerscope.export.picture.Tone;
import dev.layerscope.export.picture.Words;
import dev.layerscope.hierarchy.HierarchyNode;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

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
    line.shown = row;
    line.paint();
    setAccessibleText(row.map(DifferenceCell::spoken).orElse(null));
    setTooltip(
        row.filter(r -> !r.danger().isEmpty()).map(r -> new Tooltip(r.danger())).orElse(null));
  }

  private static String spoken(Row row) {
    String danger = row.danger().isEmpty() ? "" : ", " + row.danger();
    return row.mark().sign() + " " + row.name() + ", " + row.note() + danger;
  }

  private static final class Line extends Region {
    private static final double HEIGHT = 42;
    private static final double TILE = 18;
    private static final double FLAG = 14;
    private static final double SMALL = 11;

    private final Canvas canvas = new Canvas();
    private final CanvasBrush brush;
    private Optional<Row> shown = Optional.empty();

    Line(CanvasBrush shared) {
      brush = shared.on(canvas.getGraphicsContext2D());
      setMinSize(0, HEIGHT);
      setPrefHeight(HEIGHT);
      getChildren().add(canvas);
    }

    @Override
    protected void layoutChildren() {
      if (canvas.getWidth() != getWidth() || canvas.getHeight() != getHeight()) {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        paint();
      }
    }

    void paint() {
      brush.clear();
      shown.filter(row -> canvas.getWidth() > 0).ifPresent(this::paint);
    }

    private void paint(Row row) {
      double middle = Math.rint(canvas.getHeight() / 2);
      double wide = brush.words().width(row.mark().sign(), Words.Type.SEMIBOLD, 13);
      brush.fill(row.mark().tone(), 0, middle - TILE / 2, TILE, TILE);
      brush.text(
          row.mark().sign(),
          Words.Type.SEMIBOLD,
          13,
          Tone.SURFACE_CARD,
          Math.rint((TILE - wide) / 2),
          middle + 5);
      double left = TILE + 10;
      double right = canvas.getWidth() - 4;
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
