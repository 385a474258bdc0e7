package dev.layerscope.render.kustomize;

import dev.layerscope.render.kustomize.tree.BuildException;
import dev.layerscope.yaml.Mapping;

/** A change to a kustomization file before it is built, as {@code kustomize edit} makes it. */
public interface KustomizationEdit {
  KustomizationEdit NONE = root -> root;

  Mapping apply(Mapping root) throws BuildException;
}
