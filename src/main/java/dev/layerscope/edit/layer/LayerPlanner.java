package dev.layerscope.edit.layer;

import dev.layerscope.edit.Base;
import dev.layerscope.edit.BranchChange;
import dev.layerscope.edit.Plan;
import dev.layerscope.edit.RefusedException;
import dev.layerscope.edit.draft.FileDraft;
import dev.layerscope.edit.draft.KustomizeChain;
import dev.layerscope.edit.draft.PlanDraft;
import dev.layerscope.edit.draft.RepositoryChain;
import dev.layerscope.edit.estate.Ground;
import dev.layerscope.edit.estate.Host;
import dev.layerscope.edit.estate.HostSearch;
import dev.layerscope.edit.estate.NameRules;
import dev.layerscope.edit.estate.Neighbours;
import dev.layerscope.edit.estate.OwnFolders;
import dev.layerscope.edit.estate.Siblings;
import dev.layerscope.edit.estate.Taken;
import dev.layerscope.edit.intention.NewLayer;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.TreePath;
import dev.layerscope.hierarchy.Edge;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.hierarchy.NodeId;
import dev.layerscope.hierarchy.NodeKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Plans a layer: its two Applications in {@code deps}, an empty {@code res}, one branch for each
 * environment, and what the roots that get it need.
 */
public final class LayerPlanner {
  private static final Pattern FOLDER = Pattern.compile("[A-Za-z0-9_-]+");

  private final NewLayer wish;
  private final PlanDraft draft = new PlanDraft();

  private LayerPlanner(NewLayer wish) {
    this.wish = wish;
  }

  public static Plan plan(NewLayer wish, List<Ground> grounds) throws RefusedException {
    NameRules.name(wish.name());
    var planner = new LayerPlanner(wish);
    return switch (wish.place()) {
      case NewLayer.Place.Over(String layer, List<String> wired) ->
          planner.over(Optional.of(layer), wired, grounds);
      case NewLayer.Place.Beside(List<String> wired) ->
          planner.over(Optional.empty(), wired, grounds);
      case NewLayer.Place.Between(String upper, String lower) ->
          new BetweenPlanner(wish, upper, lower, draft(planner)).plan(grounds);
    };
  }

  private static PlanDraft draft(LayerPlanner planner) {
    return planner.draft;
  }

  private Plan over(Optional<String> below, List<String> wired, List<Ground> grounds)
      throws RefusedException {
    var branches = new ArrayList<BranchChange>();
    var wirings = new ArrayList<BranchChange>();
    Optional<RepositoryChain> made = Optional.empty();
    for (Ground ground : grounds) {
      Optional<LayerBelow> lower =
          below.isEmpty()
              ? Optional.empty()
              : Optional.of(LayerBelow.find(ground, below.get(), draft));
      Siblings siblings = lower.isPresent() ? lower.get().siblings() : siblings(ground, wired);
      RepoUrl url = url(ground, lower, wired);
      RepositoryChain chain = made.isPresent() ? made.get() : RepositoryChain.of(ground, url);
      made = Optional.of(chain);
      var layer = new LayerFiles(wish.name(), chain, siblings, folder(lower));
      refuseTaken(ground, chain.url(), layer);
      layer.announce(ground, draft);
      PlanDraft.add(branches, layer.branch(ground, lower.stream().toList()));
      for (String root : wired) {
        PlanDraft.add(wirings, wiring(ground, root, layer, lower));
      }
    }
    branches.addAll(wirings);
    if (wired.isEmpty()) {
      draft.note("No root gets it yet, so no cluster is affected.");
    }
    String title = "Add layer " + wish.name() + below.map(layer -> " over " + layer).orElse("");
    return draft.single(title, "", branches);
  }

  /** As the lower layer calls its own; a place within a larger repository is no such name. */
  static String folder(Optional<LayerBelow> lower) {
    return lower.map(LayerBelow::path).filter(FOLDER.asMatchPredicate()).orElse("deps");
  }

