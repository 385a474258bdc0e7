package dev.layerscope.render.helm.chart;

import dev.layerscope.git.Snapshot;
import dev.layerscope.git.TreeEntry;
import dev.layerscope.git.TreePath;
import dev.layerscope.manifest.Origin;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Files of a chart while they are gathered: content and origin by path. Links are followed inside
 * the repository and become plain files; what leads out of it, and submodules, are left out.
 */
final class ChartFiles {
  /** More than any chart has that a person wrote; a repository's root may be one. */
  private static final int MAX_FILES = 5_000;

  private static final long MAX_BYTES = 40L * 1024 * 1024;

  private final Map<String, byte[]> contents = new TreeMap<>();
  private final Map<String, Origin> origins = new TreeMap<>();
  private long bytes;

  Map<String, byte[]> contents() {
    return contents;
  }

  Map<String, Origin> origins() {
    return origins;
  }

  void put(String path, byte[] content, Origin origin) throws ChartException {
    byte[] before = contents.put(path, content);
    bytes += content.length - (before == null ? 0 : before.length);
    origins.put(path, origin);
    if (contents.size() > MAX_FILES || bytes > MAX_BYTES) {
      throw new ChartException(
          "the chart has more than %d files or %d MB"
              .formatted(MAX_FILES, MAX_BYTES / 1024 / 1024));
    }
  }

  void remove(String path) {
    byte[] before = contents.remove(path);
    bytes -= before == null ? 0 : before.length;
    origins.remove(path);
  }

  /** Everything of another chart, below a folder. */
  void putAll(String folder, ChartFiles other) throws ChartException {
    for (var file : other.contents.entrySet()) {
      Origin origin = other.origins.getOrDefault(file.getKey(), new Origin("", "", ""));
      put(folder + file.getKey(), file.getValue(), origin);
    }
  }

  /** Everything below a folder of a repository. */
  static ChartFiles of(Snapshot snapshot, TreeEntry directory) throws ChartException {
    var files = new ChartFiles();
    files.gather(snapshot, directory, "", new HashSet<>());
    return files;
  }

  private void gather(Snapshot snapshot, TreeEntry directory, String prefix, Set<TreePath> above)
      throws ChartException {
    if (!above.add(directory.path())) {
      return;
    }
    for (TreeEntry entry : snapshot.list(directory)) {
      String path = prefix + entry.name();
      TreeEntry target = entry;
      if (entry.kind() == TreeEntry.Kind.SYMLINK
          && snapshot.follow(entry.path()) instanceof Snapshot.Target.Found(TreeEntry found)) {
        target = found;
      }
      if (target.isFile()) {
        if (snapshot.size(target) > MAX_BYTES) {
          throw new ChartException(path + " is larger than Helm reads");
        }
        put(path, snapshot.read(target), Origin.of(snapshot, target.path()));
      } else if (target.isDirectory()) {
        gather(snapshot, target, path + "/", above);
      }
    }
    above.remove(directory.path());
  }
}
