package dev.layerscope.edit.layer;

import dev.layerscope.edit.Additions;
import dev.layerscope.edit.BranchChange;
import dev.layerscope.edit.FileChange;
import dev.layerscope.edit.Plan;
import dev.layerscope.edit.RefusedException;
import dev.layerscope.edit.draft.PlanDraft;
import dev.layerscope.edit.draft.RepositoryChain;
import dev.layerscope.edit.estate.Ground;
import dev.layerscope.edit.estate.NameRules;
import dev.layerscope.edit.estate.Siblings;
import dev.layerscope.edit.intention.NewCluster;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.TreePath;
import dev.layerscope.hierarchy.NodeId;
import dev.layerscope.hierarchy.NodeKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Plans a cluster's root: one branch of one repository, a root of the workspace, and the one
 * manifest that bootstraps the cluster.
 */
public final class ClusterPlanner {
  private final NewCluster wish;
  private final Ground ground;
  private final PlanDraft draft = new PlanDraft();

  private ClusterPlanner(NewCluster wish, Ground ground) {
    this.wish = wish;
    this.ground = ground;
  }

  public static Plan plan(NewCluster wish, Ground ground) throws RefusedException {
    NameRules.name(wish.name());
    return new ClusterPlanner(wish, ground).plan();
  }

  private Plan plan() throws RefusedException {
    if (wish.over().isEmpty()) {
      throw new RefusedException("A cluster stands on a layer at least.", "Name one.");
    }
    if (ground.hierarchy().root(wish.name()).isPresent()) {
      throw new RefusedException(
          "There is a root “" + wish.name() + "” already.", "Choose another name.");
    }
    var below = new ArrayList<LayerBelow>();
    for (String layer : wish.over()) {
      below.add(LayerBelow.find(ground, layer, draft));
    }
    refuseDiamond(below);
    Siblings siblings = below.getFirst().siblings();
    RepositoryChain chain = RepositoryChain.of(ground, url(below.getFirst()));
    var files =
        new LayerFiles(
            wish.name(), chain, siblings, LayerPlanner.folder(Optional.of(below.getFirst())));
    files.announce(ground, draft);
    String branch = files.branchName(ground);
    TreePath bootstrap = TreePath.of("bootstrap").child(files.deps() + ".yaml");
    String manifest = files.depsApplication(ground).text();
    BranchChange change =
        files
            .branch(
                ground,
                below,
                List.of(new LayerFiles.Extra(bootstrap, manifest, "bootstraps the cluster")))
            .creating(creates(files, below));
    draft.root(
        new Additions.NewRoot(
            wish.name(), chain.url(), branch, bootstrap, List.of(ground.environment())));
    draft.apply(
        FileChange.added(bootstrap, manifest, "the one manifest to apply on the new cluster"));
    draft.note(
        "To bootstrap the cluster, once its repository is pushed: kubectl apply -f " + bootstrap);
    return draft.single(
        "Add cluster " + wish.name() + " over " + String.join(", ", wish.over()),
        "",
        List.of(change));
  }

  private RepoUrl url(LayerBelow below) throws RefusedException {
    if (wish.repository().isPresent()) {
      NameRules.url(wish.repository().get());
      return wish.repository().get();
    }
    RepoUrl neighbour =
        ground.hierarchy().roots().stream()
            .filter(root ->
                root.root().bootstrap() instanceof dev.layerscope.hierarchy.Root.Bootstrap.InGit)
            .map(root ->
                ((dev.layerscope.hierarchy.Root.Bootstrap.InGit) root.root().bootstrap()).repoURL())
            .findFirst()
            .orElse(below.repository());
    return neighbour.beside(wish.name());
  }

  private List<NodeId> creates(LayerFiles files, List<LayerBelow> below) {
    var names = new ArrayList<>(List.of(files.deps(), files.res()));
    below.forEach(lower -> names.add(lower.application()));
    return names.stream()
        .map(name ->
            new NodeId(wish.name(), files.siblings().namespace(), NodeKind.APPLICATION, name))
        .toList();
  }

  /** Two layers that bring the same Application would both declare it. */
  private static void refuseDiamond(List<LayerBelow> below) throws RefusedException {
    for (int i = 0; i < below.size(); i++) {
      for (int j = i + 1; j < below.size(); j++) {
        Set<String> both = new TreeSet<>(below.get(i).brings());
        both.retainAll(below.get(j).brings());
        if (!both.isEmpty()) {
          throw new RefusedException(
              below.get(i).layer()
                  + " and "
                  + below.get(j).layer()
                  + " both bring "
                  + String.join(", ", both)
                  + ": two parents would fight over one Application.",
              "Choose one of them, or put one over the other.");
        }
      }
    }
  }
}
