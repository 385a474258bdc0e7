package dev.layerscope.render.kustomize.transform;

import dev.layerscope.render.kustomize.field.FieldSpec;
import dev.layerscope.render.kustomize.field.FieldWalk;
import dev.layerscope.render.kustomize.resource.Id;
import dev.layerscope.render.kustomize.resource.Resource;
import dev.layerscope.render.kustomize.resource.ResourceSet;
import dev.layerscope.render.kustomize.tree.BuildException;
import dev.layerscope.render.kustomize.tree.Tags;
import dev.layerscope.render.kustomize.tree.Tree;
import java.util.List;
import java.util.Optional;

/**
 * {@code namePrefix} or {@code nameSuffix}: on every name but those of definitions, API services
 * and Namespaces.
 *
 * @param before whether the text goes before the name
 */
public record Affixes(String text, boolean before, List<FieldSpec> fields) implements Transformer {
  @Override
  public void apply(ResourceSet resources) throws BuildException {
    for (Resource resource : resources.all()) {
      Id original = resource.originalId();
      if (keepsItsName(original)) {
        continue;
      }
      for (FieldSpec field : fields) {
        if (!field.appliesTo(original)) {
          continue;
        }
        if (field.path().equals("metadata/name") && !text.isEmpty()) {
          (before ? resource.prefixes() : resource.suffixes()).add(text);
          resource.rememberId();
        }
        FieldWalk.apply(
            resource.root(),
            field,
            Optional.of(new FieldWalk.Making(Tree.Kind.SCALAR, Tags.STRING)),
            old -> old.assign(Tree.scalar(before ? text + old.value() : old.value() + text)));
      }
    }
  }

  private static boolean keepsItsName(Id id) {
    return id.kind().equals("CustomResourceDefinition")
        || id.isOf("apiregistration.k8s.io", "", "APIService")
        || id.kind().equals("Namespace");
  }
}
