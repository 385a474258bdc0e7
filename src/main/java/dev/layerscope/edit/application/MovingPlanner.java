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
import dev.layerscope.edit.estate.Ground;
import dev.layerscope.edit.estate.Host;
import dev.layerscope.edit.estate.HostSearch;
import dev.layerscope.edit.estate.Neighbours;
import dev.layerscope.edit.estate.OwnFolders;
import dev.layerscope.edit.intention.Moving;
import dev.layerscope.edit.layer.Relocation;
import dev.layerscope.git.TreePath;
import dev.layerscope.hierarchy.HierarchyNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Plans that another root or layer declares an Application: kept, moved, let go of. */
public final class MovingPlanner {
  private final Moving wish;
  private final PlanDraft draft = new PlanDraft();

  private MovingPlanner(Moving wish) {
    this.wish = wish;
  }

  public static Plan plan(Moving wish, List<Ground> grounds) throws RefusedException {
    var planner = new MovingPlanner(wish);
    var steps = new ArrayList<Step>();
    for (Ground ground : grounds) {
      steps.addAll(planner.steps(ground));
    }
    planner.draft.warn(
        "In one step the old parent could delete "
            + wish.application()
            + " before the new one has it. Each step is pushed by itself, once the one before is"
            + " synced.");
    return planner.draft.plan("Move " + wish.application() + " to " + wish.to(), "", steps);
  }

  private List<Step> steps(Ground ground) throws RefusedException {
    Declaration declared = Declaration.find(ground, wish.application());
    Relocation move = Relocation.of(declared);
    var search = new HostSearch(ground);
    Host to = search.find(wish.to());
    draft.notes(search.notes());
    Host from =
        declared
            .host()
            .orElseThrow(() ->
                new RefusedException(
                    declared.node().name() + " is a root's own Application.",
                    "A root is not moved."));
    if (from.folder().equals(to.folder()) && from.repository().equals(to.repository())) {
      throw new RefusedException(
          declared.node().name() + " is declared in " + to.described() + " already.", "");
    }
    sayReach(ground, declared, to);
    TreePath home =
        OwnFolders.file(to, new Neighbours(to), declared.node().name())
            .orElse(to.folder().child(move.file()));
    boolean shared =
        to.repository().equals(declared.repository())
            && to.branch().name().equals(declared.branch().name());
    var arriving = new FileDraft(to.described(), Optional.of(to.snapshot()));
    arriving.add(home, move.kept(), "declares it here");
    var arrived = new ArrayList<>(arriving.changes());
    if (to.isKustomized()) {
      arrived.addFirst(new KustomizeChain(to).listing(List.of(home)));
    }
    BranchChange leave = move.leave(ground, List.of());
    var moved = new ArrayList<BranchChange>();
    if (shared) {
      var both = new ArrayList<>(leave.files());
      both.addAll(arrived);
      moved.add(branch(ground, to, move.leaving(), both));
    } else {
      moved.add(branch(ground, to, new Base.At(to.branch().commit()), arrived));
      moved.add(leave);
    }
    FileDraft settled = arriving.next();
    settled.write(home, move.arrived(), "is as it was before it moved");
    BranchChange last = branch(ground, to, new Base.After(to.branch().name()), settled.changes());
    String where = Relocation.synced(ground, declared.node().name(), from.planes());
    String title = "Move " + declared.node().name() + " to " + wish.to();
    return move.steps(ground, new Step(title, move.isKept() ? "" : where, moved), where, last);
  }

  private static BranchChange branch(Ground ground, Host host, Base base, List<FileChange> files) {
    return BranchChange.of(
        ground.environment(), host.repository(), host.branch().name(), base, files);
  }

  /** A layer reaches other clusters than a root. */
  private void sayReach(Ground ground, Declaration declared, Host to) {
    List<String> before = planes(declared.nodes());
    var gone = new ArrayList<>(before);
    gone.removeAll(to.planes());
    var fresh = new ArrayList<>(to.planes());
    fresh.removeAll(before);
    if (!gone.isEmpty()) {
      draft.warn(ground.environment() + ": it will be gone from " + String.join(", ", gone) + ".");
    }
    if (!fresh.isEmpty()) {
      draft.warn(ground.environment() + ": it will be new on " + String.join(", ", fresh) + ".");
    }
    draft.reach(ground, to.nodes(), "declared on");
  }

  private static List<String> planes(List<HierarchyNode> nodes) {
    return nodes.stream().map(n -> n.id().controlPlane()).distinct().toList();
  }
}
