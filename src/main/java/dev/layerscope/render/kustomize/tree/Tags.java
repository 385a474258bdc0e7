package dev.layerscope.render.kustomize.tree;

/** The tags of scalars that say what they are, as YAML writes them. */
public final class Tags {
  public static final String STRING = "!!str";
  public static final String INT = "!!int";
  public static final String BOOL = "!!bool";
  public static final String FLOAT = "!!float";
  public static final String NULL = "!!null";

  private Tags() {}
}
