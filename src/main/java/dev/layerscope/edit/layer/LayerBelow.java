package dev.layerscope.edit.layer;

import dev.layerscope.argocd.Application;
import dev.layerscope.argocd.ApplicationReader;
import dev.layerscope.argocd.Source;
import dev.layerscope.edit.RefusedException;
import dev.layerscope.edit.draft.PlanDraft;
import dev.layerscope.edit.estate.Ground;
import dev.layerscope.edit.estate.Host;
import dev.layerscope.edit.estate.HostSearch;
import dev.layerscope.edit.estate.Siblings;
import dev.layerscope.git.Branch;
import dev.layerscope.git.Clone;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.Repositories.Access;
import dev.layerscope.git.Snapshot;
import dev.layerscope.git.TreeEntry;
import dev.layerscope.git.TreePath;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.hierarchy.NodeKind;
import dev.layerscope.manifest.Manifest;
import dev.layerscope.manifest.Origin;
import dev.layerscope.yaml.Document;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Node;
import dev.layerscope.yaml.Reading;
import dev.layerscope.yaml.YamlReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A layer something new stands on: its {@code -deps} Application, wherever that is declared.
 *
 * @param application its name
 * @param path of the folder with the layer's Applications
 * @param revision the environment's branch there
 * @param brings names of all Applications that come with it, its own among them
 * @param nodes where it is in the picture; empty for a layer no root has yet
 * @param options how its folder is read: recursively, with what left out
 */
