package dev.layerscope.check;

import dev.layerscope.finding.Finding;
import dev.layerscope.finding.FindingCode;
import dev.layerscope.finding.Location;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.hierarchy.NodeId;
import dev.layerscope.hierarchy.ResolvedSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One repository under several spellings in one Argo CD: to it they are several, with a clone,
 * credentials and project entries each (mistake 50, specification §7.1).
 */
public final class RepositorySpellings implements Rule.OfEstate {
  /** A repository as the workspace knows it, in one control plane. */
  private record Known(String controlPlane, String repository) {}

  /** A spelling as Argo CD tells them apart, and the nodes that use it. */
  private record Spelling(RepoUrl url, List<HierarchyNode> users) {}

  @Override
  public Map<NodeId, List<Finding>> check(Estate estate) {
    Map<Known, Map<String, Spelling>> spellings = new LinkedHashMap<>();
    Map<RepoUrl, String> normalized = new HashMap<>();
    for (HierarchyNode node : estate.applications()) {
      for (ResolvedSource source : node.sources()) {
        RepoUrl url = source.declared().repoURL();
        if (source.declared().chart().isEmpty() && source.revision().isPresent()) {
          spellings
              .computeIfAbsent(
                  new Known(node.id().controlPlane(), source.repository()),
                  unused -> new LinkedHashMap<>())
              .computeIfAbsent(
                  normalized.computeIfAbsent(url, RepoUrl::argoNormalized),
                  unused -> new Spelling(url, new ArrayList<>()))
              .users()
              .add(node);
        }
      }
    }
    var findings = new LinkedHashMap<NodeId, List<Finding>>();
    spellings.forEach((known, found) -> {
      if (found.size() > 1) {
        tell(List.copyOf(found.values()), findings);
      }
    });
    return findings;
  }

  /** Told where the rarer spelling stands: that is the one to change. */
  private static void tell(List<Spelling> spellings, Map<NodeId, List<Finding>> findings) {
    Spelling rarest = spellings.getLast();
    for (Spelling spelling : spellings) {
      rarest = spelling.users().size() < rarest.users().size() ? spelling : rarest;
    }
    HierarchyNode node = rarest.users().getFirst();
    var places = new ArrayList<Location>();
    places.add(place(node));
    for (Spelling other : spellings) {
      if (!other.url().equals(rarest.url())) {
        places.add(place(other.users().getFirst()));
      }
    }
    String all =
        String.join(" and ", spellings.stream().map(s -> s.url().display()).sorted().toList());
    findings
        .computeIfAbsent(node.id(), unused -> new ArrayList<>())
        .add(
            new Finding(
                FindingCode.REPOSITORY_SPELLINGS_WARNING,
                all + " are one repository, and several to Argo CD",
                places));
  }

  private static Location place(HierarchyNode node) {
    return node.manifest().locationOf("spec", "source", "repoURL");
  }
}
