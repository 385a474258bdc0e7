package dev.layerscope.check;

import dev.layerscope.finding.Finding;
import dev.layerscope.finding.FindingCode;
import dev.layerscope.finding.Severity;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.render.SourceType;
import dev.layerscope.yaml.ArgoScalars;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Scalar;
import dev.layerscope.yaml.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What happens to what vanishes from git (specification §9.5): a parent that never says leaves
 * removed children running; an emptied path with {@code allowEmpty} deletes everything.
 */
public final class PrunePolicy implements Rule.OfNode {
  @Override
  public List<Finding> check(HierarchyNode node, Estate estate) {
    boolean parent = !estate.childrenOf(node).isEmpty();
    if (!parent && node.rendered().total() > 0) {
      return List.of();
    }
    Optional<Mapping> automated =
        node.application()
            .filter(a -> a.syncPolicy().automated())
            .flatMap(a -> a.manifest().root().at("spec", "syncPolicy", "automated"))
            .filter(Mapping.class::isInstance)
            .map(Mapping.class::cast);
    if (automated.isEmpty()) {
      return List.of();
    }
    var findings = new ArrayList<Finding>();
    if (!automated.get().has("prune") && parent) {
      findings.add(
          Finding.of(
              FindingCode.UNDECIDED_PRUNE_INFO,
              node.name() + " does not say whether it prunes: a child removed from git stays",
              node.manifest().locationOf("spec", "syncPolicy", "automated")));
    }
    if (emptied(node) && allows(automated.get())) {
      findings.add(
          Finding.of(
              FindingCode.EMPTIED_APPLICATION_WARNING,
              node.name()
                  + " renders nothing, prunes and allows it: the next sync deletes all it deployed",
              node.manifest().location()));
    }
    return findings;
  }

  private static boolean allows(Mapping automated) {
    return isTrue(automated, "allowEmpty") && isTrue(automated, "prune");
  }

  private static boolean isTrue(Mapping mapping, String key) {
    return mapping.get(key).orElse(Scalar.plain("null")) instanceof Scalar scalar
        && ArgoScalars.read(scalar) instanceof Value.Bool bool
        && bool.value();
  }

  private static boolean emptied(HierarchyNode node) {
    return node.rendered().total() == 0
        && node.certainty().exact()
        && node.sources().stream().anyMatch(s -> s.type() != SourceType.REF)
        && node.findings().stream().noneMatch(f -> f.severity() == Severity.ERROR);
  }
}
