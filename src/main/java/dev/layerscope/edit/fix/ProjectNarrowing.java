package dev.layerscope.edit.fix;

import dev.layerscope.argocd.Application;
import dev.layerscope.argocd.Source;
import dev.layerscope.edit.RefusedException;
import dev.layerscope.edit.draft.PlanDraft;
import dev.layerscope.edit.estate.Ground;
import dev.layerscope.edit.text.Yaml;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.manifest.Gvk;
import dev.layerscope.manifest.Manifest;
import dev.layerscope.manifest.Scope;
import dev.layerscope.manifest.Scopes;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Node;
import dev.layerscope.yaml.Scalar;
import dev.layerscope.yaml.Sequence;
import dev.layerscope.yaml.YamlPath;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A project that permits what its Applications need, as they are now, and no more. */
final class ProjectNarrowing {
  private final Ground ground;
  private final PlanDraft draft;
  private final Set<String> repositories = new LinkedHashSet<>();
  private final Map<String, Node> destinations = new TreeMap<>();
  private final Map<String, Node> clusterKinds = new TreeMap<>();

  ProjectNarrowing(Ground ground, PlanDraft draft) {
    this.ground = ground;
    this.draft = draft;
  }

  /** Changes the project in its file and says what was done. */
  String narrow(FixFiles.Place place) throws RefusedException {
    String name = place.root().textAt("metadata", "name").orElse("");
    if (!place.root().textAt("kind").orElse("").equals("AppProject")) {
      throw new RefusedException(
          place.where() + " names the project default, which permits everything.",
          "Bind the team in a project of its own.");
    }
    List<HierarchyNode> users =
        ground.hierarchy().nodes().stream()
            .filter(n -> n.application().filter(a -> a.project().equals(name)).isPresent())
            .toList();
    if (users.isEmpty()) {
      throw new RefusedException(
          "No Application of " + ground.environment() + " uses project " + name + ".",
          "Remove it, or say by hand what it is for.");
    }
    users.forEach(this::take);
    YamlPath spec = YamlPath.root(place.index()).down("spec");
    String text = place.text();
    text = Yaml.set(text, spec.down("sourceRepos"), texts(repositories), place.where());
    text = Yaml.set(text, spec.down("destinations"), list(destinations), place.where());
    text = Yaml.set(text, spec.down("clusterResourceWhitelist"), list(clusterKinds), place.where());
    place.change(text, "permits what its " + users.size() + " Applications need");
    draft.warn(
        "What "
            + name
            + " permits is what its Applications deliver in "
            + ground.environment()
            + " today.");
    return "Narrow project " + name;
  }

  private void take(HierarchyNode node) {
    Application application = node.application().orElseThrow();
    for (Source source : application.sources()) {
      repositories.add(source.repoURL().text());
    }
    Set<String> namespaces = new LinkedHashSet<>();
    application.destination().namespace().ifPresent(namespaces::add);
    for (Manifest manifest : ground.rendered().apply(node)) {
      if (Scopes.BUILT_IN.of(manifest.gvk()) == Scope.CLUSTER) {
        clusterKinds.put(manifest.gvk().groupKind(), kind(manifest.gvk()));
      } else if (!manifest.namespace().isEmpty()) {
        namespaces.add(manifest.namespace());
      }
    }
    namespaces.forEach(
        namespace -> destinations.put(key(application, namespace), place(application, namespace)));
  }

  private static String key(Application application, String namespace) {
    return application.destination().cluster() + " " + namespace;
  }

  private static Node place(Application application, String namespace) {
    Map<String, Node> place = new LinkedHashMap<>();
    application
        .destination()
        .name()
        .ifPresentOrElse(
            name -> place.put("name", Scalar.of(name)),
            () -> place.put("server", Scalar.of(application.destination().server().orElse("*"))));
    place.put("namespace", Scalar.of(namespace));
    return Mapping.of(place);
  }

  private static Node kind(Gvk gvk) {
    Map<String, Node> kind = new LinkedHashMap<>();
    kind.put("group", Scalar.of(gvk.group()));
    kind.put("kind", Scalar.of(gvk.kind()));
    return Mapping.of(kind);
  }

  private static Node texts(Set<String> texts) {
    return Sequence.of(texts.stream().<Node>map(Scalar::of).toList());
  }

  private static Node list(Map<String, Node> items) {
    return Sequence.of(List.copyOf(items.values()));
  }
}
