package dev.layerscope.export.picture;

import dev.layerscope.layout.SpanningTree;

/** Draws the place a moved node had before: a low dashed box that says where it hangs now. */
final class GhostPainter {
  private static final double TRUNK = 26;
  private static final double PORT = 44;

  private final Brush brush;

  GhostPainter(Brush brush) {
    this.brush = brush;
  }

  void paint(Sheet sheet, Sheet.Ghost ghost, Camera camera, GraphPainter.View view) {
    double z = camera.zoom();
    double x = Math.rint(camera.toScreenX(ghost.box().x()));
    double middle = Math.rint(camera.toScreenY(ghost.box().centerY()));
    double w = Math.rint(ghost.box().width() * z);
    double h = Math.max(3, Math.rint(ghost.box().height() * z));
    double y = Math.rint(middle - h / 2);
    brush.alpha(view.dims(ghost.index()) ? 0.42 : 1);
    line(ghost, camera, x, middle);
    brush.dashedBorder(Tone.DIFF_MOVED, x, y, w, h);
    if (z >= CardPainter.NAME) {
      words(sheet, ghost, z, x, y, w);
    }
    brush.alpha(1);
  }

  private void line(Sheet.Ghost ghost, Camera camera, double left, double middle) {
    double right = Math.rint(camera.toScreenX(ghost.from().box().right()));
    double trunk = Math.rint(camera.toScreenX(ghost.box().x() - TRUNK));
    double from = Math.rint(camera.toScreenY(ghost.from().box().y() + PORT));
    brush.horizontal(Tone.DIFF_MOVED, right, trunk, from, 1, 4, 3);
    brush.vertical(Tone.DIFF_MOVED, trunk, Math.min(from, middle), Math.max(from, middle), 1, 4, 3);
    brush.horizontal(Tone.DIFF_MOVED, trunk, left, middle, 1, 4, 3);
  }

  private void words(Sheet sheet, Sheet.Ghost ghost, double z, double x, double y, double w) {
    TreePicture picture = sheet.picture();
    double size = 11 * Math.max(z, 0.85);
    double room = w - 20 * z;
    int parent = picture.parent(ghost.index());
    String where =
        parent == SpanningTree.NONE ? picture.root().name() : picture.node(parent).id().name();
    String was = Said.was(picture.node(ghost.index()).id().name());
    Words words = brush.words();
    if (z < CardPainter.NAME_AND_PLACE) {
      String one = words.cutMiddle(Said.moved(where), Words.Type.REGULAR, size, room);
      brush.text(one, Words.Type.REGULAR, size, Tone.DIFF_MOVED, x + 10 * z, y + 23 * z);
      return;
    }
    String above = words.cutMiddle(was, Words.Type.REGULAR, size, room);
    String below = words.cutMiddle(Said.moved(where), Words.Type.REGULAR, size, room);
    brush.text(above, Words.Type.REGULAR, size, Tone.TEXT_MUTED, x + 10 * z, Math.rint(y + 16 * z));
    brush.text(below, Words.Type.REGULAR, size, Tone.DIFF_MOVED, x + 10 * z, Math.rint(y + 31 * z));
  }
}
