package dev.layerscope.check;

import dev.layerscope.argocd.Source;
import dev.layerscope.finding.Finding;
import dev.layerscope.finding.FindingCode;
import dev.layerscope.finding.Location;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.Revision;
import dev.layerscope.hierarchy.Edge;
import dev.layerscope.hierarchy.Hierarchy;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.hierarchy.NodeId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Every Application on an environment's branch points at that environment (mistakes 34 and 35 of
 * the specification). A merge from dev to qa that carries {@code targetRevision: dev} along is the
 * classic accident of this layout.
 */
public final class WrongEnvironmentRevision implements Rule.OfEstate {
  private final Function<RepoUrl, Map<String, String>> branchesByEnvironment;

  /**
   * @param branchesByEnvironment environment to branch, for a repository; only branches that exist
   */
  public WrongEnvironmentRevision(Function<RepoUrl, Map<String, String>> branchesByEnvironment) {
    this.branchesByEnvironment = branchesByEnvironment;
  }

  @Override
  public Map<NodeId, List<Finding>> check(Estate estate) {
    Hierarchy hierarchy = estate.hierarchy();
    var findings = new LinkedHashMap<NodeId, List<Finding>>();
    for (Edge edge : hierarchy.edges()) {
      HierarchyNode child = hierarchy.get(edge.to());
      for (Source source : child.application().map(a -> a.sources()).orElse(List.of())) {
        branchOf(hierarchy, edge)
            .flatMap(branch -> check(edge, child, source, branch))
            .ifPresent(finding ->
                findings.computeIfAbsent(child.id(), unused -> new ArrayList<>()).add(finding));
      }
    }
    return findings;
  }

  private Optional<Finding> check(Edge edge, HierarchyNode child, Source source, String branch) {
    Map<String, String> here =
        branchesByEnvironment.apply(new RepoUrl(edge.declaredIn().repoUrl()));
    Map<String, String> there = branchesByEnvironment.apply(source.repoURL());
    List<String> own =
        here.entrySet().stream()
            .filter(e -> e.getValue().equals(branch))
            .map(Map.Entry::getKey)
            .toList();
    if (own.isEmpty()) {
      return Optional.empty();
    }
    String target = source.targetRevision().orElse("").strip();
    Location place = place(edge, child);
    if (target.isEmpty() || target.equals("HEAD")) {
      boolean followsEnvironments = own.stream().anyMatch(there::containsKey);
      return followsEnvironments
          ? Optional.of(floating(child, branch, own.getFirst(), place))
          : Optional.empty();
    }
    List<String> aimed =
        there.entrySet().stream()
            .filter(e -> e.getValue().equals(target))
            .map(Map.Entry::getKey)
            .toList();
    return aimed.isEmpty() || aimed.stream().anyMatch(own::contains)
        ? Optional.empty()
        : Optional.of(
            Finding.of(
                FindingCode.WRONG_ENVIRONMENT_REVISION_WARNING,
                "%s is declared on branch %s (%s) and points at %s (%s)"
                    .formatted(child.name(), branch, own.getFirst(), target, aimed.getFirst()),
                place));
  }

  private static Finding floating(
      HierarchyNode child, String branch, String environment, Location place) {
    return Finding.of(
        FindingCode.FLOATING_REVISION_WARNING,
        "%s is declared on branch %s (%s) and follows the default branch: a release does not hold it"
            .formatted(child.name(), branch, environment),
        place);
  }

  private static Location place(Edge edge, HierarchyNode child) {
    Location place = child.manifest().locationOf("spec", "source", "targetRevision");
    return place.path().equals(edge.declaredIn().path()) ? place : edge.declaredIn();
  }

  /**
   * The branch a declaration was read at: that of the parent's source it came from, or of the
   * root's file.
   */
  private static Optional<String> branchOf(Hierarchy hierarchy, Edge edge) {
    if (edge.from().isEmpty()) {
      return hierarchy.roots().stream()
          .filter(root -> root.declared().contains(edge.to()))
          .flatMap(root -> root.revision().stream())
          .map(WrongEnvironmentRevision::branchName)
          .findFirst();
    }
    return hierarchy.get(edge.from().get()).sources().stream()
        .filter(s -> s.repository().equals(edge.declaredIn().repoUrl()))
        .flatMap(s -> s.revision().stream())
        .filter(r -> r.commit().equals(edge.declaredIn().revision()))
        .map(WrongEnvironmentRevision::branchName)
        .findFirst();
  }

  private static String branchName(Revision revision) {
    for (String prefix : List.of("refs/remotes/origin/", "refs/heads/")) {
      if (revision.ref().startsWith(prefix)) {
        return revision.ref().substring(prefix.length());
      }
    }
    return revision.ref();
  }
}
