package dev.layerscope.render;

import dev.layerscope.git.Snapshot;
import dev.layerscope.git.TreeEntry;
import dev.layerscope.git.TreePath;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The check Argo CD makes before it renders anything of a repository: no symbolic link may be
 * absolute or leave the root on its way, not even to come back (specification §3.3). Remembered by
 * tree.
 */
final class Symlinks {
  private final ConcurrentHashMap<String, List<TreePath>> known = new ConcurrentHashMap<>();

  /** The links that break the rule, in the order Argo CD meets them. */
  List<TreePath> outOfBounds(Snapshot snapshot) {
    List<TreePath> hit = known.get(snapshot.tree());
    if (hit != null) {
      return hit;
    }
    TreeEntry root = snapshot.find(TreePath.ROOT).orElseThrow();
    List<TreePath> bad =
        snapshot.walk(root, ignored -> true).stream()
            .filter(entry -> entry.kind() == TreeEntry.Kind.SYMLINK)
            .filter(link -> leaves(snapshot, link))
            .map(TreeEntry::path)
            .toList();
    known.put(snapshot.tree(), bad);
    return bad;
  }

  private static boolean leaves(Snapshot snapshot, TreeEntry link) {
    String target = new String(snapshot.read(link), StandardCharsets.UTF_8);
    return target.startsWith("/") || link.path().parent().walk(target).isEmpty();
  }
}
