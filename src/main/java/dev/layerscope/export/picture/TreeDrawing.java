package dev.layerscope.export.picture;

import dev.layerscope.export.TreeDocument;
import dev.layerscope.hierarchy.ResolvedRoot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/**
 * The roots of an estate below each other, with a heading, a legend, and what a reader must know of
 * any picture: workspace, environment, date, and the commit each repository was read at.
 */
public final class TreeDrawing {
  private static final double MARGIN = 24;
  private static final double HEAD = 64;
  private static final double ROOT_HEAD = 40;
  private static final double ROW = 20;

  private final TreeDocument document;
  private final LayerLooks looks;
  private final Drawing drawing;
  private double y = HEAD;

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
    List<String> stamps = Stamp.revisions(document);
    double widest = sheets.values().stream().mapToDouble(Sheet::width).max().orElse(0);
    double width = Math.max(760, widest + 2 * MARGIN);
    double height = HEAD + 2 * MARGIN + legendHeight() + ROW * stamps.size();
    for (Sheet sheet : sheets.values()) {
      height += ROOT_HEAD + sheet.height() + MARGIN;
    }
    drawing.size(width, height);
    drawing.fill(Tone.SURFACE_CANVAS, 0, 0, width, height);
    heading(date);
    sheets.forEach(this::root);
    legend();
    stamps.forEach(this::stamp);
    return drawing;
  }

  private double legendHeight() {
    return ROW * (2 + Math.ceil(looks.all().size() / 4.0));
  }

  private void heading(String date) {
    drawing.text(document.workspace(), Words.Type.SEMIBOLD, 20, Tone.TEXT, MARGIN, 34);
    String line = Stamp.line(document, date);
    drawing.text(line, Words.Type.REGULAR, 12, Tone.TEXT_MUTED, MARGIN, 54);
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

  private void legend() {
    drawing.text("Legend", Words.Type.SEMIBOLD, 12, Tone.TEXT, MARGIN, y + 16);
    y += ROW;
    List<LayerLook> all = new ArrayList<>(looks.all());
    for (int i = 0; i < all.size(); i++) {
      double x = MARGIN + (i % 4) * 176;
      double top = y + Math.floor(i / 4.0) * ROW;
      drawing.glyph(all.get(i), false, x, top + 5, 11);
      String label = drawing.words().cutMiddle(all.get(i).label(), Words.Type.REGULAR, 11, 150);
      drawing.text(label, Words.Type.REGULAR, 11, Tone.TEXT, x + 18, top + 14);
    }
    y += Math.ceil(all.size() / 4.0) * ROW;
    String lines =
        "filled sign: deps and ordinary · hollow sign: res · dashed box: unresolved or dormant"
            + " · dotted line: generated";
    drawing.text(lines, Words.Type.REGULAR, 11, Tone.TEXT_MUTED, MARGIN, y + 14);
    y += ROW;
  }

  private void stamp(String line) {
    drawing.text(line, Words.Type.REGULAR, 11, Tone.TEXT_MUTED, MARGIN, y + 14);
    y += ROW;
  }
}
