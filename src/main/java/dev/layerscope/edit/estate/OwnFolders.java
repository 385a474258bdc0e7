package dev.layerscope.edit.estate;

import dev.layerscope.git.TreePath;
import dev.layerscope.glob.GobwasGlob;
import dev.layerscope.manifest.Manifest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Neighbours that each have a folder of their own, all with a file of one name in it. */
public final class OwnFolders {
  private OwnFolders() {}

  /**
   * Where the file of one more would be; empty when most neighbours live otherwise.
   *
   * @param name of the Application
   */
  public static Optional<TreePath> file(Host host, Neighbours neighbours, String name) {
    var files = new ArrayList<TreePath>();
    int all = 0;
    for (Manifest manifest : neighbours.manifests()) {
      if (manifest.gvk().isArgo("Application")) {
        all++;
        TreePath file = TreePath.of(manifest.origin().path());
        if (file.parent().name().equals(manifest.name()) && !file.parent().equals(host.folder())) {
          String called = file.name().replace(manifest.name(), name);
          files.add(file.parent().parent().child(name).child(called));
        }
      }
    }
    List<TreePath> distinct = files.stream().distinct().toList();
    return distinct.size() == 1 && files.size() * 2 > all
        ? Optional.of(distinct.getFirst())
        : Optional.empty();
  }

  /** Where the file of one more Application goes. */
  public static TreePath place(Host host, String name) {
    return file(host, new Neighbours(host), name).orElse(host.folder().child(name + ".yaml"));
  }

  /** Whether a directory source passes a file over (specification §3.1). */
  public static boolean passesOver(Host host, TreePath file) {
    Optional<String> include =
        host.source().declared().directory().flatMap(d -> d.textAt("include"));
    return include
        .filter(pattern -> !pattern.isEmpty())
        .flatMap(GobwasGlob::compile)
        .filter(glob -> !glob.matches(file.relativeTo(host.folder())))
        .isPresent();
  }
}
