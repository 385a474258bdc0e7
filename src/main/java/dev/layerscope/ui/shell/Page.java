package dev.layerscope.ui.shell;

/** The pages of the rail, in its order. */
public enum Page {
  HIERARCHY,
  COMPARE,
  MATRIX,
  FINDINGS,
  CHANGES,
  SETTINGS
}
