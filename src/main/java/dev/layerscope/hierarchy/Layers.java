package dev.layerscope.hierarchy;

import dev.layerscope.git.RepoUrl;

/** Which layer a repository belongs to. Declared here, filled by the workspace. */
public interface Layers {
  /** The label of the layer; the repository's own name where the workspace gives none. */
  String of(RepoUrl repository);
}
