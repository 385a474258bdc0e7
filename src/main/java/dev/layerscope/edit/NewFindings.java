package dev.layerscope.edit;

import dev.layerscope.edit.Preview.Seen;
import dev.layerscope.finding.Finding;
import dev.layerscope.finding.FindingCode;
import dev.layerscope.finding.Fingerprint;
import dev.layerscope.hierarchy.Hierarchy;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.hierarchy.NodeId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is wrong in one picture and was not in another. The same thing at another commit, or some
 * lines further down, is the same thing; so is it when others have come to be part of it.
 */
final class NewFindings {
  private NewFindings() {}

  /** A mistake in the words it is known by. */
  private record Words(FindingCode code, String text, String file) {
    static Words asTheyAre(Finding finding) {
      return new Words(finding.code(), finding.knownBy(), file(finding));
    }

    /** Without lines and commits, which takes longer. */
    static Words thatStay(Finding finding) {
      return new Words(finding.code(), Fingerprint.gist(finding), file(finding));
    }

    private static String file(Finding finding) {
      return finding.locations().stream()
          .findFirst()
          .map(l -> l.repoUrl() + " " + l.path())
          .orElse("");
    }
  }

  static List<Seen> in(Hierarchy here, Hierarchy notThere) {
    var all = new ArrayList<Seen>();
    collect(Optional.empty(), ofRoots(here), ofRoots(notThere), all);
    for (HierarchyNode node : here.nodes()) {
      List<Finding> before =
          notThere.node(node.id()).map(HierarchyNode::findings).orElse(List.of());
      collect(Optional.of(node.id()), node.findings(), before, all);
    }
    return all;
  }

  private static List<Finding> ofRoots(Hierarchy hierarchy) {
    return hierarchy.roots().stream().flatMap(r -> r.findings().stream()).toList();
  }

  /** Most are word for word what they were: only of the others is asked what stays of them. */
  private static void collect(
      Optional<NodeId> node, List<Finding> here, List<Finding> before, List<Seen> into) {
    if (here.isEmpty()) {
      return;
    }
    Set<Words> said = before.stream().map(Words::asTheyAre).collect(Collectors.toSet());
    List<Finding> others = here.stream().filter(f -> !said.contains(Words.asTheyAre(f))).toList();
    if (others.isEmpty()) {
      return;
    }
    Set<Words> known = before.stream().map(Words::thatStay).collect(Collectors.toSet());
    others.stream()
        .filter(f -> !known.contains(Words.thatStay(f)))
        .forEach(f -> into.add(new Seen(f, node)));
  }
}
