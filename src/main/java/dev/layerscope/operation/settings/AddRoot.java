package dev.layerscope.operation.settings;

import dev.layerscope.operation.place.Unreached;
import dev.layerscope.workspace.Workspace;
import dev.layerscope.workspace.WorkspaceEdit;
import dev.layerscope.workspace.WorkspaceException;
import dev.layerscope.workspace.WorkspaceForm;
import dev.layerscope.workspace.WorkspaceForm.Field;
import dev.layerscope.workspace.WorkspaceForm.Section;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes an Application that a repository declares a root of the workspace. */
public final class AddRoot {
  private AddRoot() {}

  /**
   * Writes the root into the workspace file, read at the default branch of its repository.
   *
   * @return the root's name
   * @throws WorkspaceException when the file was changed meanwhile or cannot be written
   */
  public static String add(Workspace workspace, Unreached.One declared) throws WorkspaceException {
    String name = name(workspace, declared.name());
    Section roots =
        WorkspaceForm.sections().stream()
            .filter(section -> section.key().equals("roots"))
            .findFirst()
            .orElseThrow();
    var values = new LinkedHashMap<Field, String>();
    Map<String, String> written =
        Map.of(
            "name", name,
            "repoURL", declared.place().repoUrl(),
            "path", declared.place().path());
    for (Field field : roots.fields()) {
      if (written.containsKey(field.key())) {
        values.put(field, written.get(field.key()));
      }
    }
    WorkspaceEdit before = EditWorkspace.read(workspace.file());
    EditWorkspace.write(before, before.add(roots, values));
    return name;
  }

  /** As people call the cluster: without {@code -deps}; another one than those there are. */
  private static String name(Workspace workspace, String declared) {
    Set<String> taken =
        workspace.roots().stream().map(Workspace.RootEntry::name).collect(Collectors.toSet());
    String wanted = declared.replaceFirst("-(deps|dependencies|root)$", "");
    String name = wanted;
    for (int i = 2; taken.contains(name); i++) {
      name = wanted + "-" + i;
    }
    return name;
  }
}
