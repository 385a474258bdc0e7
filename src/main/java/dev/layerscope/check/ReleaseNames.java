package dev.layerscope.check;

import dev.layerscope.finding.Finding;
import dev.layerscope.finding.FindingCode;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.hierarchy.ResolvedSource;
import dev.layerscope.render.SourceType;
import java.util.List;
import java.util.Optional;

/**
 * A Helm release takes the Application's name, and Helm takes no more than 53 letters (mistake 51,
 * specification §1.14).
 */
public final class ReleaseNames implements Rule.OfNode {
  private static final int LONGEST = 53;

  @Override
  public List<Finding> check(HierarchyNode node, Estate estate) {
    Optional<String> tooLong = Optional.empty();
    for (ResolvedSource source : node.sources()) {
      if (source.type() == SourceType.HELM && tooLong.isEmpty()) {
        tooLong = Optional.of(release(node, source)).filter(name -> name.length() > LONGEST);
      }
    }
    return tooLong
        .map(name ->
            List.of(
                Finding.of(
                    FindingCode.RELEASE_NAME_TOO_LONG_ERROR,
                    "the release name %s has %d letters, and Helm takes no more than %d"
                        .formatted(name, name.length(), LONGEST),
                    node.manifest().locationOf("metadata", "name"))))
        .orElse(List.of());
  }

  private static String release(HierarchyNode node, ResolvedSource source) {
    return source
        .declared()
        .helm()
        .flatMap(helm -> helm.textAt("releaseName"))
        .filter(name -> !name.isEmpty())
        .orElse(node.name());
  }
}
