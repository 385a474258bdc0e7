package dev.layerscope.render.kustomize;

import dev.layerscope.manifest.Manifest;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Node;
import dev.layerscope.yaml.Scalar;
import dev.layerscope.yaml.Sequence;
import dev.layerscope.yaml.YamlPrinter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Manifests as {@code kustomize build} prints them: keys sorted, documents separated by a line of
 * three dashes.
 */
public final class KustomizePrint {
  private KustomizePrint() {}

  public static String print(List<Manifest> manifests) {
    return manifests.stream()
        .map(manifest -> YamlPrinter.print(sorted(manifest.root())))
        .collect(Collectors.joining("---\n"));
  }

  private static Node sorted(Node node) {
    return switch (node) {
      case Scalar scalar -> scalar;
      case Sequence sequence ->
          Sequence.of(sequence.items().stream().map(KustomizePrint::sorted).toList());
      case Mapping mapping -> {
        Map<String, Node> entries = new LinkedHashMap<>();
        new TreeMap<>(mapping.asMap()).forEach((key, value) -> entries.put(key, sorted(value)));
        yield Mapping.of(entries);
      }
    };
  }
}
