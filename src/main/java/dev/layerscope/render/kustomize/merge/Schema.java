package dev.layerscope.render.kustomize.merge;

import java.util.Optional;

/** What is known about kinds when patches are merged: the tool's own knowledge, or a file's. */
public interface Schema {
  /** What the tool knows by itself. */
  Schema BUILT_IN = MergeKeys::of;

  /** The lists of a kind; empty when nothing is known about it. */
  Optional<MergeKeys> kind(String apiVersion, String kind);
}
