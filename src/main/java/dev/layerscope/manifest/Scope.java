package dev.layerscope.manifest;

/** Whether objects of a kind live in a namespace. */
public enum Scope {
  CLUSTER,
  NAMESPACED,
  /** Argo CD treats these as namespaced when it fills in namespaces. */
  UNKNOWN
}
