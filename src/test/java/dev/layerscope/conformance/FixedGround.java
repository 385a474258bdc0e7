package dev.layerscope.conformance;

import dev.layerscope.argocd.Settings;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.render.generator.GenerationException;
import dev.layerscope.render.generator.Ground;
import dev.layerscope.yaml.Mapping;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Clusters as a case lists them, and no repository that could be read.
 *
 * @param broken what is wrong with repositories
 */
record FixedGround(Settings settings, String broken) implements Ground {
  FixedGround(Settings settings) {
    this(settings, "no repository in these cases");
  }

  static Settings settings(List<Mapping> clusters) {
    List<Settings.Cluster> listed =
        clusters.stream()
            .map(c ->
                new Settings.Cluster(
                    c.textAt("name").orElseThrow(),
                    c.textAt("server").orElseThrow(),
                    texts(c.mapping("labels")),
                    texts(c.mapping("annotations"))))
            .toList();
    return Settings.DEFAULT.withClusters(listed);
  }

  private static Map<String, String> texts(Optional<Mapping> mapping) {
    var texts = new LinkedHashMap<String, String>();
    mapping
        .orElse(Mapping.EMPTY)
        .entries()
        .forEach(e -> texts.put(e.name(), e.value().asText().orElse("")));
    return texts;
  }

  @Override
  public Tree tree(RepoUrl repository, Optional<String> revision) throws GenerationException {
    throw GenerationException.failed(broken);
  }

  @Override
  public List<Mapping> samples() {
    return List.of();
  }
}
