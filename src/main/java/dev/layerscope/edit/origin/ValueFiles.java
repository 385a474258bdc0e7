package dev.layerscope.edit.origin;

import dev.layerscope.git.Snapshot;
import dev.layerscope.git.TreeEntry;
import dev.layerscope.git.TreePath;
import dev.layerscope.hierarchy.ResolvedSource;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Node;
import dev.layerscope.yaml.Sequence;
import java.util.ArrayList;
import java.util.List;

/** The files a chart in git takes its values from, as far as they lie beside it. */
public final class ValueFiles {
  private ValueFiles() {}

  /** Weakest first, as Helm merges them. */
  public static List<TreePath> of(ResolvedSource source, Snapshot snapshot) {
    TreePath chart = TreePath.clean(source.declared().path().orElse("")).orElse(TreePath.ROOT);
    Mapping helm = source.declared().helm().orElse(Mapping.EMPTY);
    var files = new ArrayList<TreePath>();
    files.add(chart.child("values.yaml"));
    for (Node file : helm.sequence("valueFiles").map(Sequence::items).orElse(List.of())) {
      file.asText()
          .filter(text -> !text.contains("://") && !text.startsWith("$"))
          .flatMap(
              text -> text.startsWith("/") ? TreePath.clean(text.substring(1)) : chart.walk(text))
          .ifPresent(files::add);
    }
    files.removeIf(file -> snapshot.find(file).filter(TreeEntry::isFile).isEmpty());
    return files;
  }
}
