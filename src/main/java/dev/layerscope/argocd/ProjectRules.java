package dev.layerscope.argocd;

import dev.layerscope.git.RepoUrl;
import dev.layerscope.glob.GoPattern;
import dev.layerscope.glob.GobwasGlob;
import dev.layerscope.glob.PathMatch;
import dev.layerscope.manifest.Gvk;
import java.util.List;
import java.util.function.Predicate;

/**
 * What a project permits, by Argo CD's matchers, quirks included (specification §8). Pure: the same
 * question has the same answer.
 */
public final class ProjectRules {
  private final AppProject project;

  public ProjectRules(AppProject project) {
    this.project = project;
  }

  /** An answer; without the whole inventory some cannot be had. */
  public enum Verdict {
    PERMITTED,
    REFUSED,
    /** Name and address of the cluster are both needed, and only one is known. */
    UNKNOWN
  }

  /** Whether an Application may take its manifests from a repository. */
  public boolean permitsSource(RepoUrl url) {
    String normalized = url.argoNormalized();
    boolean any = false;
    for (String entry : project.sourceRepos()) {
      boolean negated = ProjectPattern.isNegated(entry);
      String pattern =
          negated
              ? "!" + new RepoUrl(entry.substring(1)).argoNormalized()
              : new RepoUrl(entry).argoNormalized();
      if (ProjectPattern.matches(pattern, normalized, true, "/")) {
        any = true;
      } else if (negated) {
        return false;
      }
    }
    return any;
  }

  /**
   * Whether something may be delivered to a namespace of a cluster.
   *
   * @param cluster with name and address as far as they are known
   * @param scoped the clusters that belong to the project
   */
  public Verdict permitsDestination(
      DestinationCluster.Known cluster, String namespace, List<Settings.Cluster> scoped) {
    boolean hopeful = destinations(cluster, namespace, true);
    boolean strict = destinations(cluster, namespace, false);
    if (hopeful != strict) {
      return Verdict.UNKNOWN;
    }
    if (!strict) {
      return Verdict.REFUSED;
    }
    boolean own =
        !project.onlyScopedClusters()
            || scoped.stream()
                .anyMatch(
                    c -> c.name().equals(cluster.name()) || c.server().equals(cluster.server()));
    return own ? Verdict.PERMITTED : Verdict.REFUSED;
  }

  /**
   * @param hopeful how a pattern counts that is held against what is not known
   */
  private boolean destinations(
      DestinationCluster.Known cluster, String namespace, boolean hopeful) {
    boolean any = false;
    for (AppProject.Destination item : project.destinations()) {
      boolean name = side(item.name(), cluster.name(), cluster.complete(), hopeful);
      boolean server = side(item.server(), cluster.server(), cluster.complete(), hopeful);
      boolean place = ProjectPattern.matches(item.namespace(), namespace);
      if ((server || name) && place) {
        any = true;
      } else if (!name && ProjectPattern.isNegated(item.name())
          || !server && ProjectPattern.isNegated(item.server()) && place
          || !place && ProjectPattern.isNegated(item.namespace()) && server) {
        return false;
      }
    }
    return any;
  }

  /** An empty value matches nothing; one that is not known may or may not. */
  private static boolean side(String pattern, String value, boolean complete, boolean hopeful) {
    if (!value.isEmpty()) {
      return ProjectPattern.matches(pattern, value);
    }
    return !complete && !pattern.isEmpty() && (pattern.equals("*") || hopeful);
  }

  /**
   * Whether objects of a kind may be delivered.
   *
   * @param name of the object; only rules for cluster-scoped kinds look at it
   */
  public boolean permitsKind(Gvk gvk, String name, boolean namespaced) {
    if (namespaced) {
      return project.namespaceWhitelist().map(list -> lists(list, gvk, "")).orElse(true)
          && !lists(project.namespaceBlacklist(), gvk, "");
    }
    return lists(project.clusterWhitelist(), gvk, name)
        && !lists(project.clusterBlacklist(), gvk, name);
  }

  private static boolean lists(List<AppProject.Kind> list, Gvk gvk, String name) {
    return list.stream()
        .anyMatch(item ->
            PathMatch.matches(item.kind(), gvk.kind())
                && PathMatch.matches(item.group(), gvk.group())
                && (item.name().isEmpty() || PathMatch.matches(item.name(), name)));
  }

  /**
   * Whether an Application may live in a namespace.
   *
   * @param controlPlane the control plane's own namespace, which always may
   */
  public boolean permitsNamespace(String namespace, String controlPlane) {
    return namespace.isEmpty()
        || namespace.equals(controlPlane)
        || project.sourceNamespaces().stream()
            .anyMatch(pattern -> namespacePattern(pattern).test(namespace));
  }

  /** A pattern of namespaces: gobwas, or a regular expression in slashes; never negated. */
  public static Predicate<String> namespacePattern(String pattern) {
    if (pattern.length() > 1 && pattern.startsWith("/") && pattern.endsWith("/")) {
      try {
        return GoPattern.compile(pattern.substring(1, pattern.length() - 1))::find;
      } catch (GoPattern.InvalidPatternException neverMatches) {
        return namespace -> false;
      }
    }
    return GobwasGlob.compile(pattern)
        .<Predicate<String>>map(glob -> glob::matches)
        .orElse(namespace -> false);
  }
}
