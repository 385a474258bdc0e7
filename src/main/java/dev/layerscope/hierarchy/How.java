package dev.layerscope.hierarchy;

/** How a parent comes to declare a child. */
public enum How {
  /** A manifest in a directory source, or a root's own manifest. */
  PLAIN,
  /** The output of Kustomize or Helm. */
  RENDERED,
  /** An ApplicationSet's generator. */
  GENERATED;

  /** The word used in JSON. */
  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
