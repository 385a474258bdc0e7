package dev.layerscope.edit.application;

import dev.layerscope.edit.Base;
import dev.layerscope.edit.BranchChange;
import dev.layerscope.edit.FileChange;
import dev.layerscope.edit.Plan;
import dev.layerscope.edit.RefusedException;
import dev.layerscope.edit.Step;
import dev.layerscope.edit.draft.Declaration;
import dev.layerscope.edit.draft.FileDraft;
import dev.layerscope.edit.draft.PlanDraft;
import dev.layerscope.edit.draft.Withdrawal;
import dev.layerscope.edit.estate.Ground;
import dev.layerscope.edit.estate.Host;
import dev.layerscope.edit.estate.Neighbours;
import dev.layerscope.edit.intention.Removal;
import dev.layerscope.edit.intention.TeamBinding;
import dev.layerscope.edit.origin.GeneratedBy;
import dev.layerscope.edit.origin.GeneratedRemoval;
import dev.layerscope.edit.text.DocumentLines;
import dev.layerscope.edit.text.Yaml;
import dev.layerscope.git.TreePath;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.manifest.Manifest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Plans that an Application goes. A team's takes its project and its people's rights with it, one
 * step later: an Application without its project can no longer be reconciled.
 */
public final class RemovalPlanner {
  private static final Set<String> STAYS = Set.of("Namespace", "ResourceQuota", "LimitRange");

  private final Removal wish;
  private final PlanDraft draft = new PlanDraft();

  private RemovalPlanner(Removal wish) {
    this.wish = wish;
  }

  public static Plan plan(Removal wish, List<Ground> grounds) throws RefusedException {
    var planner = new RemovalPlanner(wish);
    var steps = new ArrayList<Step>();
    for (Ground ground : grounds) {
      steps.addAll(planner.steps(ground));
    }
    return planner.draft.plan("Remove " + wish.application(), "", steps);
  }

  private List<Step> steps(Ground ground) throws RefusedException {
    Optional<GeneratedBy> generated = GeneratedBy.of(ground, wish.application());
    if (generated.isPresent()) {
      sayWhatHappens(ground, generated.get().applications());
      return List.of(
          Step.of(
              "Remove " + generated.get().application().name(),
              List.of(GeneratedRemoval.change(generated.get(), draft))));
    }
    Declaration declared = Declaration.find(ground, wish.application());
    Host host =
        declared
            .host()
            .orElseThrow(() ->
                new RefusedException(
                    declared.node().name() + " is a root's own Application.",
                    "Take the root out of the workspace, and delete it on the cluster by hand."));
    sayWhatHappens(ground, declared.nodes());
    var files = new FileDraft(declared.described(), Optional.of(declared.snapshot()));
    var withdrawal = new Withdrawal(host, files);
    String reason = "delivered " + declared.node().name();
    if (declared.template()) {
      refuseMoreThanOne(ground, host, declared);
      files.remove(declared.path(), reason);
    } else {
      withdrawal.unlist(declared.path());
      withdrawal.take(declared.path(), declared.document(), reason);
    }
    var steps = new ArrayList<Step>();
    steps.add(
        Step.of(
            "Remove " + declared.node().name(),
            List.of(
                branch(
                    ground, declared, new Base.At(declared.branch().commit()), files.changes()))));
    rest(ground, declared, host, files.next()).ifPresent(steps::add);
    return steps;
  }

  /** A template goes when the Application is all that is rendered from it. */
  private static void refuseMoreThanOne(Ground ground, Host host, Declaration declared)
      throws RefusedException {
    for (HierarchyNode parent : host.nodes()) {
      long many =
          ground.rendered().apply(parent).stream()
              .filter(m -> m.origin().path().equals(declared.path().value()))
              .count();
      if (many > 1) {
        throw new RefusedException(
            declared.described()
                + " is a template from which "
                + many
                + " objects are rendered in "
                + parent.name()
                + ".",
            "Take it out there, or of its values, by hand.");
      }
    }
  }

