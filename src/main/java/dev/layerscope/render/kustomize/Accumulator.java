package dev.layerscope.render.kustomize;

import dev.layerscope.render.kustomize.field.FieldTable;
import dev.layerscope.render.kustomize.reference.Variables;
import dev.layerscope.render.kustomize.resource.ResourceSet;
import dev.layerscope.render.kustomize.tree.BuildException;

/**
 * What one kustomization has gathered so far: resources, and what is done to them only at the very
 * end.
 */
final class Accumulator {
  private final ResourceSet resources = new ResourceSet();
  private final Variables variables = new Variables();
  private FieldTable fields = FieldTable.EMPTY;

  ResourceSet resources() {
    return resources;
  }

  Variables variables() {
    return variables;
  }

  FieldTable fields() {
    return fields;
  }

  void configure(FieldTable more) throws BuildException {
    fields = fields.merge(more);
  }

  /** Takes over what a base has gathered. */
  void merge(Accumulator base) throws BuildException {
    resources.addAll(base.resources.all());
    configure(base.fields);
    variables.merge(base.variables);
  }
}
