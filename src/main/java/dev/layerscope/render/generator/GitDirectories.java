package dev.layerscope.render.generator;

import dev.layerscope.git.Snapshot;
import dev.layerscope.git.TreeEntry;
import dev.layerscope.git.TreePath;
import dev.layerscope.glob.PathMatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The directories of a repository that patterns choose, depth first by name. */
public final class GitDirectories {
  private GitDirectories() {}

  /**
   * All directories but the root. Links are none.
   *
   * @param hidden whether those whose name begins with a dot count, with what is below them
   */
  public static List<String> all(Snapshot snapshot, boolean hidden) {
    var found = new ArrayList<String>();
    snapshot.find(TreePath.ROOT).ifPresent(root -> walk(snapshot, root, hidden, found));
    return found;
  }

  private static void walk(
      Snapshot snapshot, TreeEntry directory, boolean hidden, List<String> found) {
    for (TreeEntry entry : snapshot.list(directory)) {
      if (entry.isDirectory() && (hidden || !entry.name().startsWith("."))) {
        found.add(entry.path().value());
        walk(snapshot, entry, hidden, found);
      }
    }
  }

  static List<String> matching(Snapshot snapshot, GitGenerator.Patterns patterns, boolean hidden) {
    return matching(all(snapshot, hidden), patterns.include(), patterns.exclude());
  }

  /** Those that some pattern takes in and none leaves out, in their order. */
  public static List<String> matching(
      List<String> directories, List<String> include, List<String> exclude) {
    List<PathMatch> in = compiled(include);
    List<PathMatch> out = compiled(exclude);
    return directories.stream()
        .filter(path -> in.stream().anyMatch(glob -> glob.matches(path)))
        .filter(path -> out.stream().noneMatch(glob -> glob.matches(path)))
        .toList();
  }

  private static List<PathMatch> compiled(List<String> patterns) {
    return patterns.stream().map(PathMatch::compile).flatMap(Optional::stream).toList();
  }
}
