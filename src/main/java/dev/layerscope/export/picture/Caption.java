package dev.layerscope.export.picture;

import dev.layerscope.export.TreeDocument;
import java.util.ArrayList;
import java.util.List;

/**
 * What a reader must know of any picture, above and below it: workspace, environment, date, legend,
 * and the commit each repository was read at.
 */
final class Caption {
  static final double MARGIN = 24;
  static final double HEAD = 64;
  private static final double ROW = 20;

  private final TreeDocument document;
  private final LayerLooks looks;
  private final Drawing drawing;
  private final List<String> stamps;

  Caption(TreeDocument document, LayerLooks looks, Drawing drawing) {
    this.document = document;
    this.looks = looks;
    this.drawing = drawing;
    this.stamps = Stamp.revisions(document);
  }

  /** What it needs, above and below together. */
  double height() {
    return HEAD
        + 2 * MARGIN
        + ROW * (2 + Math.ceil(looks.all().size() / 4.0))
        + ROW * stamps.size();
  }

  void above(String date) {
    drawing.text(document.workspace(), Words.Type.SEMIBOLD, 20, Tone.TEXT, MARGIN, 34);
    String line = Stamp.line(document, date);
    drawing.text(line, Words.Type.REGULAR, 12, Tone.TEXT_MUTED, MARGIN, 54);
  }

  /**
   * Legend and revisions.
   *
   * @param top where they begin
   */
  void below(double top) {
    double y = legend(top);
    for (String stamp : stamps) {
      drawing.text(stamp, Words.Type.REGULAR, 11, Tone.TEXT_MUTED, MARGIN, y + 14);
      y += ROW;
    }
  }

  private double legend(double from) {
    drawing.text("Legend", Words.Type.SEMIBOLD, 12, Tone.TEXT, MARGIN, from + 16);
    double y = from + ROW;
    List<LayerLook> all = new ArrayList<>(looks.all());
    for (int i = 0; i < all.size(); i++) {
      double x = MARGIN + (i % 4) * 176;
      double top = y + Math.floor(i / 4.0) * ROW;
      drawing.glyph(all.get(i), false, x, top + 5, 11);
      String name = all.get(i).label().isEmpty() ? "no layer" : all.get(i).label();
      String label = drawing.words().cutMiddle(name, Words.Type.REGULAR, 11, 150);
      drawing.text(label, Words.Type.REGULAR, 11, Tone.TEXT, x + 18, top + 14);
    }
    y += Math.ceil(all.size() / 4.0) * ROW;
    String lines =
        "filled sign: deps and ordinary · hollow sign: res · dashed box: unresolved or dormant"
            + " · dotted line: generated";
    drawing.text(lines, Words.Type.REGULAR, 11, Tone.TEXT_MUTED, MARGIN, y + 14);
    return y + ROW;
  }
}
