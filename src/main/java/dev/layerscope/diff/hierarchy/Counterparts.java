package dev.layerscope.diff.hierarchy;

import dev.layerscope.argocd.Source;
import dev.layerscope.diff.manifest.CalledAfter;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.hierarchy.NodeKind;
import dev.layerscope.manifest.ResourceKey;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which Application of the first side became which of the second under another name: the same
 * control plane, kind and sources, and nobody else of either side has them (specification §12.1).
 */
final class Counterparts {
  private Counterparts() {}

  private record Look(String plane, NodeKind kind, Set<String> sources) {}

  /** Old identity to new. */
  static Map<LogicalId, LogicalId> of(Side from, Side to) {
    Map<Look, Optional<LogicalId>> gone = alone(from, to);
    Map<Look, Optional<LogicalId>> come = alone(to, from);
    Map<LogicalId, LogicalId> renamed = new LinkedHashMap<>();
    gone.forEach((look, before) -> {
      Optional<LogicalId> after = come.getOrDefault(look, Optional.empty());
      if (before.isPresent() && after.isPresent()) {
        renamed.put(before.get(), after.get());
      }
    });
    return renamed;
  }

  /** The same of two sites, by what is left of names without the words of the site. */
  static Map<LogicalId, LogicalId> of(Side from, Side to, CalledAfter sites) {
    Map<ResourceKey, LogicalId> gone = keys(from, to);
    Map<ResourceKey, LogicalId> come = keys(to, from);
    Map<LogicalId, LogicalId> found = new LinkedHashMap<>();
    sites
        .counterparts(gone.keySet(), come.keySet())
        .forEach((before, after) -> {
          LogicalId id = gone.get(before);
          LogicalId now = come.get(after);
          if (id != null && now != null) {
            found.put(id, now);
          }
        });
    return found;
  }

  private static Map<ResourceKey, LogicalId> keys(Side here, Side there) {
    Map<ResourceKey, LogicalId> keys = new LinkedHashMap<>();
    for (LogicalId id : here.ids()) {
      if (there.node(id).isEmpty()) {
        keys.put(new ResourceKey(id.plane(), id.kind().text(), id.namespace(), id.name()), id);
      }
    }
    return keys;
  }

  /** What only one side has, by its look; empty where two look alike. */
  private static Map<Look, Optional<LogicalId>> alone(Side here, Side there) {
    Map<Look, Optional<LogicalId>> looks = new HashMap<>();
    var seen = new HashSet<Look>();
    for (LogicalId id : here.ids()) {
      Optional<Look> look = here.node(id).flatMap(node -> look(id, node));
      if (look.isPresent() && there.node(id).isEmpty()) {
        looks.put(look.get(), seen.add(look.get()) ? Optional.of(id) : Optional.empty());
      }
    }
    return looks;
  }

  private static Optional<Look> look(LogicalId id, HierarchyNode node) {
    List<Source> sources =
        node.application().map(application -> application.sources()).orElse(List.of());
    var places = new TreeSet<String>();
    for (Source source : sources) {
      places.add(
          source.repoURL().text()
              + " "
              + source.path().orElse("")
              + " "
              + source.chart().orElse(""));
    }
    return places.isEmpty()
        ? Optional.empty()
        : Optional.of(new Look(id.plane(), id.kind(), places));
  }
}
