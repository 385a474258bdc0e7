package dev.layerscope.operation.plan;

import dev.layerscope.edit.BranchChange;
import dev.layerscope.edit.DeliveryCheck;
import dev.layerscope.edit.Plan;
import dev.layerscope.edit.PlannedEdit;
import dev.layerscope.edit.Preview;
import dev.layerscope.edit.Proposal;
import dev.layerscope.edit.Step;
import dev.layerscope.edit.estate.Ground;
import dev.layerscope.edit.intention.Fix;
import dev.layerscope.edit.intention.Intention;
import dev.layerscope.edit.intention.Moving;
import dev.layerscope.edit.intention.NewLayer;
import dev.layerscope.edit.intention.Promotion;
import dev.layerscope.edit.intention.Release;
import dev.layerscope.edit.intention.Removal;
import dev.layerscope.edit.intention.Renaming;
import dev.layerscope.edit.intention.Retargeting;
import dev.layerscope.edit.planning.Planner;
import dev.layerscope.git.GitException;
import dev.layerscope.git.commit.PlannedCommit;
import dev.layerscope.hierarchy.Hierarchy;
import dev.layerscope.operation.Selection;
import dev.layerscope.operation.open.Opened;
import dev.layerscope.operation.resolve.Resolve;
import dev.layerscope.work.Progress;
import dev.layerscope.workspace.EnvironmentRevisions;
import dev.layerscope.workspace.Workspace;
import dev.layerscope.workspace.WorkspaceException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Plans what somebody wants and looks at what would become of the estate. Nothing is written: the
 * new commits are laid over the clones, and the same pipeline reads them.
 */
public final class PlanEdit {
  private final Opened opened;
  private final Intention intention;
  private final Progress progress;

  private PlanEdit(Opened opened, Intention intention, Progress progress) {
    this.opened = opened;
    this.intention = intention;
    this.progress = progress;
  }

  /** What came of the wish. */
  public sealed interface Answer {
    /** It can be done; this is what it would do. */
    record Planned(PlannedEdit edit) implements Answer {}

    /**
     * It cannot, or would do harm.
     *
     * @param reason a sentence with the names and places of this case
     * @param hint what to do instead; empty when there is nothing to say
     */
    record Refused(String reason, String hint) implements Answer {}
  }

  /**
   * Plans and previews.
   *
   * @param intention without environments: what is usual, as a rule the first of the workspace, the
   *     others follow by promotion
   * @throws GitException when a repository cannot be read
   */
  public static Answer plan(Opened opened, Intention intention, Progress progress)
      throws GitException {
    return new PlanEdit(opened, intention, progress).plan();
  }

  private Answer plan() throws GitException {
    Workspace workspace = opened.workspace();
    List<String> known =
        workspace.environments().stream().map(Workspace.Environment::name).toList();
    if (known.isEmpty()) {
      return new Answer.Refused(
          "The workspace has no environments, so no branch to write to.",
          "Add environments to " + workspace.file().getFileName() + ".");
    }
    for (String environment : asked()) {
      if (!known.contains(environment)) {
        return new Answer.Refused(
            "There is no environment “" + environment + "” in the workspace.",
            "There are: " + String.join(", ", known) + ".");
      }
    }
    var grounds = new ArrayList<Ground>();
    for (String environment : wanted(known)) {
      grounds.add(ground(environment));
    }
    return switch (Planner.plan(intention, grounds)) {
      case Proposal.Refused(String reason, String hint) -> new Answer.Refused(reason, hint);
      case Proposal.Agreed(Plan plan) -> preview(plan, previewed(grounds));
    };
  }

  private List<String> asked() {
    return intention instanceof Promotion promotion
        ? List.of(promotion.from(), promotion.to())
        : intention.environments();
  }

  /** In promotion order; a promotion's two in its own. */
  private List<String> wanted(List<String> known) {
    if (intention instanceof Promotion) {
      return asked();
    }
    if (asked().isEmpty()) {
      return intention.usuallyEverywhere() ? known : known.subList(0, 1);
    }
    return known.stream().filter(asked()::contains).toList();
  }

  private List<Ground> previewed(List<Ground> grounds) {
    return intention instanceof Promotion ? grounds.subList(1, 2) : grounds;
  }

