package dev.layerscope.export.picture;

import dev.layerscope.export.TreeDocument;

/** The fleet or the layers of an estate on paper, with what a reader must know of any picture. */
public final class MapDrawing {
  private MapDrawing() {}

  /** All roots and the layers they share, each drawn once. */
  public static Drawing fleet(TreeDocument document, String date) {
    LayerLooks looks = LayerLooks.of(document.hierarchy());
    return of(document, looks, MapBuilder.fleet(document.hierarchy(), looks), date);
  }

  /** The directories of every repository. */
  public static Drawing layers(TreeDocument document, String date) {
    LayerLooks looks = LayerLooks.of(document.hierarchy());
    return of(document, looks, MapBuilder.layers(document.hierarchy(), looks), date);
  }

  /** A map as it is, on paper. */
  public static Drawing of(TreeDocument document, LayerLooks looks, MapPicture map, String date) {
    var drawing = new Drawing(new Words(new FontTables()));
    var caption = new Caption(document, looks, drawing);
    double width = Math.max(760, map.width() + 2 * Caption.MARGIN);
    double height = map.height() + 3 * Caption.MARGIN;
    drawing.size(width, caption.height() + height);
    drawing.fill(Tone.SURFACE_CANVAS, 0, 0, width, drawing.height());
    drawing.origin(0, Caption.HEAD);
    var camera = new Camera();
    camera.set(1, Caption.MARGIN, Caption.MARGIN);
    new MapPainter(drawing).paint(map, camera, MapPainter.View.still(), width, height);
    drawing.origin(0, 0);
    drawing.alpha(1);
    if (!map.note().isEmpty()) {
      drawing.text(
          map.note(),
          Words.Type.REGULAR,
          12,
          Tone.TEXT_MUTED,
          Caption.MARGIN,
          Caption.HEAD + height - 8);
    }
    caption.above(date);
    caption.below(Caption.HEAD + height);
    return drawing;
  }
}
