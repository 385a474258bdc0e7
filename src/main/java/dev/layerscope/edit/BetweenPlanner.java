package dev.layerscope.edit;

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
    LayerBelow below = LayerBelow.find(ground, lower, draft);
    RepoUrl url =
        wish.repository().orElseGet(() -> LayerPlanner.beside(below.repository(), wish.name()));
    NameRules.url(url);
    return RepositoryChain.of(ground, url);
  }

  private List<Step> steps(Ground ground, RepositoryChain chain, String title)
      throws RefusedException {
    LayerBelow below = LayerBelow.find(ground, lower, draft);
    Host host = new HostSearch(ground).find(upper);
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

    BranchChange keep = move.keep(ground);
    BranchChange made =
        layer.branch(
            ground, List.of(), List.of(new LayerFiles.Extra(home, move.kept(), "brings " + lower)));
    BranchChange swapped =
        move.leave(
                ground,
                List.of(
                    new LayerFiles.Extra(
                        host.folder().child(layer.deps() + ".yaml"),
                        new Neighbours(host).written(layer.depsApplication(ground).text()),
                        "brings the layer")))
            .creating(creates(host, layer, below));
    var settled = chain.again(branch);
    settled.write(home, move.arrived(), "is as it was before it moved");
    BranchChange last =
        BranchChange.of(
            ground.environment(), chain.url(), branch, new Base.After(branch), settled.changes());
    String where = Relocation.synced(ground, declared.node().name(), host.planes());
    return List.of(
        new Step("Keep " + declared.node().name() + " while it moves", "", List.of(keep)),
        new Step(title, where, List.of(made, swapped)),
        new Step("Let " + declared.node().name() + " go again", where, List.of(last)));
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
