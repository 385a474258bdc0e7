package dev.layerscope.ui.common;

import dev.layerscope.export.picture.Glyph;
import dev.layerscope.export.picture.LayerLook;
import dev.layerscope.export.picture.Tone;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Shape;
import javafx.scene.shape.StrokeType;

/** A layer's glyph as a control shows it: filled, or hollow for the res half of a layer. */
public final class GlyphIcon extends StackPane {
  public GlyphIcon(LayerLook look, boolean hollow) {
    Shape shape = shape(look.glyph());
    // By style sheet, not by a style of its own: in a menu that is closed there is no colour to
    // find.
    shape.getStyleClass().add(hollow ? "glyph-hollow" : "glyph-filled");
    shape.setStrokeType(StrokeType.INSIDE);
    getChildren().add(shape);
    String layer = Tone.layer(look.number()).cssName();
    getStyleClass().addAll("layer-glyph", layer.substring(1));
    setMinSize(Glyph.SIZE, Glyph.SIZE);
    setMaxSize(Glyph.SIZE, Glyph.SIZE);
  }

  private static Shape shape(Glyph glyph) {
    if (glyph.isCircle()) {
      return new Circle(Glyph.SIZE / 2, Glyph.SIZE / 2, Glyph.SIZE / 2);
    }
    double[] xs = glyph.xs(0, Glyph.SIZE);
    double[] ys = glyph.ys(0, Glyph.SIZE);
    var polygon = new Polygon();
    for (int i = 0; i < xs.length; i++) {
      polygon.getPoints().addAll(xs[i], ys[i]);
    }
    return polygon;
  }

  /** A node for a list row or a crumb. */
  public static Node of(LayerLook look, boolean hollow) {
    return new GlyphIcon(look, hollow);
  }
}
