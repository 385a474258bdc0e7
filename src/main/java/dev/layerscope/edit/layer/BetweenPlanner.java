package dev.layerscope.edit.layer;

import dev.layerscope.edit.Base;
import dev.layerscope.edit.BranchChange;
import dev.layerscope.edit.Plan;
import dev.layerscope.edit.RefusedException;
import dev.layerscope.edit.Step;
import dev.layerscope.edit.draft.Declaration;
import dev.layerscope.edit.draft.PlanDraft;
import dev.layerscope.edit.draft.RepositoryChain;
import dev.layerscope.edit.estate.Ground;
import dev.layerscope.edit.estate.Host;
import dev.layerscope.edit.estate.HostSearch;
import dev.layerscope.edit.estate.NameRules;
import dev.layerscope.edit.estate.Neighbours;
import dev.layerscope.edit.estate.OwnFolders;
import dev.layerscope.edit.estate.Taken;
import dev.layerscope.edit.intention.NewLayer;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.TreePath;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.hierarchy.NodeId;
import dev.layerscope.hierarchy.NodeKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Plans a layer between two that stand on each other: the lower one moves to another parent, so
 * there are three steps in each environment, each released by hand.
 */
final class BetweenPlanner {
  private final NewLayer wish;
  private final String upper;
  private final String lower;
  private final PlanDraft draft;

  BetweenPlanner(NewLayer wish, String upper, String lower, PlanDraft draft) {
    this.wish = wish;
    this.upper = upper;
    this.lower = lower;
    this.draft = draft;
  }

  Plan plan(List<Ground> grounds) throws RefusedException {
    RepositoryChain chain = chain(grounds.getFirst());
    String title = "Put layer " + wish.name() + " between " + upper + " and " + lower;
    var steps = new ArrayList<Step>();
    for (Ground ground : grounds) {
      steps.addAll(steps(ground, chain, title));
    }
    draft.note(
        "The lower layer changes its parent: in one step the old parent could delete it, and the"
            + " family with it. Each step is pushed by itself, once the one before is synced.");
    return draft.plan(title, "", steps);
  }

  private RepositoryChain chain(Ground ground) throws RefusedException {
    LayerBelow below = LayerBelow.under(ground, upper(ground), lower, draft);
    RepoUrl url = wish.repository().orElseGet(() -> below.repository().beside(wish.name()));
    NameRules.url(url);
    return RepositoryChain.of(ground, url);
  }

  /** The folder that declares the lower one, where the upper one has several. */
  private Host upper(Ground ground) throws RefusedException {
    return new HostSearch(ground).find(upper, child -> LayerBelow.isMeant(child, lower));
  }

  private List<Step> steps(Ground ground, RepositoryChain chain, String title)
      throws RefusedException {
    Host host = upper(ground);
    LayerBelow below = LayerBelow.under(ground, host, lower, draft);
    Declaration declared = Declaration.of(ground, declaredBy(ground, host, below));
    Relocation move = Relocation.of(declared);
    String folder = LayerPlanner.folder(Optional.of(below));
    var layer = new LayerFiles(wish.name(), chain, below.siblings(), folder);
    var taken = new Taken(ground);
    taken.refuseName(layer.deps(), chain.url().display());
    taken.refuseName(layer.res(), chain.url().display());
    layer.announce(ground, draft);
    draft.reach(ground, host.nodes(), "changes");
    String branch = layer.branchName(ground);
    TreePath home = TreePath.of(folder).child(move.file());

    BranchChange made =
        layer.branch(
            ground, List.of(), List.of(new LayerFiles.Extra(home, move.kept(), "brings " + lower)));
    BranchChange swapped =
        move.leave(
                ground,
                List.of(
                    new LayerFiles.Extra(
                        OwnFolders.place(host, layer.deps()),
                        new Neighbours(host).written(layer.depsApplication(ground).text()),
                        "brings the layer")))
            .creating(creates(host, layer, below));
    var settled = chain.again(branch);
    settled.write(home, move.arrived(), "is as it was before it moved");
    BranchChange last =
        BranchChange.of(
            ground.environment(), chain.url(), branch, new Base.After(branch), settled.changes());
    String where = Relocation.synced(ground, declared.node().name(), host.planes());
    Step swap = new Step(title, move.isKept() ? "" : where, List.of(made, swapped));
    return move.steps(ground, swap, where, last);
  }

  private static List<NodeId> creates(Host host, LayerFiles layer, LayerBelow below) {
    var creates = new ArrayList<NodeId>();
    for (String plane : host.planes()) {
      for (String name : List.of(layer.deps(), layer.res(), below.application())) {
        creates.add(new NodeId(plane, layer.siblings().namespace(), NodeKind.APPLICATION, name));
      }
    }
    return creates;
  }

  /** The lower layer's Application, where the upper one's folder declares it. */
  private List<HierarchyNode> declaredBy(Ground ground, Host host, LayerBelow below)
      throws RefusedException {
    List<HierarchyNode> children =
        host.nodes().stream()
            .flatMap(n -> ground.hierarchy().childrenOf(n.id()).stream())
            .filter(n -> n.kind() == NodeKind.APPLICATION && n.name().equals(below.application()))
            .distinct()
            .toList();
    if (children.isEmpty()) {
      throw new RefusedException(
          upper + " does not stand on " + lower + " in " + ground.environment() + ".",
          "Nothing of " + host.described() + " declares " + below.application() + ".");
    }
    return children;
  }
}
