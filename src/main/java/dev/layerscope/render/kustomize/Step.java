package dev.layerscope.render.kustomize;

import dev.layerscope.render.kustomize.resource.ResourceSet;
import dev.layerscope.render.kustomize.transform.Transformer;
import dev.layerscope.render.kustomize.tree.BuildException;
import java.util.Optional;

/**
 * One thing a kustomization does to its resources.
 *
 * @param by who does it, for annotations; empty when nobody asks
 */
record Step(Transformer transformer, Optional<String> by) {
  void apply(ResourceSet resources) throws BuildException {
    transformer.apply(resources);
    resources.dropEmpty();
    if (by.isPresent()) {
      Provenance.note(resources.all(), by.get());
    }
  }
}
