package dev.layerscope.edit;

import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.TreePath;
import dev.layerscope.hierarchy.ResolvedSource;
import dev.layerscope.manifest.Manifest;
import dev.layerscope.render.SourceType;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What belongs to ticked Applications: the files that declare them, with a team's project and
 * rights, and the folders they deliver. A team's own repository is the team's to promote.
 */
final class TickedFiles {
  private final Promotion wish;
  private final Ground from;
  private final PlanDraft draft;
  private final Map<RepoUrl, Set<TreePath>> files = new LinkedHashMap<>();

  TickedFiles(Promotion wish, Ground from, PlanDraft draft) {
    this.wish = wish;
    this.from = from;
    this.draft = draft;
  }

  /** Files and folders by repository. */
  Map<RepoUrl, Set<TreePath>> find() throws RefusedException {
    for (String name : wish.applications()) {
      Declaration declared = Declaration.find(from, name);
      add(declared.repository(), declared.path());
      Optional<Neighbours.Team> team = declared.host().flatMap(host -> team(host, declared));
      if (team.isPresent()) {
        for (Manifest manifest : team.get().manifests()) {
          add(declared.repository(), TreePath.of(manifest.origin().path()));
        }
        draft.note("The repository of team " + team.get().name() + " is the team's to promote.");
      } else {
        for (ResolvedSource source : declared.node().sources()) {
          Optional<TreePath> folder =
              source.declared().path().flatMap(TreePath::clean).filter(p -> !p.isRoot());
          folder.ifPresent(path -> add(new RepoUrl(source.repository()), path));
        }
      }
      if (declared.host().filter(h -> h.source().type() == SourceType.KUSTOMIZE).isPresent()) {
        draft.warn(
            declared.described()
                + " is listed by a kustomization, which is not promoted with it: list it there.");
      }
    }
    return files;
  }

  private static Optional<Neighbours.Team> team(Host host, Declaration declared) {
    return new Neighbours(host)
        .teams().stream().filter(t -> t.name().equals(declared.node().name())).findFirst();
  }

  private void add(RepoUrl url, TreePath path) {
    files.computeIfAbsent(url, unused -> new LinkedHashSet<>()).add(path);
  }
}
