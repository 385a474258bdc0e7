package dev.layerscope.hierarchy;

import dev.layerscope.argocd.AppProject;
import dev.layerscope.argocd.AppProjectReader;
import dev.layerscope.argocd.Application;
import dev.layerscope.argocd.GlobalProject;
import dev.layerscope.argocd.Settings;
import dev.layerscope.finding.Certainty;
import java.util.Optional;

/**
 * The project an Application belongs to.
 *
 * @param node that declares it; empty for the {@code default} that Argo CD makes itself
 * @param certainty of the project's own answer
 */
public record AttachedProject(AppProject project, Optional<NodeId> node, Certainty certainty) {
  private static final Certainty MADE =
      Certainty.assumed("the project default is as Argo CD makes it: it allows everything");

  /**
   * Looks for the project where Argo CD does: in the control plane's namespace, nowhere else
   * (specification §0.4, §8).
   *
   * @param node of that hierarchy
   * @return empty for what is no Application, and when nobody declares the project
   */
  public static Optional<AttachedProject> of(Hierarchy hierarchy, HierarchyNode node) {
    Optional<String> name = node.application().map(Application::project);
    if (name.isEmpty()) {
      return Optional.empty();
    }
    String plane = node.id().controlPlane();
    Settings settings = hierarchy.controlPlanes().settings(plane);
    var id = new NodeId(plane, settings.namespace(), NodeKind.APP_PROJECT, name.get());
    Optional<AttachedProject> declared =
        hierarchy
            .node(id)
            .map(found ->
                new AttachedProject(
                    AppProjectReader.read(found.manifest()), Optional.of(id), found.certainty()));
    return declared
        .or(() ->
            name.get().equals(AppProject.DEFAULT.name())
                ? Optional.of(new AttachedProject(AppProject.DEFAULT, Optional.empty(), MADE))
                : Optional.empty())
        .map(attached -> attached.withGlobal(hierarchy, plane, settings));
  }

  private AttachedProject withGlobal(Hierarchy hierarchy, String plane, Settings settings) {
    Certainty sure =
        settings.globalProjects().isEmpty()
            ? certainty
            : certainty.and(settings.certaintyOf("globalProjects"));
    return new AttachedProject(effective(hierarchy, plane, project), node, sure);
  }

  /**
   * A project with those added that count for it as well; one that nobody declares is passed over.
   *
   * @param plane the control plane it belongs to
   */
  public static AppProject effective(Hierarchy hierarchy, String plane, AppProject project) {
    Settings settings = hierarchy.controlPlanes().settings(plane);
    AppProject whole = project;
    for (GlobalProject global : settings.globalProjects()) {
      var id = new NodeId(plane, settings.namespace(), NodeKind.APP_PROJECT, global.name());
      Optional<HierarchyNode> found = hierarchy.node(id);
      if (found.isPresent() && global.isFor(project.labels())) {
        whole = whole.with(AppProjectReader.read(found.get().manifest()));
      }
    }
    return whole;
  }
}
