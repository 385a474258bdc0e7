package dev.layerscope.render.kustomize.transform;

import dev.layerscope.render.kustomize.field.FieldSpec;
import dev.layerscope.render.kustomize.field.FieldWalk;
import dev.layerscope.render.kustomize.resource.Resource;
import dev.layerscope.render.kustomize.resource.ResourceSet;
import dev.layerscope.render.kustomize.tree.BuildException;
import dev.layerscope.render.kustomize.tree.Tags;
import dev.layerscope.render.kustomize.tree.Tree;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * {@code labels}, {@code commonLabels} and {@code commonAnnotations}: entries set in maps of texts.
 */
public record Entries(Map<String, String> entries, List<FieldSpec> fields) implements Transformer {
  @Override
  public void apply(ResourceSet resources) throws BuildException {
    var making = Optional.of(new FieldWalk.Making(Tree.Kind.MAP, "!!map"));
    for (Resource resource : resources.all()) {
      for (Map.Entry<String, String> entry : new TreeMap<>(entries).entrySet()) {
        for (FieldSpec field : fields) {
          FieldWalk.apply(
              resource.root(),
              field,
              making,
              map -> map.set(entry.getKey(), Tree.scalar(entry.getValue(), Tags.STRING)));
        }
      }
    }
  }
}
