package dev.layerscope.check;

import dev.layerscope.finding.Finding;
import dev.layerscope.finding.FindingCode;
import dev.layerscope.finding.Severity;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.render.SourceType;
import java.util.List;

/**
 * An Application that renders nothing is Synced and Healthy to Argo CD, and most likely a mistake
 * (number 6). Only said where nothing else explains it and the answer is exact.
 */
public final class EmptyApplication implements Rule.OfNode {
  @Override
  public List<Finding> check(HierarchyNode node, Estate estate) {
    if (node.rendered().total() > 0) {
      return List.of();
    }
    boolean explained =
        node.findings().stream()
            .anyMatch(f ->
                f.severity() == Severity.ERROR || f.code() == FindingCode.PATH_IS_SYMLINK_WARNING);
    boolean renders = node.sources().stream().anyMatch(source -> source.type() != SourceType.REF);
    return renders && node.certainty().exact() && !explained
        ? List.of(
            Finding.of(
                FindingCode.EMPTY_APPLICATION_WARNING,
                node.name() + " renders no manifests: Argo CD calls it Synced and Healthy",
                node.manifest().location()))
        : List.of();
  }
}
