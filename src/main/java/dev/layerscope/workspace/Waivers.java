package dev.layerscope.workspace;

import dev.layerscope.finding.Finding;
import dev.layerscope.finding.FindingCode;
import dev.layerscope.finding.Location;
import dev.layerscope.hierarchy.Hierarchy;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.hierarchy.NodeId;
import dev.layerscope.hierarchy.ResolvedRoot;
import dev.layerscope.hierarchy.WaivedFinding;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Sets accepted findings aside: they are kept and told apart, and no longer counted. A waiver that
 * has run out sets nothing aside and is a finding itself.
 */
public final class Waivers {
  private final List<Waiver> valid;
  private final List<Finding> expired = new ArrayList<>();
  private final List<WaivedFinding> waived = new ArrayList<>();

  private Waivers(Workspace workspace, LocalDate today) {
    valid = workspace.waivers().stream().filter(waiver -> !waiver.expired(today)).toList();
    workspace.waivers().stream()
        .filter(waiver -> waiver.expired(today))
        .forEach(waiver -> expired.add(expired(workspace, waiver)));
  }

  /** The hierarchy with what the workspace waives set aside. */
  public static Hierarchy apply(Workspace workspace, Hierarchy hierarchy, LocalDate today) {
    return workspace.waivers().isEmpty()
        ? hierarchy
        : new Waivers(workspace, today).apply(hierarchy);
  }

  private Hierarchy apply(Hierarchy hierarchy) {
    List<ResolvedRoot> roots = hierarchy.roots().stream().map(this::root).toList();
    Map<NodeId, List<Finding>> kept = new LinkedHashMap<>();
    for (HierarchyNode node : hierarchy.nodes()) {
      List<Finding> own = kept(node.findings(), Optional.of(node.id()), node.name());
      if (own.size() < node.findings().size()) {
        kept.put(node.id(), own);
      }
    }
    return hierarchy.waiving(roots, kept, waived, expired);
  }

  private ResolvedRoot root(ResolvedRoot root) {
    return new ResolvedRoot(
        root.root(),
        root.declared(),
        root.unknown(),
        root.revision(),
        kept(root.findings(), Optional.empty(), root.name()));
  }

  private List<Finding> kept(List<Finding> findings, Optional<NodeId> node, String name) {
    var kept = new ArrayList<Finding>();
    for (Finding finding : findings) {
      Optional<Waiver> waiver =
          valid.stream()
              .filter(w -> w.covers(finding, name, node.map(NodeId::text).orElse("")))
              .findFirst();
      waiver.ifPresentOrElse(
          w -> waived.add(new WaivedFinding(node, finding, w.reason(), w.until())),
          () -> kept.add(finding));
    }
    return kept;
  }

  private static Finding expired(Workspace workspace, Waiver waiver) {
    String name =
        Optional.ofNullable(workspace.file().getFileName()).map(Object::toString).orElse("");
    return Finding.of(
        FindingCode.EXPIRED_WAIVER_WARNING,
        "the waiver of %s%s ran out on %s (%s)"
            .formatted(
                waiver.code().text(),
                waiver.where().map(where -> " at " + where).orElse(""),
                waiver.until().map(LocalDate::toString).orElse(""),
                waiver.reason()),
        Location.besideWorkspace(name, waiver.line()));
  }
}
