package dev.layerscope.export.picture;

import dev.layerscope.hierarchy.Hierarchy;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.hierarchy.NodeId;
import dev.layerscope.hierarchy.NodeKind;
import dev.layerscope.hierarchy.ResolvedRoot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which colour and glyph a layer has. What roots declare is a cluster; of the layers that stand on
 * others, the deepest and most used is the baseline, the others get the custom colours in the order
 * of their names; leaves are teams.
 */
public final class LayerLooks {
  private static final int BASELINE = 1;
  private static final int TEAM = 3;
  private static final int CLUSTER = 5;
  private static final int[] CUSTOM = {2, 4, 6, 7};

  private final Map<String, LayerLook> looks;
  private final Map<String, Integer> roots;

  private LayerLooks(Map<String, LayerLook> looks, Map<String, Integer> roots) {
    this.looks = looks;
    this.roots = roots;
  }

  /** Looks before anything is known. */
  public static LayerLooks none() {
    return new LayerLooks(Map.of(), Map.of());
  }

  /**
   * The looks of a hierarchy's layers; the same layers get the same looks in every environment that
   * has them.
   */
  public static LayerLooks of(Hierarchy hierarchy) {
    var facts = new TreeMap<String, Facts>();
    var roots = new HashMap<String, Integer>();
    for (ResolvedRoot root : hierarchy.roots()) {
      var here = new HashSet<String>();
      for (Map.Entry<NodeId, Integer> entry : hierarchy.depths(root).entrySet()) {
        HierarchyNode node = hierarchy.get(entry.getKey());
        if (node.kind() == NodeKind.APPLICATION || node.kind() == NodeKind.APPLICATION_SET) {
          Facts fact = facts.computeIfAbsent(node.layer(), ignored -> new Facts());
          fact.add(hierarchy, node, entry.getValue());
          if (here.add(node.layer())) {
            fact.alwaysTop &= entry.getValue() == 0;
          }
        }
      }
      here.forEach(layer -> roots.merge(layer, 1, Integer::sum));
    }
    return new LayerLooks(assign(facts, roots), roots);
  }

  private static Map<String, LayerLook> assign(
      Map<String, Facts> facts, Map<String, Integer> roots) {
    var looks = new LinkedHashMap<String, LayerLook>();
    var layered = new ArrayList<String>();
    facts.forEach((layer, fact) -> {
      if (fact.alwaysTop) {
        looks.put(layer, new LayerLook(layer, CLUSTER));
      } else if (layer.isEmpty()) { // no repository is known of it
        looks.put(layer, new LayerLook(layer, LayerLook.UNASSIGNED));
      } else if (fact.layered) {
        layered.add(layer);
      } else if (!fact.charts && fact.read) {
        looks.put(layer, new LayerLook(layer, TEAM));
      }
    });
    layered.stream()
        .max(
            Comparator.comparing((String layer) -> layer.contains("base"))
                .thenComparingInt(layer -> roots.getOrDefault(layer, 0))
                .thenComparingInt(layer -> fact(facts, layer).deepest)
                .thenComparing(Comparator.reverseOrder()))
        .ifPresent(baseline -> {
          looks.put(baseline, new LayerLook(baseline, BASELINE));
          layered.remove(baseline);
        });
    for (int i = 0; i < layered.size(); i++) {
      looks.put(layered.get(i), new LayerLook(layered.get(i), CUSTOM[i % CUSTOM.length]));
    }
    return looks;
  }

  private static Facts fact(Map<String, Facts> facts, String layer) {
    return facts.getOrDefault(layer, new Facts());
  }

  /** The look of a layer by its label. */
  public LayerLook of(String layer) {
    return looks.getOrDefault(layer, new LayerLook(layer, LayerLook.UNASSIGNED));
  }

  /** The look of a node: what could not be resolved has none of its own. */
  public LayerLook of(HierarchyNode node) {
    return node.unresolved().isPresent()
        ? new LayerLook(node.layer(), LayerLook.UNASSIGNED)
        : of(node.layer());
  }

  /** How many roots reach a layer. */
  public int rootsWith(String layer) {
    return roots.getOrDefault(layer, 0);
  }

  /** Every layer in the order of the palette. */
  public List<LayerLook> all() {
    Set<LayerLook> all = new LinkedHashSet<>(looks.values());
    return all.stream()
        .sorted(Comparator.comparingInt(LayerLook::number).thenComparing(LayerLook::label))
        .toList();
  }

  /**
   * Of layers that roots share, in the order of all: no cluster's own, no team's, no stranger's.
   */
  public List<LayerLook> shared() {
    return all().stream()
        .filter(look -> look.number() != CLUSTER && look.number() != TEAM)
        .filter(look -> look.number() != LayerLook.UNASSIGNED)
        .toList();
  }

  /** As a legend has them: clusters all look the same, so several have one line. */
  public List<LayerLook> legend() {
    List<LayerLook> all = all();
    long clusters = all.stream().filter(look -> look.number() == CLUSTER).count();
    if (clusters < 2) {
      return all;
    }
    var legend = new ArrayList<>(all);
    legend.removeIf(look -> look.number() == CLUSTER);
    int at = (int) legend.stream().filter(look -> look.number() < CLUSTER).count();
    legend.add(at, new LayerLook(Said.count(clusters, "cluster", "clusters"), CLUSTER));
    return legend;
  }

  /** What is known of one layer. */
  private static final class Facts {
    /**
     * Every root that has the layer declares it itself: it is a cluster, not shared by clusters.
     */
    private boolean alwaysTop = true;

    private boolean layered;

    /** Only charts come from there: a library of others, nobody's layer. */
    private boolean charts = true;

    /** Somebody could look into it: of what nobody has nobody knows whose it is. */
    private boolean read;

    private int deepest;

    void add(Hierarchy hierarchy, HierarchyNode node, int depth) {
      deepest = Math.max(deepest, depth);
      read |= node.unresolved().isEmpty();
      charts &= node.sources().stream().anyMatch(source -> source.declared().chart().isPresent());
      layered |= node.isResources() || declaresOtherLayers(hierarchy, node);
    }

    private static boolean declaresOtherLayers(Hierarchy hierarchy, HierarchyNode node) {
      return hierarchy.childrenOf(node.id()).stream()
          .anyMatch(
              child -> child.kind() == NodeKind.APPLICATION && !child.layer().equals(node.layer()));
    }
  }
}
