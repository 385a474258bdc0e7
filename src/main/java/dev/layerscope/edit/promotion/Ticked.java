package dev.layerscope.edit.promotion;

import dev.layerscope.git.TreePath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is ticked of one repository: files and folders as a whole, and parts of files. */
final class Ticked {
  private final Set<TreePath> whole = new LinkedHashSet<>();
  private final Map<TreePath, List<FilePart>> parts = new LinkedHashMap<>();

  void add(TreePath path) {
    whole.add(path);
  }

  void add(TreePath path, FilePart part) {
    List<FilePart> known = parts.computeIfAbsent(path, unused -> new ArrayList<>());
    if (!known.contains(part)) {
      known.add(part);
    }
  }

  /** Whether a file is wanted as a whole. */
  boolean has(TreePath path) {
    return whole.stream().anyMatch(path::isWithin);
  }

  /** The parts of files that are not wanted as a whole. */
  Map<TreePath, List<FilePart>> parts() {
    Map<TreePath, List<FilePart>> left = new LinkedHashMap<>(parts);
    left.keySet().removeIf(this::has);
    return left;
  }
}
