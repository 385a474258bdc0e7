package dev.layerscope.export.picture;

/** Draws the small boxes that say a thing in one word: on cards, and on the rows of the fleet. */
final class BadgePainter {
  private static final double HEIGHT = 16;
  private static final double ICON = 11;

  private final Brush brush;
  private final Words words;

  BadgePainter(Brush brush) {
    this.brush = brush;
    words = brush.words();
  }

  /** How much room one takes, in pixels. */
  double width(CardFace.Badge badge, double z) {
    double text = badge.text().isEmpty() ? 0 : words.width(badge.text(), Words.Type.MEDIUM, 11 * z);
    return Math.rint(text + (badge.icon().isEmpty() ? 8 : 22) * z);
  }

  /** Draws one with its upper left corner there; returns how wide it is. */
  double paint(CardFace.Badge badge, double z, double left, double top) {
    double x = Math.rint(left);
    double y = Math.rint(top);
    double w = width(badge, z);
    Tone ink =
        switch (badge.style()) {
          case PLAIN -> Tone.TEXT_MUTED;
          case WARNING -> Tone.FINDING_WARNING;
          case ERROR -> Tone.FINDING_ERROR;
        };
    Tone paper =
        switch (badge.style()) {
          case PLAIN -> Tone.SURFACE_HOVER;
          case WARNING -> Tone.FINDING_WARNING_BG;
          case ERROR -> Tone.FINDING_ERROR_BG;
        };
    brush.fill(paper, x, y, w, Math.rint(HEIGHT * z));
    double text = x + 4 * z;
    if (!badge.icon().isEmpty()) {
      brush.icon(badge.icon(), ICON * z, ink, Math.rint(x + 4 * z), Math.rint(y + 2.5 * z));
      text = x + 18 * z;
    }
    Tone letters = badge.style() == CardFace.Style.PLAIN ? Tone.TEXT : ink;
    brush.text(
        badge.text(), Words.Type.MEDIUM, 11 * z, letters, Math.rint(text), Math.rint(y + 12 * z));
    return w;
  }
}
