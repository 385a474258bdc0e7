package dev.layerscope.yaml;

/**
 * Whose reading of YAML: two libraries stand between a file and a cluster, and they differ
 * (specification §13).
 */
public enum Reading {
  /** go-yaml v2 turned to JSON: plain manifests, Applications, generator files. */
  ARGO,
  /** kyaml: what Kustomize reads. Number text is kept, duplicate keys are an error. */
  KYAML
}
