package dev.layerscope.render.kustomize;

import dev.layerscope.render.kustomize.field.ConfiguredFields;
import dev.layerscope.render.kustomize.field.FieldTable;
import dev.layerscope.render.kustomize.file.Kustomization;
import dev.layerscope.render.kustomize.load.Loader;
import dev.layerscope.render.kustomize.tree.BuildException;
import dev.layerscope.yaml.Document;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Reading;

/**
 * The field table of one kustomization: the tool's, and what {@code configurations} and {@code
 * crds} add.
 */
record Configuration(Loader loader) {
  FieldTable table(Kustomization kustomization) throws BuildException {
    FieldTable table = FieldTable.DEFAULT;
    for (String path : kustomization.configurations()) {
      table = table.merge(ConfiguredFields.read(mapping(path)));
    }
    for (String path : kustomization.crds()) {
      table = table.merge(CrdFields.read(mapping(path)));
    }
    return table;
  }

  /** The first document of a file, which has to be a map. */
  Mapping mapping(String path) throws BuildException {
    for (Document document : loader.documents(loader.file(path), Reading.ARGO)) {
      switch (document) {
        case Document.Empty ignored -> {}
        case Document.Broken broken ->
            throw new BuildException("error converting YAML to JSON: yaml: " + broken.message());
        case Document.Content content -> {
          if (content.root() instanceof Mapping mapping) {
            return mapping;
          }
          throw new BuildException(
              "error unmarshaling JSON: while decoding JSON: json: cannot unmarshal " + path);
        }
      }
    }
    return Mapping.EMPTY;
  }
}
