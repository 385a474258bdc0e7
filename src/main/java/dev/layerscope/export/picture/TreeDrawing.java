package dev.layerscope.export.picture;

import dev.layerscope.export.TreeDocument;
import dev.layerscope.hierarchy.ResolvedRoot;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/**
 * The roots of an estate below each other, with a heading, a legend, and what a reader must know of
 * any picture: workspace, environment, date, and the commit each repository was read at.
 */
public final class TreeDrawing {
  private static final double MARGIN = Caption.MARGIN;
  private static final double ROOT_HEAD = 40;

  private final TreeDocument document;
  private final LayerLooks looks;
  private final Drawing drawing;
  private double y = Caption.HEAD;

  private TreeDrawing(TreeDocument document, LayerLooks looks, Ruler ruler) {
    this.document = document;
    this.looks = looks;
    drawing = new Drawing(new Words(ruler));
  }

  /** Everything open. */
  public static Drawing whole(TreeDocument document, String date) {
    return of(
        document, LayerLooks.of(document.hierarchy()), date, root -> true, (picture, at) -> true);
  }

  /**
   * What is open.
   *
   * @param drawn whether a root is drawn
   * @param open whether a node of a root's picture shows its children
   */
  public static Drawing of(
      TreeDocument document,
      LayerLooks looks,
      String date,
      Predicate<ResolvedRoot> drawn,
      BiPredicate<TreePicture, Integer> open) {
    return new TreeDrawing(document, looks, new FontTables()).paint(date, drawn, open);
  }

  private Drawing paint(
      String date, Predicate<ResolvedRoot> drawn, BiPredicate<TreePicture, Integer> open) {
    Map<ResolvedRoot, Sheet> sheets = new LinkedHashMap<>();
    for (ResolvedRoot root : document.roots().stream().filter(drawn).toList()) {
      TreePicture picture = TreePicture.of(document.hierarchy(), root);
      sheets.put(root, Sheet.of(picture, at -> open.test(picture, at)));
    }
    var caption = new Caption(document, looks, drawing);
    double widest = sheets.values().stream().mapToDouble(Sheet::width).max().orElse(0);
    double width = Math.max(760, widest + 2 * MARGIN);
    double height = caption.height();
    for (Sheet sheet : sheets.values()) {
      height += ROOT_HEAD + sheet.height() + MARGIN;
    }
    drawing.size(width, height);
    drawing.fill(Tone.SURFACE_CANVAS, 0, 0, width, height);
    caption.above(date);
    sheets.forEach(this::root);
    caption.below(y);
    return drawing;
  }

  private void root(ResolvedRoot root, Sheet sheet) {
    drawing.text(root.name(), Words.Type.SEMIBOLD, 13, Tone.TEXT, MARGIN, y + 24);
    root.unknown()
        .ifPresent(why -> {
          double after = drawing.words().width(root.name(), Words.Type.SEMIBOLD, 13);
          drawing.text(
              why, Words.Type.REGULAR, 12, Tone.FINDING_ERROR, MARGIN + after + 12, y + 24);
        });
    y += ROOT_HEAD;
    drawing.origin(0, y);
    var camera = new Camera();
    camera.set(1, MARGIN, 0);
    var view = GraphPainter.View.still(looks);
    new GraphPainter(drawing).paintOn(sheet, camera, view, drawing.width(), sheet.height() + 1);
    drawing.origin(0, 0);
    y += sheet.height() + MARGIN;
  }
}
