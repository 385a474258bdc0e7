package dev.layerscope.ui.edit;

import dev.layerscope.hierarchy.NodeKind;
import dev.layerscope.hierarchy.ResolvedRoot;
import dev.layerscope.ui.workspace.WorkspaceViewModel;
import dev.layerscope.workspace.Workspace;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What the fields of a form offer, from the workspace and the picture as they are now. */
final class FieldChoices {
  private FieldChoices() {}

  static List<String> of(
      EditKind.Choice choice, WorkspaceViewModel workspace, EditViewModel model) {
    return switch (choice) {
      case TEXT, FLAG -> List.of();
      case HOST, OTHER_HOST -> hosts(workspace, true);
      case GROUND -> hosts(workspace, false);
      case ENVIRONMENT, NEXT_ENVIRONMENT, ENVIRONMENTS -> environments(workspace);
      case REPOSITORY -> repositories(workspace);
      case APPLICATION, ANY_APPLICATION -> applications(workspace);
      case IMAGE -> List.copyOf(model.images().images().get().keySet());
    };
  }

  private static List<String> environments(WorkspaceViewModel workspace) {
    return workspace
        .opened()
        .get()
        .map(o -> o.workspace().environments().stream().map(Workspace.Environment::name).toList())
        .orElse(List.of());
  }

  private static List<String> repositories(WorkspaceViewModel workspace) {
    return workspace
        .opened()
        .get()
        .map(o -> o.workspace().repositories().stream().map(r -> r.url().display()).toList())
        .orElse(List.of());
  }

  /**
   * Roots and the layers they share, by name; what teams own holds nothing of the platform's.
   *
   * @param rootsFirst whether roots come before the layers they share: something is put into a
   *     root, and built on a layer
   */
  private static List<String> hosts(WorkspaceViewModel workspace, boolean rootsFirst) {
    Set<String> hosts = new LinkedHashSet<>();
    workspace
        .shown()
        .get()
        .ifPresent(shown -> {
          List<String> roots = shown.hierarchy().roots().stream().map(ResolvedRoot::name).toList();
          if (rootsFirst) {
            hosts.addAll(roots);
          }
          shown.looks().shared().forEach(look -> hosts.add(look.label()));
          hosts.addAll(roots);
        });
    return List.copyOf(hosts);
  }

  private static List<String> applications(WorkspaceViewModel workspace) {
    Set<String> names = new TreeSet<>();
    workspace
        .shown()
        .get()
        .ifPresent(shown ->
            shown.hierarchy().nodes().stream()
                .filter(n -> n.kind() == NodeKind.APPLICATION)
                .forEach(n -> names.add(n.name())));
    return List.copyOf(names);
  }
}
