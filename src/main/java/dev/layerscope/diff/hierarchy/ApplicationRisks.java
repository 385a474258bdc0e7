package dev.layerscope.diff.hierarchy;

import dev.layerscope.diff.Change;
import dev.layerscope.diff.manifest.FieldChange;
import dev.layerscope.diff.manifest.ManifestRisks;
import dev.layerscope.diff.manifest.Risk;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.hierarchy.NodeKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is dangerous about what happened to a node. */
final class ApplicationRisks {
  private ApplicationRisks() {}

  static List<Risk> of(ApplicationChange node, Change change, List<FieldChange> fields) {
    var risks = new ArrayList<Risk>();
    if (node.node().kind() == NodeKind.GROUP) {
      return risks;
    }
    if (node.node().kind() != NodeKind.APP_PROJECT) {
      existence(node, change, risks);
      fields.forEach(field -> field(node.node().name(), field, risks));
    }
    Optional<HierarchyNode> from = node.from();
    Optional<HierarchyNode> to = node.to();
    ManifestRisks.projectWidened(from.map(HierarchyNode::manifest), to.map(HierarchyNode::manifest))
        .ifPresent(risks::add);
    return risks;
  }

  private static void existence(ApplicationChange node, Change change, List<Risk> risks) {
    if (change == Change.REMOVED) {
      risks.add(
          new Risk(
              Risk.Kind.APPLICATION_REMOVED,
              node.node().name()
                  + " goes; its parent may prune it, and its finalizer what it runs"));
    } else if (node.renamedFrom().isPresent()) {
      risks.add(
          new Risk(
              Risk.Kind.APPLICATION_RENAMED,
              node.renamedFrom().get().name()
                  + " becomes "
                  + node.node().name()
                  + ": delete and create"));
    } else if (change == Change.MOVED) {
      risks.add(
          new Risk(
              Risk.Kind.APPLICATION_MOVED,
              node.node().name() + " hangs from another parent: that may be delete and create"));
    }
  }

  private static void field(String name, FieldChange field, List<Risk> risks) {
    String path = field.path();
    Optional<String> at = Optional.of(path);
    if (path.startsWith("metadata.finalizers")) {
      risks.add(
          new Risk(
              Risk.Kind.FINALIZER_CHANGED,
              at,
              "what happens when " + name + " is deleted changes: " + path));
    } else if (path.startsWith("spec.syncPolicy.automated")
        || path.startsWith("spec.syncPolicy.syncOptions[Prune")
        || path.equals("spec.syncPolicy")) {
      boolean prunes =
          field.from().filter(v -> !path.endsWith("selfHeal") || v.contains("prune")).isPresent()
              || field.to().filter(v -> !path.endsWith("selfHeal")).isPresent();
      if (prunes) {
        risks.add(
            new Risk(
                Risk.Kind.PRUNE_CHANGED,
                at,
                "what " + name + " deletes by itself changes: " + path));
      }
    } else if (path.equals("spec.destination.namespace")) {
      risks.add(
          new Risk(
              Risk.Kind.NAMESPACE_CHANGED,
              at,
              "everything it renders without a namespace moves: delete and create"));
    } else if (path.startsWith("spec.destination")) {
      risks.add(
          new Risk(
              Risk.Kind.DESTINATION_CHANGED,
              at,
              "another cluster: what runs at the old one stays or goes"));
    }
  }
}
