package dev.layerscope.export.picture;

/**
 * How a layer looks everywhere: its number in the palette, which gives colour and glyph.
 *
 * @param label what the workspace calls the layer
 * @param number 1 to 8
 */
public record LayerLook(String label, int number) {
  /** What has no layer of its own. */
  public static final int UNASSIGNED = 8;

  public Glyph glyph() {
    return Glyph.ofLayer(number);
  }

  public Tone tone() {
    return Tone.layer(number);
  }

  public Tone tint() {
    return Tone.layerTint(number);
  }
}
