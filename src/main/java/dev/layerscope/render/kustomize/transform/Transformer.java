package dev.layerscope.render.kustomize.transform;

import dev.layerscope.render.kustomize.resource.ResourceSet;
import dev.layerscope.render.kustomize.tree.BuildException;

/** One step of a build: changes the resources of a set in place. */
public interface Transformer {
  void apply(ResourceSet resources) throws BuildException;
}
