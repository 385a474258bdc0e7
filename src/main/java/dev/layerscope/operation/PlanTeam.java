package dev.layerscope.operation;

import dev.layerscope.edit.BranchChange;
import dev.layerscope.edit.DeliveryCheck;
import dev.layerscope.edit.Ground;
import dev.layerscope.edit.Plan;
import dev.layerscope.edit.PlannedClone;
import dev.layerscope.edit.PlannedEdit;
import dev.layerscope.edit.Preview;
import dev.layerscope.edit.Proposal;
import dev.layerscope.edit.TeamBinding;
import dev.layerscope.edit.TeamPlanner;
import dev.layerscope.git.GitException;
import dev.layerscope.git.PlannedCommit;
import dev.layerscope.git.Repositories.Access;
import dev.layerscope.hierarchy.Hierarchy;
import dev.layerscope.work.Progress;
import dev.layerscope.workspace.EnvironmentRevisions;
import dev.layerscope.workspace.Workspace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Plans the binding of a team and looks at what would become of the estate. Nothing is written: the
 * new commits are laid over the clones, and the same pipeline reads them.
 */
public final class PlanTeam {
  private final Opened opened;

  private PlanTeam(Opened opened) {
    this.opened = opened;
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
   * @param binding without environments: the first of the workspace is taken, the others follow by
   *     promotion
   * @throws GitException when a repository cannot be read
   */
  public static Answer plan(Opened opened, TeamBinding binding, Progress progress)
      throws GitException {
    return new PlanTeam(opened).plan(binding, progress);
  }

  private Answer plan(TeamBinding binding, Progress progress) throws GitException {
    Workspace workspace = opened.workspace();
    List<String> known =
        workspace.environments().stream().map(Workspace.Environment::name).toList();
    for (String environment : binding.environments()) {
      if (!known.contains(environment)) {
        return new Answer.Refused(
            "There is no environment “" + environment + "” in the workspace.",
            known.isEmpty() ? "" : "There are: " + String.join(", ", known) + ".");
      }
    }
    if (known.isEmpty()) {
      return new Answer.Refused(
          "The workspace has no environments, so no branch to write to.",
          "Add environments to " + workspace.file().getFileName() + ".");
    }
    List<String> wanted =
        binding.environments().isEmpty()
            ? known.subList(0, 1)
            : known.stream().filter(binding.environments()::contains).toList();
    var grounds = new ArrayList<Ground>();
    for (String environment : wanted) {
      grounds.add(ground(environment, progress));
    }
    return switch (TeamPlanner.plan(binding, grounds)) {
      case Proposal.Refused(String reason, String hint) -> new Answer.Refused(reason, hint);
      case Proposal.Agreed(Plan plan) -> preview(plan, grounds, message(plan, binding), progress);
    };
  }

  private Ground ground(String environment, Progress progress) {
    Workspace workspace = opened.workspace();
    Hierarchy hierarchy = Resolve.resolve(opened, Selection.environment(environment), progress);
    return new Ground(
        environment,
        hierarchy,
        opened.access(),
        url -> EnvironmentRevisions.branchesByEnvironment(workspace, url),
        hierarchy.controlPlanes(),
        node -> Resolve.manifests(opened, hierarchy, node, progress));
  }

  private Answer preview(Plan plan, List<Ground> grounds, String message, Progress progress)
      throws GitException {
    Instant now = Instant.now();
    List<PlannedCommit> commits = new Drafting(opened).commitsToLookAt(plan, message, now);
    Opened planned = overlaid(commits);
    var previews = new ArrayList<Preview>();
    var warnings = new ArrayList<String>();
    for (Ground ground : grounds) {
      Hierarchy after =
          Resolve.resolve(planned, Selection.environment(ground.environment()), progress);
      Preview preview = Preview.of(ground.environment(), ground.hierarchy(), after);
      previews.add(preview);
      for (BranchChange change : plan.branches()) {
        if (change.environment().equals(ground.environment())) {
          DeliveryCheck.Result result = DeliveryCheck.check(change, preview);
          if (result.refused().isPresent()) {
            return new Answer.Refused(
                result.refused().get().reason(), result.refused().get().hint());
          }
          warnings.addAll(result.warnings());
        }
      }
    }
    return new Answer.Planned(
        new PlannedEdit(plan.withWarnings(warnings), previews, message, commits, now));
  }

  /** The same workspace as it will be once the commits are written. Not to be closed. */
  private Opened overlaid(List<PlannedCommit> commits) {
    var all = new ArrayList<Access>();
    for (Access access : opened.access().all()) {
      Access over = access;
      if (access instanceof Access.Available available) {
        List<PlannedCommit> here =
            commits.stream().filter(c -> c.url().equals(available.url())).toList();
        if (!here.isEmpty()) {
          over =
              new Access.Available(available.url(), new PlannedClone(available.repository(), here));
        }
      }
      all.add(over);
    }
    return new Opened(opened.workspace(), new OpenRepositories(opened.workspace(), all));
  }

  private static String message(Plan plan, TeamBinding binding) {
    Optional<String> namespace = Optional.of(binding.effectiveNamespace());
    return plan.title()
        + "\n\n"
        + binding.repository().display()
        + " goes to namespace "
        + namespace.get()
        + ", by a project of its own.\n";
  }
}
