package dev.layerscope.hierarchy;

import dev.layerscope.argocd.Destination;
import dev.layerscope.argocd.Given;
import dev.layerscope.argocd.Settings;
import dev.layerscope.argocd.SettingsReader;
import dev.layerscope.finding.Finding;
import dev.layerscope.finding.FindingCode;
import dev.layerscope.finding.Location;
import dev.layerscope.manifest.Manifest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Argo CD's own configuration as far as the hierarchy delivers it, by the control plane it
 * configures (specification §14). Filled while the hierarchy grows; one thread.
 */
final class Configuration {
  private static final String OPENSHIFT = "openshift-gitops";

  /** Config maps, then the operator's resource, which is written over them, then clusters. */
  private static final Comparator<Part> ORDER =
      Comparator.comparing((Part part) -> SettingsReader.isOperators(part.manifest()))
          .thenComparing(part -> part.manifest().gvk().kind())
          .thenComparing(part -> part.manifest().name())
          .thenComparing(part -> part.manifest().location());

  private final Map<String, List<Part>> parts = new TreeMap<>();
  private final Map<String, Map<String, Location>> rootNamespaces = new HashMap<>();
  private final Set<String> planes = new TreeSet<>();

  /** A manifest of the configuration, and the Application that delivers it. */
  private record Part(NodeId deliverer, Manifest manifest) {}

  /** Where a root's own manifest puts things is where its Argo CD looks for them. */
  void declaredByRoot(NodeId id, Manifest manifest) {
    planes.add(id.controlPlane());
    rootNamespaces
        .computeIfAbsent(id.controlPlane(), ignored -> new TreeMap<>())
        .putIfAbsent(manifest.namespace(), manifest.location());
  }

  /** Keeps the configuration that an Application delivers. */
  void take(
      NodeId id, Destination destination, List<Manifest> manifests, ControlPlanes controlPlanes) {
    for (Manifest manifest : manifests) {
      controlPlanes
          .runningIn(id.controlPlane(), destination)
          .ifPresent(plane ->
              parts
                  .computeIfAbsent(plane, ignored -> new ArrayList<>())
                  .add(new Part(id, manifest)));
    }
  }

  /** The control planes with what was found. */
  ControlPlanes over(ControlPlanes declared) {
    var namespaces = new LinkedHashMap<String, List<Given>>();
    all().forEach(plane -> namespaces.put(plane, namespace(plane)));
    ControlPlanes placed = declared.knowing(namespaces);
    var given = new LinkedHashMap<String, List<Given>>();
    for (String plane : all()) {
      var ofPlane = new ArrayList<>(namespaces.getOrDefault(plane, List.of()));
      for (Part part : of(plane, placed.settings(plane))) {
        ofPlane.addAll(SettingsReader.read(part.manifest()).given());
      }
      given.put(plane, ofPlane);
    }
    return declared.knowing(given);
  }

  boolean saysNothingNew(ControlPlanes before, ControlPlanes after) {
    return all().stream().allMatch(plane -> before.settings(plane).equals(after.settings(plane)));
  }

  private Set<String> all() {
    var all = new TreeSet<>(planes);
    all.addAll(parts.keySet());
    return all;
  }

  /** Configuration in another namespace is another Argo CD's. */
  private List<Part> of(String plane, Settings settings) {
    return parts.getOrDefault(plane, List.of()).stream()
        .filter(part -> part.manifest().namespace().equals(settings.namespace()))
        .sorted(ORDER)
        .toList();
  }

  /**
   * Where the Argo CD runs: where the operator is told to run one, if the roots are there as well;
   * else OpenShift's own namespace, if all of them are there.
   */
  private List<Given> namespace(String plane) {
    Map<String, Location> declared = rootNamespaces.getOrDefault(plane, Map.of());
    Map<String, Location> told =
        parts.getOrDefault(plane, List.of()).stream()
            .map(Part::manifest)
            .filter(SettingsReader::isOperators)
            .filter(manifest -> declared.containsKey(manifest.namespace()))
            .collect(
                Collectors.toMap(
                    Manifest::namespace, Manifest::location, (a, b) -> a, TreeMap::new));
    if (told.size() == 1) {
      return told.entrySet().stream().map(Configuration::namespace).toList();
    }
    return declared.keySet().equals(Set.of(OPENSHIFT))
        ? declared.entrySet().stream().map(Configuration::namespace).toList()
        : List.of();
  }

  private static Given namespace(Map.Entry<String, Location> place) {
    return new Given(
        "namespace",
        settings -> settings.withNamespace(place.getKey()),
        Optional.of(place.getValue()));
  }

  /** On each deliverer: what is read from it, and what of it no Argo CD could read. */
  Map<NodeId, List<Finding>> findings(ControlPlanes set) {
    var findings = new LinkedHashMap<NodeId, List<Finding>>();
    for (String plane : parts.keySet()) {
      Settings settings = set.settings(plane);
      for (Part part : of(plane, settings)) {
        SettingsReader.Read read = SettingsReader.read(part.manifest());
        List<Finding> here =
            findings.computeIfAbsent(part.deliverer(), ignored -> new ArrayList<>());
        here.addAll(read.findings());
        heeded(part.manifest(), read.given(), settings).ifPresent(here::add);
      }
    }
    return findings;
  }

  private static Optional<Finding> heeded(Manifest manifest, List<Given> given, Settings settings) {
    List<Given> heeded =
        given.stream().filter(one -> one.place().equals(settings.found().get(one.name()))).toList();
    if (heeded.isEmpty()) {
      return Optional.empty();
    }
    String sets = "%s %s sets this Argo CD".formatted(manifest.gvk().kind(), manifest.name());
    String names = heeded.stream().map(Given::name).collect(Collectors.joining(", "));
    return Optional.of(
        new Finding(
                FindingCode.SETTINGS_FROM_GIT_INFO,
                sets + ": " + names,
                heeded.stream().flatMap(one -> one.where().stream()).toList())
            .knownBy(sets));
  }
}
