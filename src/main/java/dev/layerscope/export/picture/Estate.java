package dev.layerscope.export.picture;

import dev.layerscope.finding.Finding;
import dev.layerscope.finding.Severity;
import dev.layerscope.hierarchy.Hierarchy;
import dev.layerscope.hierarchy.NodeKind;
import dev.layerscope.hierarchy.ResolvedRoot;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A hierarchy with everything a window counts and draws of it that does not depend on what a person
 * does. It is made where it disturbs nobody; safe for several threads.
 */
public final class Estate {
  private final Hierarchy hierarchy;
  private final LayerLooks looks;
  private final Map<String, TreePicture> pictures = new ConcurrentHashMap<>();
  private final Map<String, Integer> reached = new ConcurrentHashMap<>();
  private final Map<Severity, Long> findings = new EnumMap<>(Severity.class);
  private final long applications;

  private Estate(Hierarchy hierarchy, LayerLooks looks) {
    this.hierarchy = hierarchy;
    this.looks = looks;
    for (Finding finding : hierarchy.findings()) {
      findings.merge(finding.severity(), 1L, Long::sum);
    }
    applications = hierarchy.nodes().stream().filter(n -> n.kind() == NodeKind.APPLICATION).count();
  }

  /** Counts now, draws when asked. */
  public static Estate of(Hierarchy hierarchy, LayerLooks looks) {
    return new Estate(hierarchy, looks);
  }

  /** Everything of it, so that nobody has to wait for anything later. */
  public static Estate ready(Hierarchy hierarchy, LayerLooks looks) {
    var estate = new Estate(hierarchy, looks);
    hierarchy.roots().parallelStream().forEach(root -> estate.picture(root.name()));
    return estate;
  }

  public Hierarchy hierarchy() {
    return hierarchy;
  }

  public LayerLooks looks() {
    return looks;
  }

  /** The picture of a root; empty when there is no such root. */
  public Optional<TreePicture> picture(String root) {
    return hierarchy
        .root(root)
        .map(r -> pictures.computeIfAbsent(root, ignored -> TreePicture.of(hierarchy, r)));
  }

  /** How many nodes a root reaches. */
  public int reached(ResolvedRoot root) {
    return reached.computeIfAbsent(
        root.name(),
        ignored ->
            picture(root.name())
                .map(TreePicture::size)
                .orElseGet(() -> hierarchy.reachedFrom(root.declared()).size()));
  }

  /** How many findings of a severity there are, of the whole, of roots and of nodes. */
  public long findings(Severity severity) {
    return findings.getOrDefault(severity, 0L);
  }

  /** How many nodes are Applications. */
  public long applications() {
    return applications;
  }

  /** The first root that shows something, else the first. */
  public Optional<String> firstRoot() {
    List<ResolvedRoot> roots = hierarchy.roots();
    return roots.stream()
        .filter(root -> !root.declared().isEmpty())
        .findFirst()
        .or(() -> roots.stream().findFirst())
        .map(ResolvedRoot::name);
  }
}
