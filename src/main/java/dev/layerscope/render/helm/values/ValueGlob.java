package dev.layerscope.render.helm.values;

import dev.layerscope.git.Snapshot;
import dev.layerscope.git.TreeEntry;
import dev.layerscope.git.TreePath;
import dev.layerscope.glob.Doublestar;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Patterns in names of value files, as bmatcuk/doublestar has them: {@code *} stays in its folder,
 * {@code **} does not; a folder's own files come before those of its sub-folders (specification
 * §5.3).
 */
final class ValueGlob {
  private final Snapshot snapshot;
  private final Set<TreePath> found = new LinkedHashSet<>();

  private ValueGlob(Snapshot snapshot) {
    this.snapshot = snapshot;
  }

  /**
   * The files a pattern matches, from the root of the repository, in the order Argo CD has them.
   */
  static List<TreePath> matches(Snapshot snapshot, String pattern) {
    var glob = new ValueGlob(snapshot);
    glob.walk(TreePath.ROOT, List.of(pattern.split("/")));
    return List.copyOf(glob.found);
  }

  private void walk(TreePath folder, List<String> segments) {
    String first = segments.getFirst();
    List<String> rest = segments.subList(1, segments.size());
    if (first.equals("**")) {
      walk(folder, rest.isEmpty() ? List.of("*") : rest);
      for (TreeEntry entry : entries(folder)) {
        if (entry.isDirectory()) {
          walk(folder.child(entry.name()), segments);
        }
      }
      return;
    }
    Optional<Doublestar> pattern = Doublestar.compile(first);
    for (TreeEntry entry : entries(folder)) {
      if (pattern.isEmpty() || !pattern.get().matches(entry.name())) {
        continue;
      }
      TreePath path = folder.child(entry.name());
      boolean directory =
          snapshot.follow(path) instanceof Snapshot.Target.Found(TreeEntry target)
              && target.isDirectory();
      if (rest.isEmpty() && !directory) {
        found.add(path);
      } else if (!rest.isEmpty() && directory) {
        walk(path, rest);
      }
    }
  }

  private List<TreeEntry> entries(TreePath folder) {
    return snapshot.follow(folder) instanceof Snapshot.Target.Found(TreeEntry entry)
            && entry.isDirectory()
        ? snapshot.list(entry)
        : List.of();
  }
}
