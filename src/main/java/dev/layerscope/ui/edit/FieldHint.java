package dev.layerscope.ui.edit;

/**
 * What a form says below one of its fields.
 *
 * @param level as how much trouble it is shown
 */
record FieldHint(String text, Level level) {
  /** How much trouble it is. */
  enum Level {
    OK("ok"),
    WARNING("warning"),
    ERROR("error");

    private final String style;

    Level(String style) {
      this.style = style;
    }

    /** The style class of the line. */
    String style() {
      return style;
    }
  }

  static FieldHint ok(String text) {
    return new FieldHint(text, Level.OK);
  }

  static FieldHint warning(String text) {
    return new FieldHint(text, Level.WARNING);
  }

  static FieldHint error(String text) {
    return new FieldHint(text, Level.ERROR);
  }
}
