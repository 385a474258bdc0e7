package dev.layerscope.check;

import dev.layerscope.argocd.AppProject;
import dev.layerscope.argocd.AppProjectReader;
import dev.layerscope.argocd.Application;
import dev.layerscope.argocd.DestinationCluster;
import dev.layerscope.argocd.ProjectRules;
import dev.layerscope.argocd.ProjectValidation;
import dev.layerscope.argocd.Settings;
import dev.layerscope.argocd.Source;
import dev.layerscope.finding.Finding;
import dev.layerscope.finding.FindingCode;
import dev.layerscope.finding.Location;
import dev.layerscope.hierarchy.AttachedProject;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.hierarchy.NodeId;
import dev.layerscope.hierarchy.NodeKind;
import dev.layerscope.manifest.Gvk;
import dev.layerscope.manifest.Manifest;
import dev.layerscope.manifest.Scope;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What an AppProject forbids its Applications: sources, destinations, kinds, namespaces, and where
 * they may live (mistakes 8 to 11 and 14, specification §8). Only projects that git declares are
 * held against anything; what nobody can decide is not told.
 */
public final class ProjectPermissions implements Rule.OfEstate {
  private static final int MOST_PLACES = 5;

  /** A project with its rules. */
  private record Project(HierarchyNode node, AppProject project, ProjectRules rules) {
    static Project of(HierarchyNode node, Estate estate) {
      AppProject project = AppProjectReader.read(node.manifest());
      AppProject whole =
          AttachedProject.effective(estate.hierarchy(), node.id().controlPlane(), project);
      return new Project(node, project, new ProjectRules(whole));
    }
  }

  @Override
  public Map<NodeId, List<Finding>> check(Estate estate) {
    Map<String, Project> projects = new LinkedHashMap<>();
    var findings = new LinkedHashMap<NodeId, List<Finding>>();
    for (HierarchyNode node : estate.hierarchy().nodes()) {
      String home = estate.settings(node.id().controlPlane()).namespace();
      if (node.kind() == NodeKind.APP_PROJECT
          && node.dormant().isEmpty()
          && node.id().namespace().equals(home)) {
        Project project = Project.of(node, estate);
        projects.put(key(node.id().controlPlane(), node.name()), project);
        List<Finding> own = invalid(project);
        if (!own.isEmpty()) {
          findings.put(node.id(), own);
        }
      }
    }
    for (HierarchyNode node : estate.applications()) {
      Project project =
          projects.get(key(node.id().controlPlane(), Estate.application(node).project()));
      if (project != null) {
        List<Finding> found = new Held(estate, node, project).findings();
        if (!found.isEmpty()) {
          findings.put(node.id(), found);
        }
      }
    }
    return findings;
  }

  private static String key(String controlPlane, String name) {
    return controlPlane + "\n" + name;
  }

  private static List<Finding> invalid(Project project) {
    return ProjectValidation.errors(project.project()).stream()
        .map(error ->
            Finding.of(
                FindingCode.INVALID_PROJECT_WARNING,
                project.node().name() + ": " + error,
                project.node().manifest().location()))
        .toList();
  }

  /** One Application held against its project. One use. */
  private static final class Held {
    private final Estate estate;
    private final HierarchyNode node;
    private final Application application;
    private final Project project;
    private final Settings settings;
    private final List<Finding> findings = new ArrayList<>();

    Held(Estate estate, HierarchyNode node, Project project) {
      this.estate = estate;
      this.node = node;
      this.application = Estate.application(node);
      this.project = project;
      this.settings = estate.settings(node.id().controlPlane());
    }

    List<Finding> findings() {
      sources();
      if (!project.rules().permitsNamespace(node.id().namespace(), settings.namespace())) {
        add(
            FindingCode.APPLICATION_NAMESPACE_NOT_PERMITTED_ERROR,
            "application '%s' in namespace '%s' is not permitted to use project '%s'"
                .formatted(node.name(), node.id().namespace(), project.node().name()),
            List.of(application.manifest().location(), place("sourceNamespaces")));
      }
      if (DestinationCluster.of(application.destination(), settings)
          instanceof DestinationCluster.Known cluster) {
        destination(cluster);
        objects(cluster);
      }
      return findings;
    }

