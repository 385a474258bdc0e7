package dev.layerscope.edit;

import dev.layerscope.git.TreePath;
import dev.layerscope.hierarchy.HierarchyNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Plans that another root or layer declares an Application: kept, moved, let go of. */
final class MovingPlanner {
  private final Moving wish;
  private final PlanDraft draft = new PlanDraft();

  private MovingPlanner(Moving wish) {
    this.wish = wish;
  }

  static Plan plan(Moving wish, List<Ground> grounds) throws RefusedException {
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
    TreePath home = to.folder().child(move.file());
    boolean shared =
        to.repository().equals(declared.repository())
            && to.branch().name().equals(declared.branch().name());
    Step keep =
        Step.of("Keep " + declared.node().name() + " while it moves", List.of(move.keep(ground)));
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
      moved.add(branch(ground, to, new Base.After(to.branch().name()), both));
    } else {
      moved.add(branch(ground, to, new Base.At(to.branch().commit()), arrived));
      moved.add(leave);
    }
    FileDraft settled = arriving.next();
    settled.write(home, move.arrived(), "is as it was before it moved");
    BranchChange last = branch(ground, to, new Base.After(to.branch().name()), settled.changes());
    String where = Relocation.synced(ground, declared.node().name(), from.planes());
    return List.of(
        keep,
        new Step("Move " + declared.node().name() + " to " + wish.to(), where, moved),
        new Step("Let " + declared.node().name() + " go again", where, List.of(last)));
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
