package dev.layerscope.yaml;

/**
 * Where a node stands in its file. Lines and columns are 1-based and count code points; the end is
 * exclusive.
 *
 * @param line first line; 0 for a node that no file holds
 */
public record Place(int line, int column, int endLine, int endColumn) {
  /** The place of a node that was made, not read. */
  public static final Place NONE = new Place(0, 0, 0, 0);
}
