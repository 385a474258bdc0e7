package dev.layerscope.diff.manifest;

/**
 * What is known about a kind.
 *
 * @param emptyIsAbsent whether an empty mapping or list says the same as none; with custom kinds it
 *     may mean something
 */
record KindShape(Shape root, boolean emptyIsAbsent) {
  static final KindShape UNKNOWN = new KindShape(Shape.UNKNOWN, false);
}
