package dev.layerscope.edit;

import dev.layerscope.argocd.Destination;
import dev.layerscope.git.TreePath;
import dev.layerscope.hierarchy.NodeId;
import dev.layerscope.hierarchy.NodeKind;
import dev.layerscope.yaml.BlockStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plans the binding of a team: four new files where its neighbours are, written as they are. */
final class TeamPlanner {
  private final TeamBinding binding;
  private final List<BranchChange> branches = new ArrayList<>();
  private final PlanDraft draft = new PlanDraft();

  private TeamPlanner(TeamBinding binding) {
    this.binding = binding;
  }

  /**
   * @param grounds the estate in each environment of the binding, in promotion order
   */
  static Plan plan(TeamBinding binding, List<Ground> grounds) throws RefusedException {
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
    refuseOtherCluster(neighbours.destination(), host);
    TeamSource source =
        binding.createRepository()
            ? TeamSource.made(ground, binding.repository())
            : TeamSource.of(ground, binding.repository());
    draft.notes(source.notes());
    draft.warnings(source.warnings());
    draft.reach(ground, host.nodes(), "binds on");
    List<FileChange> files = files(host, neighbours, source, controlPlane);
    List<NodeId> creates =
        host.planes().stream()
            .flatMap(plane ->
                List.of(NodeKind.APPLICATION, NodeKind.APP_PROJECT).stream()
                    .map(kind -> new NodeId(plane, controlPlane, kind, binding.name())))
            .toList();
    return BranchChange.of(
            ground.environment(),
            host.repository(),
            host.branch().name(),
            new Base.At(host.branch().commit()),
            files)
        .creating(creates);
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
    texts.replaceAll((kind, text) -> neighbours.written(text));
    var files = new ArrayList<>(added(host, paths, texts));
    if (host.isKustomized()) {
      files.addFirst(
          new KustomizeChain(host).listing(files.stream().map(FileChange::path).toList()));
    }
    return files;
  }

  /** A file for each object, or one for all where only such are read. */
  private static List<FileChange> added(
      Host host, Map<String, TreePath> paths, Map<String, String> texts) throws RefusedException {
    Map<TreePath, FileChange> files = new LinkedHashMap<>();
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
      FileChange before = files.get(path);
      files.put(
          path,
          before == null
              ? FileChange.added(path, text.getValue(), reason(text.getKey()))
              : FileChange.added(
                  path,
                  before.after().orElse("") + separator(text.getValue()) + text.getValue(),
                  "all that binds the team, in the one file that is read"));
    }
    return List.copyOf(files.values());
  }

  private static String separator(String like) {
    return "---" + new TextLines(like).lineEnd();
  }

  private String group(Neighbours neighbours) {
    if (binding.group().isPresent()) {
      return binding.group().get();
    }
    String suffix = neighbours.groupSuffix().orElse("-devs");
    draft.note("The group is assumed to be “" + binding.name() + suffix + "”.");
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
          "Bind the team in a root or layer that is itself delivered to "
              + siblings.cluster()
              + ".");
    }
  }
}
