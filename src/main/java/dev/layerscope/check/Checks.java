package dev.layerscope.check;

import dev.layerscope.finding.Finding;
import dev.layerscope.finding.FindingCode;
import dev.layerscope.finding.Location;
import dev.layerscope.hierarchy.Hierarchy;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.hierarchy.NodeId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs rules over an estate. A rule that stumbles is our fault and says so on the node it stumbled
 * over; the others go on.
 */
public final class Checks {
  private final List<Rule> rules;

  public Checks(List<Rule> rules) {
    this.rules = List.copyOf(rules);
  }

  /**
   * Every finding of every rule, by the node it lies on. The rules are looked through over the
   * cores; their order decides that of the findings.
   */
  public Map<NodeId, List<Finding>> run(Estate estate) {
    List<Map<NodeId, List<Finding>>> byRule =
        rules.parallelStream()
            .map(rule ->
                switch (rule) {
                  case Rule.OfNode ofNode -> eachNode(ofNode, estate);
                  case Rule.OfEstate ofEstate -> whole(ofEstate, estate);
                  case Rule.OfFiles ofFiles -> files(ofFiles, estate.hierarchy());
                })
            .toList();
    return together(byRule);
  }

  /** What rules found, in their order. */
  static Map<NodeId, List<Finding>> together(List<Map<NodeId, List<Finding>>> all) {
    var found = new LinkedHashMap<NodeId, List<Finding>>();
    for (Map<NodeId, List<Finding>> findings : all) {
      findings.forEach(
          (id, more) -> found.computeIfAbsent(id, unused -> new ArrayList<>()).addAll(more));
    }
    return found;
  }

  private static Map<NodeId, List<Finding>> eachNode(Rule.OfNode rule, Estate estate) {
    var found = new LinkedHashMap<NodeId, List<Finding>>();
    for (HierarchyNode node : estate.hierarchy().nodes()) {
      List<Finding> findings = guarded(rule, node, estate);
      if (!findings.isEmpty()) {
        found.put(node.id(), findings);
      }
    }
    return found;
  }

  private static Map<NodeId, List<Finding>> whole(Rule.OfEstate rule, Estate estate) {
    try {
      return rule.check(estate);
    } catch (RuntimeException fault) {
      return onTheFirst(rule, fault, estate.hierarchy());
    }
  }

  static Map<NodeId, List<Finding>> files(Rule.OfFiles rule, Hierarchy hierarchy) {
    try {
      return rule.check(hierarchy);
    } catch (RuntimeException fault) {
      return onTheFirst(rule, fault, hierarchy);
    }
  }

  private static Map<NodeId, List<Finding>> onTheFirst(
      Rule rule, RuntimeException failure, Hierarchy hierarchy) {
    return hierarchy.nodes().stream()
        .findFirst()
        .map(node -> Map.of(node.id(), List.of(failed(rule, failure, node))))
        .orElse(Map.of());
  }

  /** Here and above, and nowhere else between a stage and the top, a fault of ours is held up. */
  private static List<Finding> guarded(Rule.OfNode rule, HierarchyNode node, Estate estate) {
    try {
      return rule.check(node, estate);
    } catch (RuntimeException fault) {
      return List.of(failed(rule, fault, node));
    }
  }

  /** Names the rule and our own line; nothing of what the repository holds. */
  private static Finding failed(Rule rule, RuntimeException failure, HierarchyNode node) {
    String where =
        Arrays.stream(failure.getStackTrace())
            .filter(frame -> frame.getClassName().startsWith("dev.layerscope"))
            .findFirst()
            .map(frame -> frame.getFileName() + ":" + frame.getLineNumber())
            .orElse("nowhere of ours");
    Location place = node.manifest().location();
    return Finding.of(
        FindingCode.CHECK_FAILED_WARNING,
        "the check %s stumbled over %s (%s at %s): what it looks for may be there"
            .formatted(
                rule.getClass().getSimpleName(),
                node.name(),
                failure.getClass().getSimpleName(),
                where),
        place);
  }
}
