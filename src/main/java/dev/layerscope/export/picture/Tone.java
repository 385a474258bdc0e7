package dev.layerscope.export.picture;

import java.util.List;
import java.util.Locale;

/** The colours by the names the themes define; the canvas asks {@link CanvasPalette} for them. */
public enum Tone {
  SURFACE_WINDOW,
  SURFACE_PANEL,
  SURFACE_RAIL,
  SURFACE_INSET,
  SURFACE_HOVER,
  SURFACE_CANVAS,
  SURFACE_CARD,
  BORDER,
  BORDER_SOFT,
  BORDER_CARD,
  EDGE,
  TEXT,
  TEXT_MUTED,
  TEXT_SUBTLE,
  ACCENT,
  ACCENT_BG,
  ACCENT_BUTTON,
  MATCH,
  HATCH,
  LAYER_1,
  LAYER_1_TINT,
  LAYER_2,
  LAYER_2_TINT,
  LAYER_3,
  LAYER_3_TINT,
  LAYER_4,
  LAYER_4_TINT,
  LAYER_5,
  LAYER_5_TINT,
  LAYER_6,
  LAYER_6_TINT,
  LAYER_7,
  LAYER_7_TINT,
  LAYER_8,
  LAYER_8_TINT,
  DIFF_ADDED,
  DIFF_ADDED_BG,
  DIFF_ADDED_WORD,
  DIFF_ADDED_LINE,
  DIFF_REMOVED,
  DIFF_REMOVED_BG,
  DIFF_REMOVED_WORD,
  DIFF_REMOVED_LINE,
  DIFF_CHANGED,
  DIFF_CHANGED_BG,
  DIFF_CHANGED_WORD,
  DIFF_CHANGED_LINE,
  DIFF_MOVED,
  DIFF_MOVED_BG,
  DIFF_MOVED_WORD,
  DIFF_MOVED_LINE,
  FINDING_ERROR,
  FINDING_ERROR_BG,
  FINDING_WARNING,
  FINDING_WARNING_BG,
  FINDING_INFO,
  FINDING_INFO_BG,
  OK,
  OK_BG,
  YAML_KEY,
  YAML_TEXT,
  YAML_NUMBER;

  private static final List<Tone> LAYERS =
      List.of(LAYER_1, LAYER_2, LAYER_3, LAYER_4, LAYER_5, LAYER_6, LAYER_7, LAYER_8);
  private static final List<Tone> TINTS =
      List.of(
          LAYER_1_TINT,
          LAYER_2_TINT,
          LAYER_3_TINT,
          LAYER_4_TINT,
          LAYER_5_TINT,
          LAYER_6_TINT,
          LAYER_7_TINT,
          LAYER_8_TINT);

  /** The looked-up colour of the style sheets: {@code -surface-canvas}. */
  public String cssName() {
    return "-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The colour of layer 1 to 8. */
  public static Tone layer(int number) {
    return LAYERS.get(number - 1);
  }

  /** The tint of layer 1 to 8. */
  public static Tone layerTint(int number) {
    return TINTS.get(number - 1);
  }
}