  private Siblings siblings(Ground ground, List<String> wired) throws RefusedException {
    if (wired.isEmpty()) {
      throw new RefusedException(
          "Nothing says where the layer belongs.", "Name a layer it stands on, or a root to wire.");
    }
    return LayerBelow.find(ground, wired.getFirst(), draft).siblings();
  }

  private RepoUrl url(Ground ground, Optional<LayerBelow> lower, List<String> wired)
      throws RefusedException {
    if (wish.repository().isPresent()) {
      NameRules.url(wish.repository().get());
      return wish.repository().get();
    }
    RepoUrl neighbour =
        lower.isPresent()
            ? lower.get().repository()
            : LayerBelow.find(ground, wired.getFirst(), draft).repository();
    return neighbour.beside(wish.name());
  }

  private void refuseTaken(Ground ground, RepoUrl url, LayerFiles layer) throws RefusedException {
    String from = url.display();
    var taken = new Taken(ground);
    taken.refuseName(layer.deps(), from);
    taken.refuseName(layer.res(), from);
    if (ground.hasLayer(wish.name())) {
      throw new RefusedException(
          "There is a root or layer “" + wish.name() + "” already in " + ground.environment() + ".",
          "Choose another name.");
    }
  }

  private BranchChange wiring(
      Ground ground, String root, LayerFiles layer, Optional<LayerBelow> lower)
      throws RefusedException {
    var search = new HostSearch(ground);
    Host host = search.find(root);
    draft.notes(search.notes());
    if (lower.isPresent()) {
      refuseDiamond(ground, root, host, lower.get());
    }
    draft.reach(ground, host.nodes(), "wired on");
    return wired(ground, host, layer, lower.stream().toList(), draft);
  }

  /** The layer's Application in the folder of a root or layer. */
  static BranchChange wired(
      Ground ground, Host host, LayerFiles layer, List<LayerBelow> lower, PlanDraft draft)
      throws RefusedException {
    TreePath path = OwnFolders.place(host, layer.deps());
    var files = new FileDraft(host.described(), Optional.of(host.snapshot()));
    String namespace = ground.controlPlanes().settings(host.planes().getFirst()).namespace();
    String text = new Neighbours(host).written(layer.depsApplication(ground).text());
    files.add(path, text, "brings the layer");
    var changes = new ArrayList<>(files.changes());
    if (host.isKustomized()) {
      changes.addFirst(new KustomizeChain(host).listing(List.of(path)));
    }
    var creates = new ArrayList<NodeId>();
    for (String plane : host.planes()) {
      for (String name : List.of(layer.deps(), layer.res())) {
        creates.add(new NodeId(plane, namespace, NodeKind.APPLICATION, name));
      }
    }
    return BranchChange.of(
            ground.environment(),
            host.repository(),
            host.branch().name(),
            new Base.At(host.branch().commit()),
            changes)
        .creating(creates);
  }

  /** Two parents for one Application would fight over it. */
  private void refuseDiamond(Ground ground, String root, Host host, LayerBelow lower)
      throws RefusedException {
    for (String plane : host.planes()) {
      Optional<HierarchyNode> there =
          ground.hierarchy().nodes().stream()
              .filter(n -> n.kind() == NodeKind.APPLICATION)
              .filter(n -> n.id().controlPlane().equals(plane))
              .filter(n -> n.name().equals(lower.application()))
              .findFirst();
      if (there.isPresent()) {
        Edge declared = ground.hierarchy().declarationsOf(there.get().id()).getFirst();
        throw new RefusedException(
            lower.application()
                + " is in "
                + plane
                + " already: "
                + declared.from().map(NodeId::name).orElse(root)
                + " declares it in "
                + Taken.place(there.get().manifest())
                + ". "
                + wish.name()
                + ":"
                + lower.path()
                + "/"
                + lower.application()
                + ".yaml:1 would declare it a second time, and the two parents would fight.",
            "Put the layer between "
                + declared
                    .from()
                    .map(from -> ground.hierarchy().get(from).layer())
                    .filter(layer -> !layer.isEmpty())
                    .orElse(root)
                + " and "
                + lower.layer()
                + ", or wire it without a base.");
      }
    }
  }
}
