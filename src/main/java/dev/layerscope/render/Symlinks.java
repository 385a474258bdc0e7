package dev.layerscope.render;

import dev.layerscope.git.Snapshot;
import dev.layerscope.git.TreeEntry;
import dev.layerscope.git.TreePath;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The check Argo CD makes before it renders anything of a repository: no symbolic link may be
 * absolute or leave the root on its way, not even to come back (specification §3.3). The links of a
 * folder are remembered by its tree, so that a new commit costs the folders it changed.
 */
final class Symlinks {
  private static final int MOST = 200_000;

  private final ConcurrentHashMap<String, List<Link>> known = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<String, List<TreePath>> judged = new ConcurrentHashMap<>();

  /**
   * A link below a folder.
   *
   * @param path from the folder
   */
  private record Link(String path, String target) {
    Link below(String folder) {
      return new Link(folder + "/" + path, target);
    }

    boolean leaves() {
      return target.startsWith("/") || TreePath.of(path).parent().walk(target).isEmpty();
    }
  }

  /** The links that break the rule, in the order Argo CD meets them. */
  List<TreePath> outOfBounds(Snapshot snapshot) {
    List<TreePath> before = judged.get(snapshot.tree());
    if (before != null) {
      return before;
    }
    List<TreePath> bad =
        links(snapshot, snapshot.find(TreePath.ROOT).orElseThrow()).stream()
            .filter(Link::leaves)
            .map(link -> TreePath.of(link.path()))
            .toList();
    if (judged.size() > MOST) {
      judged.clear();
    }
    judged.put(snapshot.tree(), bad);
    return bad;
  }

  private List<Link> links(Snapshot snapshot, TreeEntry folder) {
    List<Link> hit = known.get(folder.id());
    if (hit != null) {
      return hit;
    }
    var links = new ArrayList<Link>();
    for (TreeEntry entry : snapshot.list(folder)) {
      if (entry.isDirectory()) {
        links(snapshot, entry).forEach(link -> links.add(link.below(entry.name())));
      } else if (entry.kind() == TreeEntry.Kind.SYMLINK) {
        String target = new String(snapshot.read(entry), StandardCharsets.UTF_8);
        links.add(new Link(entry.name(), target));
      }
    }
    if (known.size() > MOST) {
      known.clear();
    }
    known.put(folder.id(), List.copyOf(links));
    return links;
  }
}
