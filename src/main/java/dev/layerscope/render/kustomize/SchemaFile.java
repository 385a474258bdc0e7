package dev.layerscope.render.kustomize;

import dev.layerscope.render.kustomize.load.Loader;
import dev.layerscope.render.kustomize.load.UnavailableException;
import dev.layerscope.render.kustomize.merge.OpenApi;
import dev.layerscope.render.kustomize.merge.Schema;
import dev.layerscope.render.kustomize.tree.BuildException;
import dev.layerscope.yaml.Mapping;
import java.util.Map;

/** {@code openapi}: where a kustomization takes its knowledge about kinds from. */
record SchemaFile(Loader loader, Map<String, String> openapi, Inexact inexact) {
  /** The one version of Kubernetes the tool has built in. */
  private static final String BUILT_IN = "v1.21.2";

  /** What the kustomization a build begins with says. */
  Schema ofTheFirst() throws BuildException {
    String version = openapi.getOrDefault("version", "");
    if (!openapi.containsKey("path")) {
      if (!version.isEmpty() && !version.equals(BUILT_IN)) {
        throw new BuildException("the specified OpenAPI version is not built in");
      }
      return Schema.BUILT_IN;
    }
    if (openapi.containsKey("version")) {
      throw new BuildException("builtin version and custom schema provided, cannot use both");
    }
    Mapping file;
    try {
      file = new Configuration(loader).mapping(openapi.get("path"));
    } catch (UnavailableException e) {
      inexact.missing(e);
      return Schema.BUILT_IN;
    }
    if (file.mapping("paths").filter(paths -> !paths.isEmpty()).isPresent()) {
      inexact.missing("openapi: which kinds have a namespace is not taken from the file");
    }
    return new OpenApi(file);
  }

  /** A base may name a file, too; it has to be there, and counts only when nobody did before. */
  void ofABase(Schema known) throws BuildException {
    if (openapi.containsKey("path")) {
      try {
        loader.file(openapi.get("path"));
      } catch (UnavailableException e) {
        inexact.missing(e);
      }
      if (known.equals(Schema.BUILT_IN)) {
        inexact.missing("openapi: the file that a base names is not taken over");
      }
    }
  }
}
