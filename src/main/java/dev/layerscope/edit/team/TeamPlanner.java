package dev.layerscope.edit.team;

import dev.layerscope.edit.Additions;
import dev.layerscope.edit.Base;
import dev.layerscope.edit.BranchChange;
import dev.layerscope.edit.Plan;
import dev.layerscope.edit.RefusedException;
import dev.layerscope.edit.draft.PlanDraft;
import dev.layerscope.edit.draft.RepositoryChain;
import dev.layerscope.edit.estate.Ground;
import dev.layerscope.edit.estate.Host;
import dev.layerscope.edit.estate.HostSearch;
import dev.layerscope.edit.estate.NameRules;
import dev.layerscope.edit.estate.Neighbours;
import dev.layerscope.edit.estate.Taken;
import dev.layerscope.edit.intention.TeamBinding;
import dev.layerscope.git.TreePath;
import dev.layerscope.hierarchy.NodeId;
import dev.layerscope.hierarchy.NodeKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plans the binding of a team: four new files where its neighbours are, written as they are. */
public final class TeamPlanner {
  private final TeamBinding binding;
  private final List<BranchChange> branches = new ArrayList<>();
  private final PlanDraft draft = new PlanDraft();

  private TeamPlanner(TeamBinding binding) {
    this.binding = binding;
  }

  /**
   * @param grounds the estate in each environment of the binding, in promotion order
   */
  public static Plan plan(TeamBinding binding, List<Ground> grounds) throws RefusedException {
    return new TeamPlanner(binding).plan(grounds);
  }

  private Plan plan(List<Ground> grounds) throws RefusedException {
    NameRules.team(binding.name());
    NameRules.url(binding.repository());
    List<BranchChange> made =
        binding.createRepository() ? repository(grounds.getFirst()) : List.of();
    for (Ground ground : grounds) {
      PlanDraft.add(branches, planIn(ground));
    }
    if (branches.size() > 1) {
      draft.warn(
          "Written to "
              + branches.size()
              + " branches at once. A later plain merge between them will conflict in "
              + branches.getFirst().files().getLast().path()
              + " (added on both sides); a promotion resolves it. Usually one begins with "
              + branches.getFirst().environment()
              + " and promotes.");
    }
    var all = new ArrayList<>(made);
    all.addAll(branches);
    String body =
        binding.repository().display()
            + " goes to namespace "
            + binding.effectiveNamespace()
            + ", by a project of its own.\n";
    return draft.single("Bind team " + binding.name() + " in " + binding.in(), body, all);
  }

  /** The team's repository with a README: every environment's branch begins with one commit. */
  private List<BranchChange> repository(Ground ground) throws RefusedException {
    RepositoryChain chain = RepositoryChain.of(ground, binding.repository());
    if (!RepositoryChain.unknown(ground, binding.repository()) && !chain.fresh()) {
      throw new RefusedException(
          chain.url().display() + " is there already, with commits.",
          "Leave it as it is: bind it without making it.");
    }
    var made = new ArrayList<BranchChange>();
    var branchNames = new LinkedHashMap<String, String>();
    ground
        .environmentBranches()
        .apply(chain.url())
        .forEach((env, b) -> branchNames.putIfAbsent(b, env));
    String text =
        "# "
            + binding.name()
            + "\n\nWhat team "
            + binding.name()
            + " runs. Folders of manifests;"
            + " every branch is an environment.\n";
    for (Map.Entry<String, String> branch : branchNames.entrySet()) {
      chain
          .draft(ground, branch.getKey())
          .write(TreePath.of("README.md"), text, "says whose it is");
      made.add(
          BranchChange.of(
              branch.getValue(),
              chain.url(),
              branch.getKey(),
              chain.base(branch.getKey()),
              chain.changes(branch.getKey())));
    }
    if (RepositoryChain.unknown(ground, binding.repository())) {
      draft.repository(
          new Additions.NewRepository(
              chain.url(), branchNames.keySet().stream().findFirst(), Optional.empty()));
    }
    return made;
  }

  private BranchChange planIn(Ground ground) throws RefusedException {
    var search = new HostSearch(ground);
    Host host = search.find(binding.in());
    draft.notes(search.notes());
    var neighbours = new Neighbours(host);
    String settings = ground.controlPlanes().settings(host.planes().getFirst()).namespace();
    String controlPlane = neighbours.controlPlane().orElse(settings);
    NameRules.namespace(binding.effectiveNamespace(), controlPlane);
    var taken = new Taken(ground);
    taken.refuseName(binding.name(), host);
    taken.refuseNamespace(binding.effectiveNamespace(), host);
    Optional<FarCluster> far = FarCluster.of(ground, host, neighbours, binding.name());
    if (far.isPresent()) {
      taken.refuseName(far.get().application(), host);
    }
    TeamSource source =
        binding.createRepository()
            ? TeamSource.made(ground, binding.repository())
            : TeamSource.of(ground, binding.repository());
    draft.notes(source.notes());
    draft.warnings(source.warnings());
    draft.reach(ground, host.nodes(), "binds on");
    var files = new BindingFiles(binding, host, neighbours, source, controlPlane, far);
    draft.notes(files.notes());
    var creates = new ArrayList<NodeId>();
    for (String plane : host.planes()) {
      creates.add(new NodeId(plane, controlPlane, NodeKind.APPLICATION, binding.name()));
      creates.add(new NodeId(plane, controlPlane, NodeKind.APP_PROJECT, binding.name()));
      far.map(FarCluster::application)
          .map(name -> new NodeId(plane, controlPlane, NodeKind.APPLICATION, name))
          .ifPresent(creates::add);
    }
    return BranchChange.of(
            ground.environment(),
            host.repository(),
            host.branch().name(),
            new Base.At(host.branch().commit()),
            files.all())
        .creating(creates);
  }
}
