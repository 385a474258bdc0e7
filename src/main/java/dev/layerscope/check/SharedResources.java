package dev.layerscope.check;

import dev.layerscope.finding.Certainty;
import dev.layerscope.finding.Finding;
import dev.layerscope.finding.FindingCode;
import dev.layerscope.finding.Location;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.hierarchy.NodeId;
import dev.layerscope.manifest.ResourceKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Objects that several Applications deliver to one cluster: layers do not override each other in
 * Argo CD, they fight (mistakes 24 and 27, and the rule that a layer does not define what one below
 * defines). One finding for each set of Applications, not one for each object.
 */
public final class SharedResources implements Rule.OfEstate {
  private static final int MOST_NAMED = 5;

  /** Objects that one set of Applications fights over. */
  private record Fight(Set<NodeId> among, List<List<Delivered>> objects) {}

  @Override
  public Map<NodeId, List<Finding>> check(Estate estate) {
    var findings = new LinkedHashMap<NodeId, List<Finding>>();
    for (List<Delivered> delivered : estate.deliveries().values()) {
      for (Fight fight : fights(delivered)) {
        Delivered first = fight.objects().getFirst().getFirst();
        findings
            .computeIfAbsent(first.node().id(), unused -> new ArrayList<>())
            .add(finding(fight));
      }
    }
    return findings;
  }

  private static List<Fight> fights(List<Delivered> delivered) {
    Set<ResourceKey> several = several(delivered);
    if (several.isEmpty()) {
      return List.of();
    }
    Map<ResourceKey, List<Delivered>> byKey = new LinkedHashMap<>();
    for (Delivered one : delivered) {
      if (several.contains(one.key()) && counts(one)) {
        byKey.computeIfAbsent(one.key(), unused -> new ArrayList<>(2)).add(one);
      }
    }
    Map<Set<NodeId>, Fight> fights = new LinkedHashMap<>();
    for (List<Delivered> same : byKey.values()) {
      if (same.size() > 1) {
        Set<NodeId> among = new LinkedHashSet<>();
        same.forEach(one -> among.add(one.node().id()));
        if (among.size() > 1) {
          fights
              .computeIfAbsent(among, ids -> new Fight(ids, new ArrayList<>()))
              .objects()
              .add(same);
        }
      }
    }
    return List.copyOf(fights.values());
  }

  /** The keys of which there are more than one: few of an estate's hundred thousands. */
  private static Set<ResourceKey> several(List<Delivered> delivered) {
    var once = HashSet.<ResourceKey>newHashSet(delivered.size());
    var several = new HashSet<ResourceKey>();
    for (Delivered one : delivered) {
      if (counts(one) && !once.add(one.key())) {
        several.add(one.key());
      }
    }
    return several;
  }

  private static boolean counts(Delivered one) {
    return !one.key().name().isEmpty() && !one.object().gvk().isArgo();
  }

  private static Finding finding(Fight fight) {
    var byId = new LinkedHashMap<NodeId, HierarchyNode>();
    fight.objects().getFirst().forEach(one -> byId.putIfAbsent(one.node().id(), one.node()));
    List<HierarchyNode> nodes = List.copyOf(byId.values());
    List<Location> places =
        fight.objects().stream()
            .flatMap(List::stream)
            .map(one -> one.object().place())
            .distinct()
            .limit(2L * MOST_NAMED)
            .toList();
    Certainty certainty = Certainty.weakest(nodes.stream().map(HierarchyNode::certainty).toList());
    boolean twins = nodes.stream().map(SharedResources::delivers).distinct().count() == 1;
    FindingCode code =
        twins ? FindingCode.TWIN_APPLICATION_WARNING : FindingCode.SHARED_RESOURCE_WARNING;
    var finding = new Finding(code, message(fight, nodes, twins), places, certainty);
    return twins ? finding.knownBy(names(nodes)) : finding;
  }

  /** What makes two Applications the same thing under two names. */
  private static Object delivers(HierarchyNode node) {
    return Estate.application(node).sources().stream().map(s -> s.withoutPlace()).toList();
  }

  private static String message(Fight fight, List<HierarchyNode> nodes, boolean twins) {
    String names = names(nodes);
    if (twins) {
      return names
          + " are one Application under several names: each takes the other's objects, "
          + fight.objects().size()
          + " in all";
    }
    List<String> keys = fight.objects().stream().map(o -> o.getFirst().key().text()).toList();
    String named = String.join(", ", keys.subList(0, Math.min(MOST_NAMED, keys.size())));
    String more = keys.size() > MOST_NAMED ? " and " + (keys.size() - MOST_NAMED) + " more" : "";
    return "%s%s %s part of applications %s%s"
        .formatted(named, more, keys.size() == 1 ? "is" : "are", names, layers(nodes));
  }

  private static String names(List<HierarchyNode> nodes) {
    return String.join(" and ", nodes.stream().map(HierarchyNode::name).sorted().toList());
  }

  private static String layers(List<HierarchyNode> nodes) {
    var layers = new TreeSet<String>();
    nodes.forEach(node -> layers.add(node.layer()));
    return layers.size() > 1
        ? ": the layers " + String.join(" and ", layers) + " fight over it"
        : ": they fight over it";
  }
}
