package dev.layerscope.edit;

import dev.layerscope.argocd.Destination;
import dev.layerscope.git.TreePath;
import dev.layerscope.hierarchy.NodeId;
import dev.layerscope.hierarchy.NodeKind;
import dev.layerscope.hierarchy.ResolvedRoot;
import dev.layerscope.render.SourceType;
import dev.layerscope.yaml.BlockStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Plans the binding of a team: four new files where its neighbours are, written as they are. */
public final class TeamPlanner {
  private final TeamBinding binding;
  private final List<BranchChange> branches = new ArrayList<>();
  private final Set<String> notes = new LinkedHashSet<>();
  private final Set<String> warnings = new LinkedHashSet<>();

  private TeamPlanner(TeamBinding binding) {
    this.binding = binding;
  }

  /**
   * @param grounds the estate in each environment of the binding, in promotion order
   */
  public static Proposal plan(TeamBinding binding, List<Ground> grounds) {
    try {
      return new Proposal.Agreed(new TeamPlanner(binding).plan(grounds));
    } catch (RefusedException e) {
      return e.refusal();
    }
  }

  private Plan plan(List<Ground> grounds) throws RefusedException {
    NameRules.team(binding.name());
    NameRules.url(binding.repository());
    for (Ground ground : grounds) {
      add(planIn(ground));
    }
    if (branches.size() > 1) {
      warnings.add(
          "Written to "
              + branches.size()
              + " branches at once. A later plain merge between them will conflict in "
              + branches.getFirst().files().getLast().path()
              + " (added on both sides); a promotion resolves it. Usually one begins with "
              + branches.getFirst().environment()
              + " and promotes.");
    }
    return new Plan(
        "Bind team " + binding.name() + " in " + binding.in(),
        List.of(new Step(branches)),
        List.copyOf(notes),
        List.copyOf(warnings));
  }

  private void add(BranchChange change) throws RefusedException {
    for (BranchChange other : branches) {
      if (other.repository().equals(change.repository())
          && other.branch().equals(change.branch())) {
        throw new RefusedException(
            other.environment()
                + " and "
                + change.environment()
                + " are the same branch of "
                + change.repository().shortName()
                + ": "
                + change.branch()
                + ".",
            "Name one of the environments.");
      }
    }
    branches.add(change);
  }

  private BranchChange planIn(Ground ground) throws RefusedException {
    var search = new HostSearch(ground);
    Host host = search.find(binding.in());
    notes.addAll(search.notes());
    var neighbours = new Neighbours(host);
    String settings = ground.controlPlanes().settings(host.planes().getFirst()).namespace();
    String controlPlane = neighbours.controlPlane().orElse(settings);
    NameRules.namespace(binding.effectiveNamespace(), controlPlane);
    var taken = new Taken(ground);
    taken.refuseName(binding.name(), host);
    taken.refuseNamespace(binding.effectiveNamespace(), host);
    refuseOtherCluster(neighbours.destination(), host);
    TeamSource source = TeamSource.of(ground, binding.repository());
    notes.addAll(source.notes());
    warnings.addAll(source.warnings());
    notes.add(reach(ground, host));
    List<FileChange> files = files(host, neighbours, source, controlPlane);
    List<NodeId> creates =
        host.planes().stream()
            .flatMap(plane ->
                List.of(NodeKind.APPLICATION, NodeKind.APP_PROJECT).stream()
                    .map(kind -> new NodeId(plane, controlPlane, kind, binding.name())))
            .toList();
    return new BranchChange(
        ground.environment(),
        host.repository(),
        host.branch().name(),
        host.branch().commit(),
        files,
        creates);
  }

  private List<FileChange> files(
      Host host, Neighbours neighbours, TeamSource source, String controlPlane)
      throws RefusedException {
    String namespace = binding.effectiveNamespace();
    String group = group(neighbours);
    NameRules.group(group);
    var objects =
        new BindingObjects(
            binding.name(),
            namespace,
            group,
            source.url(),
            source.revision(),
            neighbours.destination(),
            controlPlane,
            controlPlane.equals("openshift-gitops") || neighbours.labelsNamespaces(),
            source.tool(),
            neighbours);
    BlockStyle style = neighbours.style();
    Map<String, TreePath> paths = BindingPlace.of(host, neighbours, binding.name());
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("Namespace", style.print(objects.namespaceObject()));
    texts.put("AppProject", style.print(objects.project()));
    texts.put("RoleBinding", style.print(objects.access()));
    if (binding.quota().isPresent()) {
      texts.put("ResourceQuota", QuotaText.in(namespace, binding.quota().get()));
    }
    texts.put("Application", style.print(objects.application()));
    var files = new ArrayList<FileChange>();
    for (Map.Entry<String, String> text : texts.entrySet()) {
      TreePath path = java.util.Objects.requireNonNull(paths.get(text.getKey()));
      if (host.snapshot().find(path).isPresent()) {
        throw new RefusedException(
            path
                + " is there already in "
                + host.repository().shortName()
                + " on "
                + host.branch().name()
                + ".",
            "Choose another name.");
      }
      files.add(FileChange.added(path, text.getValue(), reason(text.getKey())));
    }
    if (host.source().type() == SourceType.KUSTOMIZE) {
      files.addFirst(
          new KustomizeChain(host).listing(files.stream().map(FileChange::path).toList()));
    }
    return files;
  }

  private String group(Neighbours neighbours) {
    if (binding.group().isPresent()) {
      return binding.group().get();
    }
    String suffix = neighbours.groupSuffix().orElse("-devs");
    notes.add("The group is assumed to be “" + binding.name() + suffix + "”.");
    return binding.name() + suffix;
  }

  private static String reason(String kind) {
    return switch (kind) {
      case "Namespace" -> "the team's namespace; it stays when the binding goes";
      case "AppProject" -> "what the team may do: one repository into one namespace";
      case "RoleBinding" -> "the team's people may look";
      case "ResourceQuota" -> "how much the team may use";
      default -> "delivers the team's repository";
    };
  }

  /** What a person must know most: on how many clusters the team will run. */
  private static String reach(Ground ground, Host host) {
    List<String> clusters =
        ground.hierarchy().roots().stream()
            .filter(root ->
                host.nodes().stream()
                    .anyMatch(n -> ground.hierarchy().rootsReaching(n.id()).contains(root)))
            .map(ResolvedRoot::name)
            .toList();
    String many = clusters.size() == 1 ? "1 cluster" : clusters.size() + " clusters";
    return ground.environment() + ": binds on " + many + ": " + String.join(", ", clusters);
  }

  /**
   * The namespace and the rights go where the folder is delivered; the workloads must go there,
   * too.
   */
  private static void refuseOtherCluster(Destination siblings, Host host) throws RefusedException {
    Optional<Destination> own = host.nodes().getFirst().application().map(a -> a.destination());
    if (own.isPresent()
        && !own.get().cluster().equals(siblings.cluster())
        && !own.get().cluster().isEmpty()) {
      throw new RefusedException(
          "The neighbours deliver to "
              + siblings.cluster()
              + ", but "
              + host.described()
              + " itself goes to "
              + own.get().cluster()
              + ": the team's namespace would be made in the wrong cluster.",
          "");
    }
  }
}
