package dev.layerscope.render.kustomize;

import dev.layerscope.manifest.Manifest;
import dev.layerscope.render.kustomize.print.GoYaml;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Manifests as {@code kustomize build} prints them: keys sorted, documents separated by a line of
 * three dashes.
 */
public final class KustomizePrint {
  private KustomizePrint() {}

  public static String print(List<Manifest> manifests) {
    return manifests.stream()
        .map(manifest -> GoYaml.print(manifest.root()))
        .collect(Collectors.joining("---\n"));
  }
}
