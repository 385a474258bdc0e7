package dev.layerscope.hierarchy;

import java.util.Optional;

/** What a node stands for. */
public enum NodeKind {
  APPLICATION("Application"),
  APPLICATION_SET("ApplicationSet"),
  APP_PROJECT("AppProject"),
  /** A first-level folder of plain manifests in a recursed source; a leaf. */
  GROUP("Group");

  private final String text;

  NodeKind(String text) {
    this.text = text;
  }

  /** The Kubernetes kind, or {@code Group}. */
  public String text() {
    return text;
  }

  /** The node kind of an Argo CD kind. */
  public static Optional<NodeKind> ofArgoKind(String kind) {
    for (NodeKind candidate : values()) {
      if (candidate != GROUP && candidate.text.equals(kind)) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }
}
