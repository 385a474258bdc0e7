package dev.layerscope.argocd;

import dev.layerscope.manifest.Manifest;
import dev.layerscope.manifest.Origin;
import dev.layerscope.yaml.Document;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Reading;
import dev.layerscope.yaml.YamlReader;

/** Objects as somebody wrote them. */
final class Objects {
  private Objects() {}

  static Manifest object(String yaml) {
    var origin = new Origin("https://git.example.com/a.git", "c".repeat(40), "a.yaml");
    return switch (YamlReader.read(yaml, Reading.ARGO).getFirst()) {
      case Document.Content(int line, Mapping root, var notices) ->
          Manifest.of(root, origin).orElseThrow();
      case Document other -> throw new AssertionError(other);
    };
  }
}
