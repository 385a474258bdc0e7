package dev.layerscope.render;

/** How Argo CD turns a source into manifests (specification §2). */
public enum SourceType {
  DIRECTORY("Directory"),
  KUSTOMIZE("Kustomize"),
  HELM("Helm"),
  PLUGIN("Plugin"),
  /** A source that only lends its files to others. */
  REF("Ref"),
  /** The source could not be looked at, so its type is not known. */
  UNKNOWN("Unknown");

  private final String text;

  SourceType(String text) {
    this.text = text;
  }

  /** Argo CD's own word. */
  public String text() {
    return text;
  }
}
