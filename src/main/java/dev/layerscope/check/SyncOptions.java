package dev.layerscope.check;

import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.render.RenderedObject;
import java.util.List;
import java.util.Optional;

/** Sync options as they count: the Application's, and an object's own. */
final class SyncOptions {
  private static final String ANNOTATION = "argocd.argoproj.io/sync-options";

  private SyncOptions() {}

  /** Whether an option is set on the Application. */
  static boolean has(HierarchyNode node, String option) {
    return node.application()
        .filter(a -> a.syncPolicy().syncOptions().contains(option))
        .isPresent();
  }

  /** An object's own options; Argo CD trims these. */
  static List<String> of(RenderedObject object) {
    return Optional.ofNullable(object.annotations().get(ANNOTATION)).stream()
        .flatMap(text -> List.of(text.split(",")).stream())
        .map(String::strip)
        .filter(option -> !option.isEmpty())
        .toList();
  }

  /** Whether a missing definition stops only the object, not the whole Application (§9.3). */
  static boolean toleratesMissingDefinition(Delivered delivered) {
    String option = "SkipDryRunOnMissingResource=true";
    return has(delivered.node(), option) || of(delivered.object()).contains(option);
  }
}
