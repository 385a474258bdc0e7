package dev.layerscope.ui.common;

import dev.layerscope.diff.text.AlignedLine;
import dev.layerscope.export.picture.Tone;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Pane;

/** Where the differences of a text lie, and which part of it is in sight; a click goes there. */
final class DiffRuler extends Pane {
  private static final double WIDTH = 14;
  private static final double LEAST = 3;

  private final CanvasPalette palette = new CanvasPalette();
  private final Canvas canvas = new Canvas();
  private List<DiffRow> rows = List.of();
  private int first;
  private int last;

  DiffRuler(IntConsumer go) {
    getChildren().addAll(palette, canvas);
    setMinWidth(WIDTH);
    setPrefWidth(WIDTH);
    setMinHeight(0);
    palette.onChange(this::paint);
    setAccessibleText(Messages.text("compare.ruler"));
    setOnMousePressed(event -> go.accept(rowAt(event.getY())));
    setOnMouseDragged(event -> go.accept(rowAt(event.getY())));
  }

  private int rowAt(double y) {
    int row = (int) (y / Math.max(1, getHeight()) * rows.size());
    return Math.max(0, Math.min(rows.size() - 1, row));
  }

  @Override
  protected void layoutChildren() {
    canvas.setWidth(getWidth());
    canvas.setHeight(getHeight());
    paint();
  }

  void show(List<DiffRow> all) {
    rows = List.copyOf(all);
    requestLayout(); // painted once for a picture, however often it is told
  }

  /** Which rows are in sight. */
  void sight(int from, int to) {
    if (first != from || last != to) {
      first = from;
      last = to;
      requestLayout();
    }
  }

  /** The marks of one kind; where many lie on the same few pixels one is drawn for them. */
  private void marks(GraphicsContext g, AlignedLine.Kind kind, double scale) {
    double from = 0;
    double to = -1;
    for (int at = 0; at < rows.size(); at++) {
      if (rows.get(at) instanceof DiffRow.Pair(AlignedLine line, var ignored, var beside)
          && line.kind() == kind) {
        double top = at * scale;
        if (top > to) {
          mark(g, from, to);
          from = top;
        }
        to = Math.max(top + scale, Math.max(to, from + LEAST));
      }
    }
    mark(g, from, to);
  }

  private static void mark(GraphicsContext g, double from, double to) {
    if (to > from) {
      g.fillRect(4, from, WIDTH - 6, to - from);
    }
  }

  private void paint() {
    GraphicsContext g = canvas.getGraphicsContext2D();
    double height = canvas.getHeight();
    g.clearRect(0, 0, WIDTH, height);
    if (rows.isEmpty() || height <= 0) {
      return;
    }
    g.setFill(palette.get(Tone.BORDER_SOFT));
    g.fillRect(0, 0, 1, height);
    // A short text is not stretched: its marks stand beside its rows.
    double scale = Math.min(DiffPainter.ROW, height / rows.size());
    for (AlignedLine.Kind kind : AlignedLine.Kind.values()) {
      if (kind != AlignedLine.Kind.EQUAL) {
        g.setFill(palette.get(DiffPainter.tone(kind, "")));
        marks(g, kind, scale);
      }
    }
    g.setStroke(palette.get(Tone.TEXT_MUTED));
    g.setLineWidth(1);
    g.strokeRect(
        1.5, first * scale + 0.5, WIDTH - 2, Math.max(LEAST, (last - first + 1) * scale - 1));
  }
}
