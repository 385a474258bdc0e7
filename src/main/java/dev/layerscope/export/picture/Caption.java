package dev.layerscope.export.picture;

import dev.layerscope.export.TreeDocument;
import java.util.List;

/**
 * What a reader must know of any picture, above and below it: workspace, environment, date, legend,
 * and the commit each repository was read at.
 */
final class Caption {
  static final double MARGIN = 24;
  static final double HEAD = 64;
  private static final double ROW = 20;
  private static final double GAP = 16;
  private static final double COLUMN = 176;
  private static final int COLUMNS = 4;

  private final Drawing drawing;
  private final TreeDocument document;
  private final List<LayerLook> layers;
  private final List<Stamp.Read> read;

  Caption(TreeDocument document, LayerLooks looks, Drawing drawing) {
    this.document = document;
    this.drawing = drawing;
    layers = looks.legend();
    read = Stamp.read(document);
  }

  /** What it needs, above and below together. */
  double height() {
    double readAt = read.isEmpty() ? 0 : GAP + ROW * (1 + read.size());
    return HEAD + MARGIN + ROW * (1 + rowsOfLayers() + rowsOfSigns()) + readAt + MARGIN;
  }

  private double rowsOfLayers() {
    return Math.ceil(layers.size() / (double) COLUMNS);
  }

  private static double rowsOfSigns() {
    return Math.ceil(Sign.values().length / (double) COLUMNS);
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
    double y = legend(top + MARGIN / 2);
    if (!read.isEmpty()) {
      y += GAP;
      drawing.text("Read at", Words.Type.SEMIBOLD, 12, Tone.TEXT, MARGIN, y + 14);
      y += ROW;
    }
    for (Stamp.Read one : read) {
      drawing.text(one.repository(), Words.Type.REGULAR, 11, Tone.TEXT, MARGIN, y + 14);
      double wide = drawing.words().width(one.repository(), Words.Type.REGULAR, 11);
      Tone tone = one.missing() ? Tone.FINDING_ERROR : Tone.TEXT_MUTED;
      drawing.text(one.at(), Words.Type.REGULAR, 11, tone, MARGIN + wide + 12, y + 14);
      y += ROW;
    }
  }

  private double legend(double from) {
    drawing.text("Legend", Words.Type.SEMIBOLD, 12, Tone.TEXT, MARGIN, from + 14);
    double y = from + ROW;
    for (int i = 0; i < layers.size(); i++) {
      double x = x(i);
      double top = y(y, i);
      drawing.glyph(layers.get(i), false, x, top + 5, 11);
      String name = layers.get(i).label().isEmpty() ? "no layer" : layers.get(i).label();
      String label = drawing.words().cutMiddle(name, Words.Type.REGULAR, 11, 140);
      drawing.text(label, Words.Type.REGULAR, 11, Tone.TEXT, x + 24, top + 14);
    }
    y += rowsOfLayers() * ROW;
    Sign[] signs = Sign.values();
    for (int i = 0; i < signs.length; i++) {
      double top = y(y, i);
      signs[i].paint(drawing, x(i), top + 5);
      drawing.text(signs[i].words(), Words.Type.REGULAR, 11, Tone.TEXT, x(i) + 24, top + 14);
    }
    return y + rowsOfSigns() * ROW;
  }

  private static double x(int at) {
    return MARGIN + at % COLUMNS * COLUMN;
  }

  private static double y(double from, int at) {
    return from + Math.floor(at / (double) COLUMNS) * ROW;
  }

  /** What is told by the way a thing is drawn. */
  private enum Sign {
    DEPS("deps, ordinary"),
    RES("res"),
    UNRESOLVED("unresolved or dormant"),
    GENERATED("by an ApplicationSet");

    private static final double SIZE = 11;
    private final String words;

    Sign(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }

    void paint(Drawing on, double x, double y) {
      double middle = y + Math.floor(SIZE / 2);
      switch (this) {
        case DEPS -> on.fill(Tone.TEXT_MUTED, x + 3, y, 4, SIZE);
        case RES -> {
          on.fill(Tone.TEXT_MUTED, x + 3, y, 1, SIZE);
          on.fill(Tone.TEXT_MUTED, x + 6, y, 1, SIZE);
        }
        case UNRESOLVED -> on.horizontal(Tone.TEXT_MUTED, x, x + 16, middle, 1, 4, 3);
        case GENERATED -> on.horizontal(Tone.TEXT_MUTED, x, x + 16, middle, 1, 2, 2);
      }
    }
  }
}
