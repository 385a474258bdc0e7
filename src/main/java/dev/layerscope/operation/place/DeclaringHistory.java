package dev.layerscope.operation.place;

import dev.layerscope.finding.Location;
import dev.layerscope.git.Clone;
import dev.layerscope.git.FileHistory;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.Repositories.Access;
import dev.layerscope.git.TreePath;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.hierarchy.ResolvedSource;
import dev.layerscope.operation.open.Opened;
import dev.layerscope.work.Progress;
import dev.layerscope.yaml.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Who declared a node and who changed what it delivers: blame and commits, from git alone. */
public final class DeclaringHistory {
  private static final int MOST = 20;

  private DeclaringHistory() {}

  /**
   * One file or folder a node comes from.
   *
   * @param declares whether it declares the node; else a source of it
   * @param lines who wrote the lines that declare it; empty for sources
   */
  public record Part(
      boolean declares, Location place, FileHistory history, List<FileHistory.Written> lines) {
    public Part {
      lines = List.copyOf(lines);
    }
  }

  /** The declaring file first, then every source that can be read. */
  public static List<Part> of(Opened opened, HierarchyNode node, Progress progress) {
    var parts = new ArrayList<Part>();
    Location declared = node.manifest().location();
    read(opened, declared, progress)
        .ifPresent(history -> parts.add(new Part(true, declared, history, lines(node, history))));
    for (ResolvedSource source : node.sources()) {
      Optional<String> path = source.declared().path();
      if (source.revision().isPresent() && path.isPresent()) {
        var place =
            new Location(
                source.repository(),
                source.revision().get().commit(),
                TreePath.clean(path.get()).map(TreePath::value).orElse(""),
                0);
        read(opened, place, progress)
            .ifPresent(history -> parts.add(new Part(false, place, history, List.of())));
      }
    }
    return parts;
  }

  private static Optional<FileHistory> read(Opened opened, Location place, Progress progress) {
    Optional<TreePath> path = TreePath.clean(place.path());
    return !place.revision().isEmpty()
            && path.isPresent()
            && opened.access().at(new RepoUrl(place.repoUrl()))
                instanceof Access.Available(RepoUrl ignored, Clone clone)
        ? Optional.of(clone.history().file(place.revision(), path.get(), MOST, progress))
        : Optional.empty();
  }

  /** From the line the manifest begins on to the last line that something of it stands on. */
  private static List<FileHistory.Written> lines(HierarchyNode node, FileHistory history) {
    Place place = node.manifest().root().place();
    int first = place.line();
    int last = Math.max(first, place.endColumn() > 1 ? place.endLine() : place.endLine() - 1);
    return first <= 0
        ? List.of()
        : history.lines().stream().filter(written -> written.isIn(first, last)).toList();
  }
}
