package dev.layerscope.check;

import dev.layerscope.argocd.Source;
import dev.layerscope.finding.Finding;
import dev.layerscope.finding.FindingCode;
import dev.layerscope.finding.Location;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.hierarchy.ResolvedSource;
import dev.layerscope.yaml.Node;
import dev.layerscope.yaml.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Revisions that do not hold: a chart that follows a range of versions, and sources of one
 * Application that read one repository at two commits (mistake 40, specification §1.2).
 */
public final class SourceRevisions implements Rule.OfNode {
  private static final Pattern RANGE =
      Pattern.compile(".*[*<>=~^|].*|.*(^|\\.)[xX](\\..*|$)|.*\\s-\\s.*|\\s*");

  @Override
  public List<Finding> check(HierarchyNode node, Estate estate) {
    var findings = new ArrayList<Finding>();
    for (ResolvedSource source : node.sources()) {
      Source declared = source.declared();
      String revision = declared.targetRevision().orElse("");
      if (declared.chart().isPresent() && RANGE.matcher(revision).matches()) {
        findings.add(
            Finding.of(
                FindingCode.UNPINNED_CHART_INFO,
                "%s follows the versions “%s” of the chart %s: it changes without a commit"
                    .formatted(node.name(), revision, declared.chart().get()),
                place(node, declared)));
      }
      if (node.sources().size() > 1) {
        conflict(node, source).ifPresent(findings::add);
      }
    }
    return findings;
  }

  /** A source that takes values from another of the same repository at another commit. */
  private static Optional<Finding> conflict(HierarchyNode node, ResolvedSource source) {
    Source declared = source.declared();
    for (ResolvedSource other : node.sources()) {
      Optional<String> ref = other.declared().ref();
      boolean same =
          ref.isPresent()
              && !other.equals(source)
              && declared.chart().isEmpty()
              && mentions(declared, ref.get())
              && declared.repoURL().argoEquals(other.declared().repoURL())
              && source.revision().isPresent()
              && other.revision().isPresent();
      if (same && !source.revision().get().commit().equals(other.revision().get().commit())) {
        return Optional.of(
            Finding.of(
                FindingCode.REVISION_CONFLICT_ERROR,
                "cannot reference a different revision of the same repository ($%s references \"%s\" which resolves to \"%s\" while the application references \"%s\" which resolves to \"%s\")"
                    .formatted(
                        ref.get(),
                        other.declared().targetRevision().orElse("HEAD"),
                        other.revision().get().commit(),
                        declared.targetRevision().orElse("HEAD"),
                        source.revision().get().commit()),
                place(node, declared),
                place(node, other.declared())));
      }
    }
    return Optional.empty();
  }

  private static boolean mentions(Source source, String ref) {
    List<Node> files =
        source
            .helm()
            .flatMap(helm -> helm.sequence("valueFiles"))
            .map(Sequence::items)
            .orElse(List.of());
    return files.stream()
        .flatMap(file -> file.asText().stream())
        .anyMatch(file -> file.equals("$" + ref) || file.startsWith("$" + ref + "/"));
  }

  private static Location place(HierarchyNode node, Source source) {
    return source.line() > 0
        ? node.manifest().origin().line(source.line())
        : node.manifest().location();
  }
}
