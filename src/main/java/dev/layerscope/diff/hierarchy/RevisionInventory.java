package dev.layerscope.diff.hierarchy;

import dev.layerscope.git.Revision;
import dev.layerscope.hierarchy.Hierarchy;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.hierarchy.ResolvedRoot;
import dev.layerscope.hierarchy.ResolvedSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who still runs what: which roots are at which revision of each repository. */
public final class RevisionInventory {
  private RevisionInventory() {}

  /**
   * A revision of a repository and the roots that read it.
   *
   * @param asked the target revision it was asked by; empty when it was not found
   */
  public record Row(String repository, String commit, String asked, List<String> roots) {
    public Row {
      roots = List.copyOf(roots);
    }
  }

  private record Place(String repository, String commit, String asked) {}

  /** In the order met: roots as in the workspace file, then level by level. */
  public static List<Row> of(Hierarchy hierarchy) {
    Map<Place, Set<String>> roots = new LinkedHashMap<>();
    for (ResolvedRoot root : hierarchy.roots()) {
      for (var id : hierarchy.reachedFrom(root.declared())) {
        for (ResolvedSource source :
            hierarchy.node(id).map(HierarchyNode::sources).orElse(List.of())) {
          Optional<Revision> revision = source.revision();
          if (revision.isPresent()) {
            Place place =
                new Place(source.repository(), revision.get().commit(), revision.get().asked());
            roots.computeIfAbsent(place, unused -> new LinkedHashSet<>()).add(root.name());
          }
        }
      }
    }
    var rows = new ArrayList<Row>();
    roots.forEach((place, names) ->
        rows.add(new Row(place.repository(), place.commit(), place.asked(), List.copyOf(names))));
    return rows;
  }
}
