package dev.layerscope.git;

import dev.layerscope.git.Snapshot.Target;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * The way to a path through symbolic links, wherever they stand in it.
 *
 * @param tree the id of the tree that paths begin at
 * @param mostLinks to follow; more count as a circle
 */
record LinkWalk(ObjectStore objects, String tree, int mostLinks) {
  /** As many as Go's {@code EvalSymlinks} follows. */
  static final int MAX_LINKS = 255;

  /** No file system has longer paths; a link to one leads nowhere. */
  private static final int LONGEST_LINK = 4096;

  Target to(TreePath path) {
    return follow(path, 0);
  }

  private Target follow(TreePath path, int links) {
    if (links > mostLinks) {
      return new Target.Circular();
    }
    var reached = new TreeEntry(TreePath.ROOT, TreeEntry.Kind.DIRECTORY, tree);
    String[] segments = path.isRoot() ? new String[0] : path.value().split("/");
    for (int i = 0; i < segments.length; i++) {
      TreePath walked = reached.path();
      TreePath next = walked.child(segments[i]);
      Optional<ObjectStore.RawEntry> entry =
          reached.isDirectory() ? objects.entry(reached.id(), segments[i]) : Optional.empty();
      if (entry.isEmpty()) {
        return new Target.Missing();
      }
      if (entry.get().kind() == TreeEntry.Kind.SYMLINK) {
        if (objects.size(entry.get().id()) > LONGEST_LINK) {
          return new Target.Missing();
        }
        String to = new String(objects.blob(entry.get().id()), StandardCharsets.UTF_8);
        Optional<TreePath> base = to.startsWith("/") ? Optional.empty() : walked.walk(to);
        if (base.isEmpty()) {
          return new Target.Outside(next, to);
        }
        String rest = String.join("/", Arrays.asList(segments).subList(i + 1, segments.length));
        return base.get()
            .walk(rest)
            .map(whole -> follow(whole, links + 1))
            .orElse(new Target.Outside(next, to));
      }
      reached = new TreeEntry(next, entry.get().kind(), entry.get().id());
    }
    return new Target.Found(reached);
  }
}
