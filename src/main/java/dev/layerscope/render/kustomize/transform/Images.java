package dev.layerscope.render.kustomize.transform;

import dev.layerscope.render.kustomize.field.FieldSpec;
import dev.layerscope.render.kustomize.field.FieldWalk;
import dev.layerscope.render.kustomize.file.Arguments;
import dev.layerscope.render.kustomize.resource.Resource;
import dev.layerscope.render.kustomize.resource.ResourceSet;
import dev.layerscope.render.kustomize.tree.BuildException;
import dev.layerscope.render.kustomize.tree.Tree;
import java.util.List;
import java.util.Optional;

/**
 * Another image, tag or digest in every list called containers or initContainers, and where the
 * field table says.
 */
public record Images(Arguments.Image image, List<FieldSpec> fields) implements Transformer {
  @Override
  public void apply(ResourceSet resources) throws BuildException {
    var name = new ImageName(image);
    for (Resource resource : resources.all()) {
      if (!resource.id().kind().equals("CustomResourceDefinition")) {
        containers(resource.root(), name);
      }
    }
    for (Resource resource : resources.all()) {
      if (resource.id().kind().equals("CustomResourceDefinition")) {
        continue;
      }
      for (FieldSpec field : fields) {
        FieldWalk.apply(resource.root(), field, Optional.empty(), name::set);
      }
    }
  }

  private static void containers(Tree tree, ImageName name) throws BuildException {
    if (tree.isList()) {
      for (Tree item : tree.content()) {
        containers(item, name);
      }
    }
    for (int i = 0; tree.isMap() && i + 1 < tree.content().size(); i += 2) {
      String key = tree.content().get(i).value();
      Tree value = tree.content().get(i + 1);
      containers(value, name);
      if ((key.equals("containers") || key.equals("initContainers")) && value.isList()) {
        for (Tree container : value.content()) {
          Optional<Tree> field = container.get("image");
          if (field.isPresent()) {
            name.set(field.get());
          }
        }
      }
    }
  }
}
