package dev.layerscope.edit.draft;

import dev.layerscope.edit.RefusedException;
import dev.layerscope.edit.text.Yaml;
import dev.layerscope.git.Snapshot;
import dev.layerscope.git.TreeEntry;
import dev.layerscope.git.TreePath;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Node;
import dev.layerscope.yaml.Sequence;
import dev.layerscope.yaml.YamlPath;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The kustomizations a folder is built from within its repository, the outermost first: what one of
 * them sets beats what those behind it set.
 */
public final class Kustomizations {
  private static final List<String> NAMES =
      List.of("kustomization.yaml", "kustomization.yml", "Kustomization");

  private Kustomizations() {}

  /** One of them, as it is written. */
  public record Level(TreePath file, Node root) {
    /** The items of one of its lists. */
    public List<Node> items(String key) {
      return root.at(key).filter(Sequence.class::isInstance).stream()
          .flatMap(list -> ((Sequence) list).items().stream())
          .toList();
    }
  }

  /**
   * @param files the branch as it will be
   * @param root the folder that is built
   */
  public static List<Level> from(FileDraft files, Snapshot snapshot, TreePath root)
      throws RefusedException {
    var found = new ArrayList<Level>();
    Deque<TreePath> folders = new ArrayDeque<>(List.of(root));
    Set<TreePath> seen = new HashSet<>();
    while (!folders.isEmpty()) {
      TreePath folder = folders.poll();
      Optional<TreePath> file = seen.add(folder) ? in(snapshot, folder) : Optional.empty();
      if (file.isPresent()) {
        Node written = Yaml.at(files.text(file.get()), YamlPath.root(0)).orElse(Mapping.EMPTY);
        var level = new Level(file.get(), written);
        found.add(level);
        folders.addAll(below(folder, level));
      }
    }
    return found;
  }

  /** The kustomization of a folder. */
  public static Optional<TreePath> in(Snapshot snapshot, TreePath folder) {
    return NAMES.stream()
        .flatMap(name -> snapshot.find(folder.child(name)).stream())
        .filter(TreeEntry::isFile)
        .map(TreeEntry::path)
        .findFirst();
  }

  private static List<TreePath> below(TreePath folder, Level level) {
    return List.of("components", "resources", "bases").stream()
        .flatMap(key -> level.items(key).stream())
        .flatMap(item -> item.asText().stream())
        .filter(text -> !text.contains("://") && !text.matches(".*\\.ya?ml"))
        .flatMap(text -> folder.walk(text).stream())
        .toList();
  }
}
