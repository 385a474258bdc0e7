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
import dev.layerscope.hierarchy.ResolvedSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Every Application on an environment's branch points at that environment (mistakes 34 and 35 of
 * the specification). A merge from dev to qa that carries {@code targetRevision: dev} along is the
 * classic accident of this layout.
 */
public final class WrongEnvironmentRevision implements Rule.OfEstate {
  private static final List<String> PREFIXES = List.of("refs/remotes/origin/", "refs/heads/");

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
    Map<Branch, List<String>> environments = new HashMap<>();
    Set<Aim> right = new HashSet<>();
    for (Edge edge : hierarchy.edges()) {
      HierarchyNode child = hierarchy.get(edge.to());
      if (child.application().isEmpty()) {
        continue;
      }
      Optional<String> name = branchOf(hierarchy, edge);
      if (name.isEmpty()) {
        continue;
      }
      var branch = new Branch(edge.declaredIn().repoUrl(), name.get());
      List<String> own = environments.computeIfAbsent(branch, this::environmentsOn);
      if (own.isEmpty()) {
        continue;
      }
      for (Source source : child.application().get().sources()) {
        var aim = new Aim(branch, source.repoURL(), source.targetRevision());
        if (right.contains(aim)) {
          continue; // as of most: thousands aim at the same
        }
        Optional<Finding> wrong = check(edge, child, source, branch.name(), own);
        if (wrong.isEmpty()) {
          right.add(aim);
        } else {
          findings.computeIfAbsent(child.id(), unused -> new ArrayList<>()).add(wrong.get());
        }
      }
    }
    return findings;
  }

  /** Where something is declared. */
  private record Branch(String repository, String name) {}

  /** What a source that is declared there reads. */
  private record Aim(Branch from, RepoUrl repository, Optional<String> revision) {}

  /** The environments that a branch is of. */
  private List<String> environmentsOn(Branch branch) {
    return branchesByEnvironment.apply(new RepoUrl(branch.repository())).entrySet().stream()
        .filter(e -> e.getValue().equals(branch.name()))
        .map(Map.Entry::getKey)
        .toList();
  }

  private Optional<Finding> check(
      Edge edge, HierarchyNode child, Source source, String branch, List<String> own) {
    Map<String, String> there = branchesByEnvironment.apply(source.repoURL());
    String target = source.targetRevision().orElse("").strip();
    if (target.isEmpty() || target.equals("HEAD")) {
      boolean followsEnvironments = own.stream().anyMatch(there::containsKey);
      return followsEnvironments
          ? Optional.of(floating(child, branch, own.getFirst(), place(edge, child)))
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
                place(edge, child)));
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
    for (ResolvedSource source : hierarchy.get(edge.from().get()).sources()) {
      if (source.repository().equals(edge.declaredIn().repoUrl())
          && source.revision().isPresent()
          && source.revision().get().commit().equals(edge.declaredIn().revision())) {
        return source.revision().map(WrongEnvironmentRevision::branchName);
      }
    }
    return Optional.empty();
  }

  private static String branchName(Revision revision) {
    for (String prefix : PREFIXES) {
      if (revision.ref().startsWith(prefix)) {
        return revision.ref().substring(prefix.length());
      }
    }
    return revision.ref();
  }
}
