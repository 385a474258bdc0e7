package dev.layerscope.check;

import dev.layerscope.argocd.Application;
import dev.layerscope.finding.Finding;
import dev.layerscope.finding.FindingCode;
import dev.layerscope.finding.Location;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.hierarchy.NodeId;
import dev.layerscope.manifest.Gvk;
import dev.layerscope.manifest.Scope;
import dev.layerscope.yaml.Node;
import dev.layerscope.yaml.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One team, one repository, one namespace (mistakes 48 and 49, and the rules of team repositories):
 * no Application of its own, nothing cluster-scoped, nothing in another's namespace, a narrow
 * project.
 */
public final class TeamRepositories implements Rule.OfEstate {
  /** A namespace of a cluster. */
  private record Home(Cluster cluster, String namespace) {}

  @Override
  public Map<NodeId, List<Finding>> check(Estate estate) {
    Teams teams = estate.teams();
    var findings = new LinkedHashMap<NodeId, List<Finding>>();
    Map<Home, List<HierarchyNode>> homes = new LinkedHashMap<>();
    for (HierarchyNode node : estate.applications()) {
      if (!teams.binds(node) || estate.clusterOf(node).isEmpty()) {
        continue;
      }
      String namespace = Estate.application(node).destination().namespace().orElse("");
      var found = new ArrayList<Finding>();
      forbidden(node, estate, namespace, found);
      wide(node, teams).ifPresent(found::add);
      if (!found.isEmpty()) {
        findings.put(node.id(), found);
      }
      homes
          .computeIfAbsent(
              new Home(estate.clusterOf(node).get(), namespace), unused -> new ArrayList<>())
          .add(node);
    }
    homes.forEach((home, bound) -> shared(home, bound, findings));
    return findings;
  }

  private static void forbidden(
      HierarchyNode node, Estate estate, String namespace, List<Finding> found) {
    var declares = new ArrayList<Delivered>();
    var outside = new ArrayList<Delivered>();
    for (Delivered one : estate.deliveriesOf(node)) {
      Gvk gvk = one.object().gvk();
      boolean clusterScoped = estate.scopeOf(gvk) == Scope.CLUSTER;
      boolean foreign =
          !one.key().namespace().isEmpty() && !one.key().namespace().equals(namespace);
      if (gvk.isArgo("Application") || gvk.isArgo("ApplicationSet") || gvk.isArgo("AppProject")) {
        declares.add(one);
      } else if (clusterScoped || foreign) {
        outside.add(one);
      }
    }
    if (!declares.isEmpty()) {
      found.add(
          told(
              FindingCode.TEAM_DECLARES_APPLICATION_WARNING,
              "the team repository of %s declares %s: a team takes what the platform gives",
              node,
              declares));
    }
    if (!outside.isEmpty()) {
      found.add(
          told(
              FindingCode.TEAM_OUTSIDE_NAMESPACE_WARNING,
              "the team repository of %s reaches out of its namespace with %s",
              node,
              outside));
    }
  }

  private static Finding told(
      FindingCode code, String sentence, HierarchyNode node, List<Delivered> objects) {
    String named =
        String.join(", ", objects.stream().limit(3).map(o -> o.key().text()).toList())
            + (objects.size() > 3 ? " and " + (objects.size() - 3) + " more" : "");
    return new Finding(
        code,
        sentence.formatted(node.name(), named),
        Stream.concat(
                objects.stream().limit(5).map(o -> o.object().place()),
                Stream.of(node.manifest().location()))
            .distinct()
            .toList(),
        node.certainty());
  }

  /** A team's project that lets it read anywhere, or write anywhere else. */
  private static Optional<Finding> wide(HierarchyNode node, Teams teams) {
    Application application = Estate.application(node);
    Location place = application.manifest().locationOf("spec", "project");
    if (application.project().equals("default")) {
      return Optional.of(
          Finding.of(
              FindingCode.WIDE_TEAM_PROJECT_WARNING,
              node.name() + " binds a team in the project default, which permits everything",
              place));
    }
    Optional<HierarchyNode> project = teams.projectOf(node);
    List<String> wide = project.map(TeamRepositories::wideFields).orElse(List.of());
    return wide.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Finding.of(
                FindingCode.WIDE_TEAM_PROJECT_WARNING,
                "the project %s that binds %s is wide: %s"
                    .formatted(application.project(), node.name(), String.join(", ", wide)),
                project.get().manifest().location(),
                place));
  }

  private static List<String> wideFields(HierarchyNode project) {
    var wide = new ArrayList<String>();
    var root = project.manifest().root();
    if (texts(root.at("spec", "sourceRepos")).contains("*")) {
      wide.add("any repository");
    }
    for (Node destination : items(root.at("spec", "destinations"))) {
      if (destination instanceof dev.layerscope.yaml.Mapping one) {
        if (one.textAt("namespace").orElse("").equals("*")) {
          wide.add("any namespace");
        }
      }
    }
    if (!items(root.at("spec", "clusterResourceWhitelist")).isEmpty()) {
      wide.add("cluster-scoped kinds");
    }
    return wide.stream().distinct().toList();
  }

  private static List<String> texts(Optional<Node> list) {
    return items(list).stream().flatMap(item -> item.asText().stream()).toList();
  }

  private static List<Node> items(Optional<Node> list) {
    return list.orElse(Sequence.of(List.of())) instanceof Sequence sequence
        ? sequence.items()
        : List.of();
  }

  private static void shared(
      Home home, List<HierarchyNode> bound, Map<NodeId, List<Finding>> findings) {
    long repositories =
        bound.stream()
            .map(n -> Estate.application(n).sources().getFirst().repoURL().identity())
            .distinct()
            .count();
    if (repositories < 2 || home.namespace().isEmpty()) {
      return;
    }
    findings
        .computeIfAbsent(bound.getFirst().id(), unused -> new ArrayList<>())
        .add(
            new Finding(
                FindingCode.SHARED_TEAM_NAMESPACE_WARNING,
                "%s share the namespace %s: one namespace belongs to one team"
                    .formatted(
                        String.join(
                            " and ", bound.stream().map(HierarchyNode::name).sorted().toList()),
                        home.namespace()),
                bound.stream().map(n -> n.manifest().locationOf("spec", "destination")).toList()));
  }
}