    private void sources() {
      for (Source source : application.sources()) {
        if (!project.rules().permitsSource(source.repoURL())) {
          add(
              FindingCode.REPOSITORY_NOT_PERMITTED_ERROR,
              "application repo %s is not permitted in project '%s'"
                  .formatted(source.repoURL().display(), project.node().name()),
              List.of(
                  source.line() > 0
                      ? application.manifest().origin().line(source.line())
                      : application.manifest().location(),
                  place("sourceRepos")));
        }
      }
    }

    private void destination(DestinationCluster.Known cluster) {
      String namespace = application.destination().namespace().orElse("");
      if (refuses(cluster, namespace)) {
        add(
            FindingCode.DESTINATION_NOT_PERMITTED_ERROR,
            ("application destination server '%s' and namespace '%s' do not match any of the"
                    + " allowed destinations in project '%s'")
                .formatted(
                    cluster.server().isEmpty() ? cluster.name() : cluster.server(),
                    namespace,
                    project.node().name()),
            List.of(
                application.manifest().locationOf("spec", "destination"), place("destinations")));
      }
    }

    private boolean refuses(DestinationCluster.Known cluster, String namespace) {
      List<Settings.Cluster> own =
          settings.clusters().stream()
              .filter(c -> c.project().filter(project.node().name()::equals).isPresent())
              .toList();
      return project.rules().permitsDestination(cluster, namespace, own)
          == ProjectRules.Verdict.REFUSED;
    }

    /** One finding for each kind and each namespace, not for each object. */
    private void objects(DestinationCluster.Known cluster) {
      Map<String, List<Delivered>> kinds = new LinkedHashMap<>();
      Map<String, List<Delivered>> namespaces = new LinkedHashMap<>();
      Map<String, Boolean> refused = new LinkedHashMap<>();
      String own = application.destination().namespace().orElse("");
      for (Delivered one : estate.deliveriesOf(node)) {
        Gvk gvk = one.object().gvk();
        Scope scope = estate.scopeOf(gvk);
        boolean namespaced = scope != Scope.CLUSTER;
        if (scope != Scope.UNKNOWN
            && !project.rules().permitsKind(gvk, one.key().name(), namespaced)) {
          kinds.computeIfAbsent(gvk.group() + ":" + gvk.kind(), k -> new ArrayList<>()).add(one);
        } else if (namespaced && !one.key().namespace().isEmpty()) {
          String namespace = one.key().namespace();
          boolean no = refused.computeIfAbsent(namespace, n -> refuses(cluster, n));
          if (no && !namespace.equals(own)) {
            namespaces.computeIfAbsent(namespace, k -> new ArrayList<>()).add(one);
          }
        }
      }
      kinds.forEach((kind, objects) ->
          add(
              FindingCode.KIND_NOT_PERMITTED_ERROR,
              "resource %s is not permitted in project %s: the sync of %s fails as a whole"
                  .formatted(kind, project.node().name(), node.name()),
              places(objects)));
      namespaces.forEach((namespace, objects) ->
          add(
              FindingCode.NAMESPACE_NOT_PERMITTED_ERROR,
              "namespace %s is not permitted in project '%s': the sync of %s fails as a whole"
                  .formatted(namespace, project.node().name(), node.name()),
              places(objects)));
    }

    private List<Location> places(List<Delivered> objects) {
      return Stream.concat(
              objects.stream().limit(MOST_PLACES).map(o -> o.object().place()),
              Stream.of(project.node().manifest().location()))
          .distinct()
          .toList();
    }

    private Location place(String field) {
      Manifest manifest = project.node().manifest();
      return manifest.locationOf("spec", field);
    }

    private void add(FindingCode code, String message, List<Location> places) {
      boolean rendered =
          Set.of(FindingCode.KIND_NOT_PERMITTED_ERROR, FindingCode.NAMESPACE_NOT_PERMITTED_ERROR)
              .contains(code);
      var finding = new Finding(code, message, places);
      Optional<Finding> weaker =
          rendered ? Optional.of(finding.notSurerThan(node.certainty())) : Optional.empty();
      findings.add(weaker.orElse(finding).notSurerThan(project.node().certainty()));
    }
  }
}
