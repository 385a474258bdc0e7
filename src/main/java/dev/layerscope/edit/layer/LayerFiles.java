package dev.layerscope.edit.layer;

import dev.layerscope.edit.Additions;
import dev.layerscope.edit.BranchChange;
import dev.layerscope.edit.RefusedException;
import dev.layerscope.edit.draft.FileDraft;
import dev.layerscope.edit.draft.PlanDraft;
import dev.layerscope.edit.draft.RepositoryChain;
import dev.layerscope.edit.estate.Ground;
import dev.layerscope.edit.estate.Siblings;
import dev.layerscope.git.TreePath;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The files of a layer or of a cluster's root: its own {@code -res}, the {@code -deps} of what it
 * stands on, an empty {@code res}.
 *
 * @param folder of the Applications, as the neighbours call theirs
 */
record LayerFiles(String name, RepositoryChain chain, Siblings siblings, String folder) {
  private static final String RES = "res";

  String deps() {
    return name + "-deps";
  }

  String res() {
    return name + "-res";
  }

  /** The branch that carries the environment in the layer's repository. */
  String branchName(Ground ground) throws RefusedException {
    return ground
        .branchOf(chain.url())
        .orElseThrow(() ->
            new RefusedException(
                chain.url().display()
                    + " takes no part in "
                    + ground.environment()
                    + ", the workspace says.",
                ""));
  }

  /** The Application that brings the layer. */
  LayerApplication depsApplication(Ground ground) throws RefusedException {
    return application(deps(), folder, branchName(ground));
  }

  private LayerApplication application(String called, String path, String revision) {
    return new LayerApplication(
        called, chain.url(), path, revision, Optional.empty(), true, siblings, Map.of());
  }

  /** The workspace gets the repository when it does not know it yet. */
  void announce(Ground ground, PlanDraft draft) throws RefusedException {
    if (RepositoryChain.unknown(ground, chain.url())) {
      draft.repository(
          new Additions.NewRepository(
              chain.url(), Optional.of(branchName(ground)), Optional.empty()));
    }
  }

  /** The environment's branch with everything in it. */
  BranchChange branch(Ground ground, List<LayerBelow> below) throws RefusedException {
    return branch(ground, below, List.of());
  }

  /** A file more. */
  record Extra(TreePath path, String text, String reason) {}

  BranchChange branch(Ground ground, List<LayerBelow> below, List<Extra> extras)
      throws RefusedException {
    String branch = branchName(ground);
    FileDraft files = chain.draft(ground, branch);
    for (Extra extra : extras) {
      write(files, extra.path(), extra.text(), extra.reason());
    }
    if (files.find(TreePath.of(RES)).isEmpty()) {
      files.write(TreePath.of(RES).child(".gitkeep"), "", "keeps the folder while it is empty");
    }
    TreePath in = TreePath.clean(folder).orElse(TreePath.of("deps"));
    write(
        files,
        in.child(res() + ".yaml"),
        application(res(), RES, branch).text(),
        "delivers the layer's own resources");
    for (LayerBelow lower : below) {
      var application =
          new LayerApplication(
              lower.application(),
              lower.repository(),
              lower.path(),
              lower.revision(),
              Optional.empty(),
              true,
              siblings,
              lower.options());
      write(
          files,
          in.child(lower.application() + ".yaml"),
          application.text(),
          "brings " + lower.layer());
    }
    return BranchChange.of(
        ground.environment(), chain.url(), branch, chain.base(branch), files.changes());
  }

  private void write(FileDraft files, TreePath path, String text, String reason)
      throws RefusedException {
    if (chain.fresh()) {
      files.write(path, text, reason);
    } else {
      files.add(path, text, reason);
    }
  }
}
