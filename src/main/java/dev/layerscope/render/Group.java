package dev.layerscope.render;

import dev.layerscope.git.TreePath;
import dev.layerscope.manifest.Gvk;
import dev.layerscope.manifest.Manifest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A first-level folder of a recursed directory source that holds manifests: what people call an app
 * of their team.
 *
 * @param path of the folder, from the root of the repository
 * @param manifests how many objects stand in it and below it
 * @param plain how many of them are not Argo CD's own
 */
public record Group(TreePath path, int manifests, int plain) {
  /** The folder's name. */
  public String name() {
    return path.name();
  }

  /** The folders directly below a directory that manifests come from, in the order met. */
  static List<Group> of(TreePath directory, List<Manifest> manifests) {
    Map<TreePath, Group> groups = new LinkedHashMap<>();
    for (Manifest manifest : manifests) {
      TreePath file = TreePath.of(manifest.origin().path());
      if (!file.isWithin(directory)) {
        continue;
      }
      String below = file.relativeTo(directory);
      int slash = below.indexOf('/');
      if (slash > 0) {
        TreePath folder = directory.child(below.substring(0, slash));
        int plain = manifest.gvk().group().equals(Gvk.ARGO) ? 0 : 1;
        groups.merge(folder, new Group(folder, 1, plain), Group::plus);
      }
    }
    return new ArrayList<>(groups.values());
  }

  private Group plus(Group other) {
    return new Group(path, manifests + other.manifests, plain + other.plain);
  }
}
