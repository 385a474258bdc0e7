package dev.layerscope.export.picture;

/** Measures words: by the toolkit on the screen, by the font's own tables on paper. */
@FunctionalInterface
public interface Ruler {
  /** How wide a text is, in pixels. */
  double width(String text, Words.Type type, double size);
}