  /** A team's project and rights. */
  private Optional<Step> rest(Ground ground, Declaration declared, Host host, FileDraft files)
      throws RefusedException {
    Optional<Neighbours.Team> team =
        new Neighbours(host)
            .teams().stream().filter(t -> t.name().equals(declared.node().name())).findFirst();
    if (team.isEmpty()) {
      return Optional.empty();
    }
    var withdrawal = new Withdrawal(host, files);
    for (Manifest manifest : going(team.get(), declared)) {
      TreePath path = TreePath.of(manifest.origin().path());
      Optional<Integer> document = DocumentLines.document(files.text(path), manifest.key());
      if (document.isPresent()) {
        withdrawal.unlist(path);
        withdrawal.take(path, document.get(), "belonged to " + team.get().name());
      }
    }
    sayWhatStays(team.get());
    sayWhoElseDelivers(ground, team.get());
    String planes = host.planes().stream().distinct().collect(Collectors.joining(", "));
    return files.changes().isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Step(
                "Remove what belonged to " + team.get().name(),
                "confirm that "
                    + declared.node().name()
                    + " is gone from "
                    + planes
                    + " in "
                    + ground.environment(),
                List.of(
                    branch(
                        ground,
                        declared,
                        new Base.After(declared.branch().name()),
                        files.changes()))));
  }

  private static List<Manifest> going(Neighbours.Team team, Declaration declared) {
    return team.manifests().stream()
        .filter(manifest -> !STAYS.contains(manifest.gvk().kind()))
        .filter(manifest ->
            !manifest.gvk().isArgo("Application")
                || !manifest.name().equals(declared.node().name()))
        .toList();
  }

  private void sayWhatHappens(Ground ground, List<HierarchyNode> nodes) {
    HierarchyNode node = nodes.getFirst();
    boolean cascades = node.application().filter(Yaml::cascades).isPresent();
    String what = rendered(ground, node);
    draft.warn(
        cascades
            ? ground.environment() + ": its finalizer deletes everything it delivers: " + what + "."
            : ground.environment()
                + ": it has no finalizer, so what it delivers stays on the cluster, orphaned: "
                + what
                + ".");
    draft.reach(ground, nodes, "removes from");
  }

  private static String rendered(Ground ground, HierarchyNode node) {
    Map<String, Integer> kinds = new TreeMap<>();
    for (Manifest manifest : ground.rendered().apply(node)) {
      kinds.merge(manifest.gvk().kind(), 1, Integer::sum);
    }
    return kinds.isEmpty()
        ? "nothing that could be seen here"
        : kinds.entrySet().stream()
            .map(e -> e.getValue() + " " + e.getKey())
            .collect(Collectors.joining(", "));
  }

  /** What lies beside a hub's folder has an Application of its own. */
  private void sayWhoElseDelivers(Ground ground, Neighbours.Team team) {
    String other = TeamBinding.delivery(team.name());
    if (ground.hierarchy().nodes().stream().anyMatch(node -> node.name().equals(other))) {
      draft.note(
          other
              + " still delivers the team's namespace and rights; remove it, too, when nothing of"
              + " the team is left.");
    }
  }

  private void sayWhatStays(Neighbours.Team team) {
    for (Manifest manifest : team.manifests()) {
      if (manifest.gvk().kind().equals("Namespace")) {
        boolean kept =
            manifest
                .annotation("argocd.argoproj.io/sync-options")
                .filter(o -> o.contains("Prune=false"))
                .isPresent();
        draft.note(
            "Namespace "
                + manifest.name()
                + " stays"
                + (kept
                    ? ": Prune=false keeps it on the cluster, and its file is left."
                    : ": its file is left; delete it when nothing in it is needed."));
      }
    }
  }

  private static BranchChange branch(
      Ground ground, Declaration declared, Base base, List<FileChange> files) {
    return BranchChange.of(
        ground.environment(), declared.repository(), declared.branch().name(), base, files);
  }
}
