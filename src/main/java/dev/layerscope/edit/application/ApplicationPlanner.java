package dev.layerscope.edit.application;

import dev.layerscope.argocd.Application;
import dev.layerscope.edit.Base;
import dev.layerscope.edit.BranchChange;
import dev.layerscope.edit.Plan;
import dev.layerscope.edit.RefusedException;
import dev.layerscope.edit.draft.FileDraft;
import dev.layerscope.edit.draft.KustomizeChain;
import dev.layerscope.edit.draft.PlanDraft;
import dev.layerscope.edit.estate.Ground;
import dev.layerscope.edit.estate.Host;
import dev.layerscope.edit.estate.HostSearch;
import dev.layerscope.edit.estate.NameRules;
import dev.layerscope.edit.estate.Neighbours;
import dev.layerscope.edit.estate.OwnFolders;
import dev.layerscope.edit.estate.Siblings;
import dev.layerscope.edit.estate.Taken;
import dev.layerscope.edit.intention.NewApplication;
import dev.layerscope.edit.layer.LayerApplication;
import dev.layerscope.edit.team.TeamSource;
import dev.layerscope.git.Clone;
import dev.layerscope.git.Resolution;
import dev.layerscope.git.Revision;
import dev.layerscope.git.TreeEntry;
import dev.layerscope.git.TreePath;
import dev.layerscope.hierarchy.NodeId;
import dev.layerscope.hierarchy.NodeKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plans one Application more: one file where its siblings are, of the platform's project. */
public final class ApplicationPlanner {
  private final NewApplication wish;
  private final PlanDraft draft = new PlanDraft();

  private ApplicationPlanner(NewApplication wish) {
    this.wish = wish;
  }

  public static Plan plan(NewApplication wish, List<Ground> grounds) throws RefusedException {
    NameRules.name(wish.name());
    NameRules.url(wish.repository());
    if (wish.namespace().isPresent()) {
      NameRules.destination(wish.namespace().get());
    }
    var planner = new ApplicationPlanner(wish);
    var branches = new ArrayList<BranchChange>();
    for (Ground ground : grounds) {
      PlanDraft.add(branches, planner.planIn(ground));
    }
    return planner.draft.single(
        "Add Application " + wish.name() + " in " + wish.in(), "", branches);
  }

  private BranchChange planIn(Ground ground) throws RefusedException {
    var search = new HostSearch(ground);
    Host host = search.find(wish.in());
    draft.notes(search.notes());
    new Taken(ground).refuseName(wish.name(), host);
    var neighbours = new Neighbours(host);
    Application model = neighbours.model();
    String namespace = ground.controlPlanes().settings(host.planes().getFirst()).namespace();
    Siblings siblings = Siblings.of(model, neighbours.controlPlane().orElse(namespace));
    TeamSource source = source(ground);
    refuseMissingPath(ground, source);
    var application =
        new LayerApplication(
            wish.name(),
            source.url(),
            wish.path(),
            wish.revision().orElse(source.revision()),
            wish.namespace(),
            false,
            siblings,
            Map.of());
    TreePath path = OwnFolders.place(host, wish.name());
    var files = new FileDraft(host.described(), Optional.of(host.snapshot()));
    files.add(
        path,
        neighbours.written(application.text()),
        "delivers " + wish.path() + " of " + source.url().shortName());
    var changes = new ArrayList<>(files.changes());
    if (host.isKustomized()) {
      changes.addFirst(new KustomizeChain(host).listing(List.of(path)));
    }
    draft.reach(ground, host.nodes(), "delivers on");
    List<NodeId> creates =
        host.planes().stream()
            .map(p -> new NodeId(p, siblings.namespace(), NodeKind.APPLICATION, wish.name()))
            .toList();
    return BranchChange.of(
            ground.environment(),
            host.repository(),
            host.branch().name(),
            new Base.At(host.branch().commit()),
            changes)
        .creating(creates);
  }

  /** A pinned revision needs no branch of the environment. */
  private TeamSource source(Ground ground) throws RefusedException {
    if (wish.revision().isEmpty()) {
      TeamSource source = TeamSource.of(ground, wish.repository());
      draft.notes(source.notes());
      draft.warnings(source.warnings());
      return source;
    }
    Optional<Clone> clone = ground.cloneOf(wish.repository());
    return new TeamSource(
        clone.map(Clone::url).orElse(wish.repository()),
        wish.revision().get(),
        false,
        List.of(),
        List.of());
  }

  private void refuseMissingPath(Ground ground, TeamSource source) throws RefusedException {
    Optional<Clone> clone = ground.cloneOf(source.url());
    Optional<TreePath> path = TreePath.clean(wish.path());
    if (path.isEmpty()) {
      throw new RefusedException("The path “" + wish.path() + "” leaves the repository.", "");
    }
    if (clone.isEmpty()) {
      draft.warn(
          source.url().display()
              + " is not at hand: nobody checked that it has "
              + wish.path()
              + ".");
      return;
    }
    Optional<Revision> revision =
        switch (clone.get().resolve(Optional.of(source.revision()))) {
          case Resolution.Resolved(Revision found) -> Optional.of(found);
          case Resolution.Ambiguous(Revision found, Revision tag) -> Optional.of(found);
          case Resolution.Unresolved unresolved -> Optional.empty();
        };
    boolean there =
        revision
            .flatMap(r -> clone.get().snapshot(r.commit()))
            .flatMap(s -> s.find(path.get()))
            .filter(TreeEntry::isDirectory)
            .isPresent();
    if (!there) {
      throw new RefusedException(
          revision.isEmpty()
              ? source.url().display() + " has no revision " + source.revision() + "."
              : source.url().display()
                  + " has no folder "
                  + path.get()
                  + " at "
                  + source.revision()
                  + ".",
          "");
    }
  }
}
