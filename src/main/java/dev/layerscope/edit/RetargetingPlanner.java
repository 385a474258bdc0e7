package dev.layerscope.edit;

import dev.layerscope.git.Clone;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.Resolution;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.hierarchy.ResolvedSource;
import dev.layerscope.yaml.Scalar;
import dev.layerscope.yaml.YamlPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Plans that an Application reads another revision or path: one line of one file. */
final class RetargetingPlanner {
  private RetargetingPlanner() {}

  static Plan plan(Retargeting wish, List<Ground> grounds) throws RefusedException {
    if (wish.revision().isEmpty() && wish.path().isEmpty()) {
      throw new RefusedException("Nothing would change.", "Give a revision or a path.");
    }
    var draft = new PlanDraft();
    var branches = new ArrayList<BranchChange>();
    String what =
        wish.revision().map(r -> "at " + r).orElse("")
            + wish.path().map(p -> " from " + p).orElse("");
    for (Ground ground : grounds) {
      Declaration declared = Declaration.find(ground, wish.application());
      refuseUnresolved(ground, declared.node(), wish);
      YamlPath source = source(declared);
      String text = declared.text();
      if (wish.revision().isPresent()) {
        text =
            Yaml.set(
                text,
                source.down("targetRevision"),
                Scalar.of(wish.revision().get()),
                declared.described());
      }
      if (wish.path().isPresent()) {
        text =
            Yaml.set(text, source.down("path"), Scalar.of(wish.path().get()), declared.described());
      }
      PlanDraft.add(branches, change(ground, declared, text, "reads " + what.strip()));
      draft.reach(ground, declared.nodes(), "changes on");
    }
    return draft.single("Read " + wish.application() + " " + what.strip(), "", branches);
  }

  static BranchChange change(Ground ground, Declaration declared, String text, String reason)
      throws RefusedException {
    var files = new FileDraft(declared.described(), Optional.of(declared.snapshot()));
    files.change(declared.path(), text, reason);
    if (files.changes().isEmpty()) {
      throw new RefusedException(
          declared.described() + " says so already in " + ground.environment() + ".", "");
    }
    return BranchChange.of(
        ground.environment(),
        declared.repository(),
        declared.branch().name(),
        new Base.At(declared.branch().commit()),
        files.changes());
  }

  /** The one source that can be meant. */
  static YamlPath source(Declaration declared) throws RefusedException {
    YamlPath spec = YamlPath.root(declared.document()).down("spec");
    if (declared.node().sources().size() != 1) {
      throw new RefusedException(
          declared.node().name() + " has several sources.", "Change the one meant by hand.");
    }
    boolean several =
        Yaml.roots(declared.text())
            .get(declared.document())
            .flatMap(r -> r.at("spec", "sources"))
            .isPresent();
    return several ? spec.down("sources").item(0) : spec.down("source");
  }

  private static void refuseUnresolved(Ground ground, HierarchyNode node, Retargeting wish)
      throws RefusedException {
    for (ResolvedSource source : node.sources()) {
      Optional<Clone> clone = ground.cloneOf(new RepoUrl(source.repository()));
      if (clone.isPresent()
          && wish.revision().isPresent()
          && clone.get().resolve(wish.revision()) instanceof Resolution.Unresolved(String reason)) {
        throw new RefusedException(reason + " in " + clone.get().url().display() + ".", "");
      }
    }
  }
}