record LayerBelow(
    String layer,
    String application,
    RepoUrl repository,
    String path,
    String revision,
    Siblings siblings,
    Set<String> brings,
    List<HierarchyNode> nodes,
    Map<String, Node> options) {

  static LayerBelow find(Ground ground, String layer, PlanDraft draft) throws RefusedException {
    var search = new HostSearch(ground);
    try {
      Host host = search.find(layer);
      draft.notes(search.notes());
      return inPicture(ground, layer, host);
    } catch (RefusedException notThere) {
      Optional<Clone> repository = repository(ground, layer);
      if (repository.isEmpty() || ground.hasLayer(layer)) {
        throw notThere;
      }
      return unwired(ground, layer, repository.get());
    }
  }

  /**
   * What stands below a folder: a layer, or else an Application that the folder declares, be it a
   * chart or a repository nobody could read. That one moves as it is, so nothing of it is needed.
   */
  static LayerBelow under(Ground ground, Host upper, String lower, PlanDraft draft)
      throws RefusedException {
    try {
      return find(ground, lower, draft);
    } catch (RefusedException noLayer) {
      List<HierarchyNode> declared =
          upper.nodes().stream()
              .flatMap(n -> ground.hierarchy().childrenOf(n.id()).stream())
              .filter(n -> isMeant(n, lower))
              .filter(n -> n.application().isPresent())
              .distinct()
              .toList();
      if (declared.stream().map(HierarchyNode::name).distinct().count() != 1) {
        throw noLayer;
      }
      draft.note(declared.getFirst().name() + " is no layer of its own; it moves as it is.");
      return application(ground, upper, declared);
    }
  }

  /** Whether an Application is what a name of a layer, or its own, says. */
  static boolean isMeant(HierarchyNode node, String lower) {
    return node.name().equals(lower) || node.layer().equals(lower);
  }

  private static LayerBelow application(Ground ground, Host upper, List<HierarchyNode> declared) {
    HierarchyNode node = declared.getFirst();
    return new LayerBelow(
        node.name(),
        node.name(),
        upper.repository(),
        upper.folder().value(),
        upper.branch().name(),
        Siblings.of(
            node.application().orElseThrow(),
            ground.controlPlanes().settings(node.id().controlPlane()).namespace()),
        Set.of(node.name()),
        declared,
        Map.of());
  }

  private static LayerBelow inPicture(Ground ground, String layer, Host host) {
    HierarchyNode node = host.nodes().getFirst();
    Application application = node.application().orElseThrow();
    var brings = new LinkedHashSet<String>();
    ground.hierarchy().reachedFrom(host.nodes().stream().map(HierarchyNode::id).toList()).stream()
        .filter(id -> id.kind() == NodeKind.APPLICATION)
        .forEach(id -> brings.add(id.name()));
    return new LayerBelow(
        layer,
        node.name(),
        host.repository(),
        application.sources().getFirst().path().orElse(host.folder().value()),
        host.branch().name(),
        Siblings.of(
            application, ground.controlPlanes().settings(node.id().controlPlane()).namespace()),
        brings,
        host.nodes(),
        options(application.sources().getFirst()));
  }

  private static Map<String, Node> options(Source source) {
    Map<String, Node> options = new LinkedHashMap<>();
    source.directory().ifPresent(block -> options.put("directory", block));
    source.kustomize().ifPresent(block -> options.put("kustomize", block));
    return options;
  }

  private static Optional<Clone> repository(Ground ground, String layer) {
    for (Access access : ground.repositories().all()) {
      if (access instanceof Access.Available(RepoUrl url, Clone clone)
          && (ground.layers().of(url).equals(layer) || url.shortName().equals(layer))) {
        return Optional.of(clone);
      }
    }
    return Optional.empty();
  }

  /** A layer that no root of the environment has: read from its repository. */
  private static LayerBelow unwired(Ground ground, String layer, Clone clone)
      throws RefusedException {
    String wanted = ground.branchOf(clone.url()).orElse("");
    Optional<Branch> branch = clone.branch(wanted);
    if (branch.isEmpty()) {
      throw new RefusedException(
          clone.url().shortName() + " has no branch " + wanted + " yet.",
          "Bring the layer to " + ground.environment() + " first.");
    }
    Snapshot snapshot = clone.snapshot(branch.get().commit()).orElseThrow();
    for (String name : List.of("deps", "dependencies", "apps", "applications")) {
      List<Application> applications = applications(snapshot, TreePath.of(name));
      if (!applications.isEmpty()) {
        return of(ground, layer, clone.url(), name, wanted, applications);
      }
    }
    throw new RefusedException(
        clone.url().shortName() + " has no folder of Applications on " + wanted + ".", "");
  }

  private static LayerBelow of(
      Ground ground,
      String layer,
      RepoUrl url,
      String path,
      String revision,
      List<Application> applications)
      throws RefusedException {
    Application model = applications.getFirst();
    var brings = new LinkedHashSet<String>(Set.of(layer + "-deps"));
    for (Application below : applications) {
      brings.add(below.name());
      ground.hierarchy().nodes().stream()
          .filter(n -> n.kind() == NodeKind.APPLICATION && n.name().equals(below.name()))
          .findFirst()
          .ifPresent(n ->
              ground.hierarchy().reachedFrom(List.of(n.id())).stream()
                  .filter(id -> id.kind() == NodeKind.APPLICATION)
                  .forEach(id -> brings.add(id.name())));
    }
    return new LayerBelow(
        layer,
        layer + "-deps",
        url,
        path,
        revision,
        Siblings.of(model, model.namespace().orElse("argocd")),
        brings,
        List.of(),
        Map.of());
  }

  private static List<Application> applications(Snapshot snapshot, TreePath folder) {
    var found = new ArrayList<Application>();
    for (TreeEntry file : snapshot.list(folder)) {
      if (file.isFile() && file.name().matches(".*\\.ya?ml")) {
        Origin origin = Origin.of(snapshot, file.path());
        for (Document document : YamlReader.read(snapshot.read(file), Reading.ARGO)) {
          if (document instanceof Document.Content(int l, Mapping root, var n)) {
            Manifest.of(root, origin)
                .filter(m -> m.gvk().isArgo("Application"))
                .ifPresent(m -> found.add(ApplicationReader.read(m).application()));
          }
        }
      }
    }
    return found;
  }
}