  private Ground ground(String environment) {
    Workspace workspace = opened.workspace();
    Hierarchy hierarchy = Resolve.kept(opened, Selection.environment(environment), progress);
    return new Ground(
        environment,
        hierarchy,
        opened.access(),
        url -> EnvironmentRevisions.branchesByEnvironment(workspace, url),
        hierarchy.controlPlanes(),
        Resolve.layers(workspace),
        node -> Resolve.manifests(opened, hierarchy, node, progress));
  }

  private Answer preview(Plan plan, List<Ground> grounds) throws GitException {
    Instant now = Instant.now();
    PlannedWorkspace enlarged;
    try {
      enlarged = PlannedWorkspace.imagined(opened, plan.additions());
    } catch (WorkspaceException e) {
      return new Answer.Refused(e.getMessage(), "");
    }
    List<PlannedCommit> commits = new Drafting(enlarged.opened()).commitsToLookAt(plan, now);
    Opened planned = enlarged.planned(commits);
    var previews = new ArrayList<Preview>();
    var warnings = new ArrayList<String>();
    for (Ground ground : grounds) {
      Hierarchy after =
          Resolve.resolve(planned, Selection.environment(ground.environment()), progress);
      Preview preview = Preview.of(ground.environment(), ground.hierarchy(), after);
      previews.add(preview);
      DeliveryCheck.Result result = DeliveryCheck.check(in(plan, ground), preview);
      Optional<Proposal.Refused> refused = result.refused().or(() -> seen(planned, preview));
      if (refused.isPresent()) {
        return new Answer.Refused(refused.get().reason(), refused.get().hint());
      }
      warnings.addAll(result.warnings());
      warnings.addAll(missed(preview));
    }
    return new Answer.Planned(
        new PlannedEdit(
            plan.withWarnings(warnings),
            previews,
            steps(plan, enlarged, commits, previews),
            plan.message(),
            commits,
            now,
            enlarged.file()));
  }

  /** Where no project was kept in git, none was missed. */
  private static List<String> missed(Preview preview) {
    List<String> projects = preview.missedProjects();
    return projects.isEmpty()
        ? List.of()
        : List.of(
            preview.environment()
                + ": this is the first project that git shows here; from now on those it does not"
                + " show are reported as missing: "
                + String.join(", ", projects)
                + ".");
  }

  /** What the estate is between the steps, which may be days apart. */
  private List<PlannedEdit.StepPreview> steps(
      Plan plan, PlannedWorkspace enlarged, List<PlannedCommit> commits, List<Preview> all) {
    var steps = new ArrayList<PlannedEdit.StepPreview>();
    List<Hierarchy> before = all.stream().map(Preview::before).toList();
    int done = 0;
    for (int i = 0; i < plan.steps().size() && plan.steps().size() > 1; i++) {
      Step step = plan.steps().get(i);
      done += step.branches().size();
      boolean last = i == plan.steps().size() - 1;
      Opened sofar = enlarged.planned(commits.subList(0, done));
      List<Hierarchy> after =
          all.stream()
              .map(p ->
                  last
                      ? p.after()
                      : Resolve.resolve(sofar, Selection.environment(p.environment()), progress))
              .toList();
      var previews = new ArrayList<Preview>();
      for (int e = 0; e < all.size(); e++) {
        previews.add(Preview.of(all.get(e).environment(), before.get(e), after.get(e)));
      }
      steps.add(new PlannedEdit.StepPreview(step.title(), previews));
      before = after;
    }
    return steps;
  }

  private static List<BranchChange> in(Plan plan, Ground ground) {
    return plan.branches().stream()
        .filter(c -> c.environment().equals(ground.environment()))
        .toList();
  }

  /** What is wanted has to be seen in what is rendered: else it is decided somewhere else. */
  private Optional<Proposal.Refused> seen(Opened planned, Preview preview) {
    return switch (intention) {
      case Release release -> new ReleaseCheck(planned, release, progress).refuse(preview);
      case Fix fix -> FixFinding.refuse(fix, preview);
      case Retargeting retargeting -> EffectCheck.refuse(retargeting, preview);
      case Renaming renaming -> EffectCheck.refuse(renaming, preview);
      case Removal removal -> EffectCheck.refuse(removal, preview);
      case Moving ignored -> EffectCheck.refuseChangedOnTheWay(preview);
      case NewLayer ignored -> EffectCheck.refuseChangedOnTheWay(preview);
      default -> Optional.empty();
    };
  }
}
