package dev.layerscope.operation.discovery;

import dev.layerscope.argocd.Application;
import dev.layerscope.argocd.Source;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.hierarchy.Hierarchy;
import dev.layerscope.hierarchy.HierarchyNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * A repository that something in the hierarchy names.
 *
 * @param by the Application; empty when it is named in some file, as the base of a kustomization is
 * @param in the repository the Application is declared in; empty for a file of this machine
 * @param onThisMachine whether what names it lies on this machine, so that it may name another
 *     repository there
 */
record Named(RepoUrl url, String by, Optional<RepoUrl> in, boolean onThisMachine) {
  /** The one everything begins with. */
  static Named first(RepoUrl url) {
    return new Named(url, "", Optional.empty(), true);
  }

  /**
   * Every git repository a hierarchy names; charts come from elsewhere.
   *
   * @param missed addresses that were asked for while it was resolved
   */
  static List<Named> in(Hierarchy hierarchy, List<RepoUrl> missed) {
    var named = new ArrayList<Named>();
    var charts = new HashSet<RepoUrl>();
    for (HierarchyNode node : hierarchy.nodes()) {
      for (Source source : node.application().map(Application::sources).orElse(List.of())) {
        if (source.chart().isPresent()) {
          charts.add(source.repoURL());
        } else if (!source.repoURL().text().isBlank()) {
          named.add(new Named(source.repoURL(), node.name(), declaredIn(node), isLocal(node)));
        }
      }
    }
    for (RepoUrl url : missed) {
      boolean known = charts.contains(url) || named.stream().anyMatch(n -> n.url().equals(url));
      if (!known && !url.text().isBlank()) {
        named.add(new Named(url, "", Optional.empty(), false));
      }
    }
    return named;
  }

  private static Optional<RepoUrl> declaredIn(HierarchyNode node) {
    return Optional.of(node.manifest().origin().repoUrl())
        .filter(url -> !url.isEmpty())
        .map(RepoUrl::new);
  }

  private static boolean isLocal(HierarchyNode node) {
    return declaredIn(node).map(Start::isLocal).orElse(true);
  }
}
