package dev.layerscope.edit.application;

import dev.layerscope.edit.Base;
import dev.layerscope.edit.BranchChange;
import dev.layerscope.edit.FileChange;
import dev.layerscope.edit.Plan;
import dev.layerscope.edit.RefusedException;
import dev.layerscope.edit.Step;
import dev.layerscope.edit.draft.Declaration;
import dev.layerscope.edit.draft.FileDraft;
import dev.layerscope.edit.draft.KustomizeChain;
import dev.layerscope.edit.draft.PlanDraft;
import dev.layerscope.edit.draft.Withdrawal;
import dev.layerscope.edit.estate.Ground;
import dev.layerscope.edit.estate.Host;
import dev.layerscope.edit.estate.NameRules;
import dev.layerscope.edit.estate.Taken;
import dev.layerscope.edit.intention.Renaming;
import dev.layerscope.edit.layer.Relocation;
import dev.layerscope.edit.text.TemplateText;
import dev.layerscope.edit.text.Yaml;
import dev.layerscope.git.TreePath;
import dev.layerscope.yaml.Scalar;
import dev.layerscope.yaml.YamlPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Plans another name for an Application. To Argo CD one Application goes and another comes; what is
 * delivered is only handed over when the old one lets go of it.
 */
public final class RenamingPlanner {
  private final Renaming wish;
  private final PlanDraft draft = new PlanDraft();

  private RenamingPlanner(Renaming wish) {
    this.wish = wish;
  }

  public static Plan plan(Renaming wish, List<Ground> grounds) throws RefusedException {
    NameRules.name(wish.name());
    var planner = new RenamingPlanner(wish);
    var steps = new ArrayList<Step>();
    for (Ground ground : grounds) {
      steps.addAll(planner.steps(ground));
    }
    planner.draft.warn(
        "A new name is a new Application: Argo CD deletes "
            + wish.application()
            + " and creates "
            + wish.name()
            + ", which takes over what is running. Its history in Argo CD begins anew.");
    return planner.draft.plan("Rename " + wish.application() + " to " + wish.name(), "", steps);
  }

  private List<Step> steps(Ground ground) throws RefusedException {
    Declaration declared = Declaration.find(ground, wish.application());
    new Taken(ground).refuseName(wish.name(), declared.described());
    if (declared.template()) {
      return List.of(inTemplate(ground, declared));
    }
    String where = declared.described();
    String released = Yaml.withoutCascade(declared.text(), declared.document(), where);
    var files = new FileDraft(where, Optional.of(declared.snapshot()));
    var steps = new ArrayList<Step>();
    Base base = new Base.At(declared.branch().commit());
    if (!released.equals(declared.text())) {
      files.change(declared.path(), released, "deleting it will leave what it delivers");
      steps.add(
          Step.of(
              "Let " + declared.node().name() + " leave what it delivers",
              List.of(branch(ground, declared, base, files.changes()))));
      files = files.next();
      base = new Base.After(declared.branch().name());
    }
    YamlPath name = YamlPath.root(declared.document()).down("metadata", "name");
    String renamed = Yaml.set(declared.text(), name, Scalar.of(wish.name()), where);
    List<FileChange> changes = rename(declared, files, renamed);
    String release =
        steps.isEmpty()
            ? ""
            : Relocation.synced(
                ground,
                declared.node().name(),
                declared.nodes().stream().map(n -> n.id().controlPlane()).distinct().toList());
    steps.add(
        new Step(
            "Rename " + declared.node().name() + " to " + wish.name(),
            release,
            List.of(branch(ground, declared, base, changes))));
    draft.reach(ground, declared.nodes(), "renames on");
    return steps;
  }

  private Step inTemplate(Ground ground, Declaration declared) throws RefusedException {
    String old = declared.node().name();
    if (declared.node().application().filter(Yaml::cascades).isPresent()) {
      throw new RefusedException(
          old + " has a finalizer that deletes what it delivers, and is written as a template.",
          "Take the finalizer out of " + declared.described() + " first.");
    }
    var files = new FileDraft(declared.described(), Optional.of(declared.snapshot()));
    files.change(
        declared.path(),
        TemplateText.set(declared.text(), "name", old, wish.name(), declared.described()),
        "has the new name");
    draft.reach(ground, declared.nodes(), "renames on");
    Base base = new Base.At(declared.branch().commit());
    return Step.of(
        "Rename " + old + " to " + wish.name(),
        List.of(branch(ground, declared, base, files.changes())));
  }

  /** The file is renamed, too, when it carries the old name and nothing else. */
  private List<FileChange> rename(Declaration declared, FileDraft files, String text)
      throws RefusedException {
    String old = declared.node().name();
    boolean named =
        declared.alone()
            && declared.path().name().equals(old + ".yaml")
            && declared.host().isPresent();
    if (!named) {
      files.change(declared.path(), text, "has the new name");
      return files.changes();
    }
    TreePath path = declared.path().parent().child(wish.name() + ".yaml");
    Host host = declared.host().get();
    if (host.isKustomized()) {
      new KustomizeChain(host).list(files, List.of(path));
    }
    Withdrawal withdrawal = new Withdrawal(host, files);
    withdrawal.unlist(declared.path());
    files.add(path, text, "has the new name");
    files.remove(declared.path(), "had the old name");
    return files.changes();
  }

  private static BranchChange branch(
      Ground ground, Declaration declared, Base base, List<FileChange> files) {
    return BranchChange.of(
        ground.environment(), declared.repository(), declared.branch().name(), base, files);
  }
}
