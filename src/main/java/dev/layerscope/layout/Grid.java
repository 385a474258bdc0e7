package dev.layerscope.layout;

/**
 * Many places in columns of about the shape of a window, read from top to bottom and then to the
 * right.
 */
record Grid(int columns, int rows) {
  /** Width to height of the whole, about that of a window. */
  private static final double ASPECT = 1.6;

  /**
   * @param across from one column to the next
   * @param down from one row to the next
   * @param leastRows a column is no lower, as long as there is more than one
   */
  static Grid of(int count, double across, double down, double leastRows) {
    double wanted = Math.max(leastRows, Math.sqrt(count * across / down / ASPECT));
    int columns = Math.ceilDiv(count, (int) Math.ceil(wanted));
    return new Grid(columns, Math.ceilDiv(count, columns));
  }

  int column(int place) {
    return place / rows;
  }

  int row(int place) {
    return place % rows;
  }
}
