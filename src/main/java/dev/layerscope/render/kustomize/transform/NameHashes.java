package dev.layerscope.render.kustomize.transform;

import dev.layerscope.render.kustomize.generate.NameHash;
import dev.layerscope.render.kustomize.resource.Resource;
import dev.layerscope.render.kustomize.resource.ResourceSet;
import dev.layerscope.render.kustomize.tree.BuildException;

/** The hash of their content at the end of the names of generated objects. */
public record NameHashes() implements Transformer {
  @Override
  public void apply(ResourceSet resources) throws BuildException {
    for (Resource resource : resources.all()) {
      if (resource.needsHash()) {
        resource.rememberId();
        resource.setName(resource.name() + "-" + NameHash.of(resource));
      }
    }
  }
}
