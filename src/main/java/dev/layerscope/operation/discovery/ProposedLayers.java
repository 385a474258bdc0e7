package dev.layerscope.operation.discovery;

import dev.layerscope.git.RepoUrl;
import dev.layerscope.hierarchy.Hierarchy;
import dev.layerscope.hierarchy.HierarchyNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Names for the layers of a new workspace. A repository that declares Applications is a layer; its
 * label is what people call it, with the folder above where two would be called the same.
 */
final class ProposedLayers {
  private ProposedLayers() {}

  static Map<RepoUrl, String> in(Hierarchy hierarchy, List<RepoUrl> repositories) {
    Set<String> declaring = new HashSet<>();
    for (HierarchyNode node : hierarchy.nodes()) {
      declaring.add(new RepoUrl(node.manifest().origin().repoUrl()).identity());
    }
    Map<String, Integer> called = new HashMap<>();
    repositories.forEach(url -> called.merge(url.shortName(), 1, Integer::sum));
    var layers = new LinkedHashMap<RepoUrl, String>();
    for (RepoUrl url : repositories) {
      boolean alone = called.getOrDefault(url.shortName(), 0) < 2;
      if (declaring.contains(url.identity())) {
        layers.put(url, alone ? url.shortName() : withFolder(url));
      }
    }
    return layers;
  }

  private static String withFolder(RepoUrl url) {
    String[] parts = url.identity().split("/");
    return parts.length < 3
        ? url.shortName()
        : parts[parts.length - 2] + "-" + parts[parts.length - 1];
  }
}
