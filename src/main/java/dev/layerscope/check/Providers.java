package dev.layerscope.check;

import dev.layerscope.manifest.Gvk;
import dev.layerscope.manifest.KnownKinds;
import dev.layerscope.manifest.Manifest;
import dev.layerscope.manifest.Operators;
import dev.layerscope.manifest.Scope;
import dev.layerscope.manifest.Scopes;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Node;
import dev.layerscope.yaml.Sequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who brings the kinds of custom resources to one cluster: definitions, and operators (§11.3). */
final class Providers {
  private static final String OLM = "operators.coreos.com";

  private final Map<String, Delivered> definitions = new HashMap<>();
  private final Map<String, List<Delivered>> operators = new HashMap<>();
  private final Set<String> unknownPackages = new HashSet<>();
  private boolean openShift;

  private final KnownKinds kinds;

  private Providers(KnownKinds kinds) {
    this.kinds = kinds;
  }

  /** Of everything delivered to a cluster. */
  static Providers of(List<Delivered> delivered, KnownKinds kinds) {
    var providers = new Providers(kinds);
    delivered.forEach(providers::take);
    return providers;
  }

  private void take(Delivered one) {
    Gvk gvk = one.object().gvk();
    boolean ofOpenShift =
        gvk.group().endsWith(".openshift.io") && Scopes.BUILT_IN.of(gvk) != Scope.UNKNOWN;
    openShift = openShift || ofOpenShift || one.key().namespace().startsWith("openshift-");
    one.object()
        .whole()
        .ifPresent(whole -> {
          if (Scopes.isDefinition(gvk)) {
            definition(whole).ifPresent(kind -> definitions.putIfAbsent(kind, one));
          } else if (one.is(OLM, "Subscription")) {
            subscription(whole.root().textAt("spec", "name").orElse(""), one);
          } else if (one.is(OLM, "ClusterServiceVersion")) {
            owned(whole).forEach(kind -> definitions.putIfAbsent(kind, one));
          }
        });
  }

  private void subscription(String packageName, Delivered one) {
    Set<String> groups = kinds.groupsOf(packageName);
    if (groups.isEmpty()) {
      unknownPackages.add(packageName);
    }
    groups.forEach(group -> operators.computeIfAbsent(group, g -> new ArrayList<>()).add(one));
  }

  private static Optional<String> definition(Manifest definition) {
    Optional<String> group = definition.root().textAt("spec", "group");
    return definition
        .root()
        .textAt("spec", "names", "kind")
        .flatMap(kind -> group.map(g -> g + "/" + kind));
  }

  private static List<String> owned(Manifest version) {
    var kinds = new ArrayList<String>();
    Optional<Node> list = version.root().at("spec", "customresourcedefinitions", "owned");
    if (list.isPresent() && list.get() instanceof Sequence owned) {
      for (Node item : owned.items()) {
        if (item instanceof Mapping one) {
          String name = one.textAt("name").orElse("");
          int dot = name.indexOf('.');
          one.textAt("kind").ifPresent(kind -> kinds.add(name.substring(dot + 1) + "/" + kind));
        }
      }
    }
    return kinds;
  }

  /** Whether somebody has to bring this kind along. */
  static boolean isCustom(Gvk gvk) {
    return gvk.group().contains(".")
        && !gvk.group().endsWith(".k8s.io")
        && !gvk.group().equals(Gvk.ARGO)
        && Scopes.BUILT_IN.of(gvk) == Scope.UNKNOWN;
  }

  /** Who delivers the definition of a kind. */
  Optional<Delivered> definitionOf(Gvk gvk) {
    return Optional.ofNullable(definitions.get(gvk.groupKind()));
  }

  /** The subscriptions to operators that bring a kind along. */
  List<Delivered> operatorsOf(Gvk gvk) {
    return operators.getOrDefault(gvk.group(), List.of());
  }

  /** Whether the cluster itself has a kind. */
  boolean brought(Gvk gvk) {
    return kinds.provides(gvk)
        || openShift && Operators.groupsOf(Operators.OPENSHIFT).contains(gvk.group());
  }

  /** Whether an operator that nobody wrote down might bring anything along. */
  boolean anythingMayCome() {
    return !unknownPackages.isEmpty();
  }
}
