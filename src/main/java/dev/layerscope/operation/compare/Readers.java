package dev.layerscope.operation.compare;

import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.TreePath;
import dev.layerscope.hierarchy.Hierarchy;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.render.RenderedObject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which Applications read a file of one repository, looked up by the file: asked for every file of
 * every commit, so a question must not cost what the estate is large.
 */
final class Readers {
  private final RepoUrl url;
  private final Map<String, Set<String>> byFolder = new HashMap<>();
  private final Map<String, Set<String>> byFile = new HashMap<>();

  Readers(RepoUrl url, List<Hierarchy> hierarchies) {
    this.url = url;
    for (Hierarchy hierarchy : hierarchies) {
      hierarchy.nodes().stream()
          .filter(node -> node.application().isPresent())
          .forEach(this::enter);
    }
  }

  private void enter(HierarchyNode node) {
    node.sources().stream()
        .filter(source -> new RepoUrl(source.repository()).sameRepositoryAs(url))
        .flatMap(source -> source.declared().path().stream())
        .forEach(path -> enter(byFolder, folder(path), node));
    for (RenderedObject object : node.objects()) {
      if (new RepoUrl(object.place().repoUrl()).sameRepositoryAs(url)) {
        enter(byFile, object.place().path(), node);
      }
    }
  }

  private static void enter(Map<String, Set<String>> map, String place, HierarchyNode node) {
    map.computeIfAbsent(place, unused -> new HashSet<>()).add(node.name());
  }

  private static String folder(String path) {
    String folder = path.replaceFirst("^\\./", "").replaceFirst("/$", "");
    return folder.equals(".") ? "" : folder;
  }

  /** The names of those with a source's path above the file, or that render something of it. */
  Set<String> of(TreePath file) {
    var names = new HashSet<>(byFile.getOrDefault(file.value(), Set.of()));
    String below = file.value();
    for (int end = below.lastIndexOf('/'); end > 0; end = below.lastIndexOf('/', end - 1)) {
      names.addAll(byFolder.getOrDefault(below.substring(0, end), Set.of()));
    }
    names.addAll(byFolder.getOrDefault("", Set.of()));
    return names;
  }
}
