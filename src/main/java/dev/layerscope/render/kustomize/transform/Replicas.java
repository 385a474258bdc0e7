package dev.layerscope.render.kustomize.transform;

import dev.layerscope.render.kustomize.field.FieldSpec;
import dev.layerscope.render.kustomize.field.FieldWalk;
import dev.layerscope.render.kustomize.file.Arguments;
import dev.layerscope.render.kustomize.resource.Resource;
import dev.layerscope.render.kustomize.resource.ResourceSet;
import dev.layerscope.render.kustomize.tree.BuildException;
import dev.layerscope.render.kustomize.tree.Tags;
import dev.layerscope.render.kustomize.tree.Tree;
import java.util.List;
import java.util.Optional;

/** How many replicas one object gets, found by any name it has or had. */
public record Replicas(Arguments.Replica replica, List<FieldSpec> fields) implements Transformer {
  @Override
  public void apply(ResourceSet resources) throws BuildException {
    boolean found = false;
    for (FieldSpec field : fields) {
      for (Resource resource :
          resources.withAnyId(id -> id.name().equals(replica.name()) && field.appliesTo(id))) {
        found = true;
        FieldWalk.apply(
            resource.root(),
            field,
            Optional.of(new FieldWalk.Making(Tree.Kind.SCALAR, Tags.INT)),
            old -> old.assign(Tree.scalar(Long.toString(replica.count()), Tags.INT)));
      }
    }
    if (!found) {
      throw new BuildException(
          "resource with name %s does not match a config with the following GVK [%s]"
              .formatted(
                  replica.name(),
                  String.join(" ", fields.stream().map(FieldSpec::gvkText).toList())));
    }
  }
}
