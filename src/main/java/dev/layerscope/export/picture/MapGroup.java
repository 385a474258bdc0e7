package dev.layerscope.export.picture;

import dev.layerscope.export.picture.MapPicture.Box;
import dev.layerscope.export.picture.MapPicture.Part;
import dev.layerscope.finding.Finding;
import dev.layerscope.finding.Severity;
import dev.layerscope.hierarchy.Hierarchy;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.hierarchy.NodeId;
import dev.layerscope.hierarchy.ResolvedRoot;
import dev.layerscope.layout.Places;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What one box of a map stands for, while it is put together. */
final class MapGroup {
  private final String title;
  private final LayerLook look;
  private final boolean hollow;
  private final boolean row;
  private final Set<NodeId> nodes = new LinkedHashSet<>();
  private final Set<String> roots = new HashSet<>();
  private final Map<String, Set<String>> revisions = new TreeMap<>();
  private long size;
  private long errors;
  private long warnings;

  /**
   * @param row whether it is a root
   */
  MapGroup(String title, LayerLook look, boolean hollow, boolean row) {
    this.title = title;
    this.look = look;
    this.hollow = hollow;
    this.row = row;
  }

  String title() {
    return title;
  }

  boolean isRow() {
    return row;
  }

  /** It is a root's row, and answers for everything that one reaches. */
  void begin(ResolvedRoot root, int reached) {
    roots.add(root.name());
    size = reached;
    count(root.findings());
  }

  void count(List<Finding> findings) {
    for (Finding finding : findings) {
      errors += finding.severity() == Severity.ERROR ? 1 : 0;
      warnings += finding.severity() == Severity.WARNING ? 1 : 0;
    }
  }

  /** One more node of it, as a root has it. Its layer is told by its first source. */
  void add(HierarchyNode node, ResolvedRoot root) {
    nodes.add(node.id());
    roots.add(root.name());
    node.sources().stream()
        .limit(1)
        .forEach(source -> {
          String revision = source.declared().targetRevision().orElse("HEAD");
          String place = CardFace.repository(source.declared().repoURL()) + "@" + revision;
          revisions.computeIfAbsent(place, ignored -> new TreeSet<>()).add(root.name());
        });
  }

  Box box(Hierarchy hierarchy, Places.Rectangle place) {
    return new Box(
        look,
        hollow,
        title,
        row ? "" : revisions(),
        roots.size(),
        row ? 0 : hierarchy.roots().size(),
        row ? List.of() : parts(hierarchy),
        nodes,
        size,
        row ? errors : count(hierarchy, Severity.ERROR),
        row ? warnings : count(hierarchy, Severity.WARNING),
        place);
  }

  private long count(Hierarchy hierarchy, Severity severity) {
    return nodes.stream().mapToLong(id -> hierarchy.get(id).count(severity)).sum();
  }

  /** "platform/baseline@prod", or how many roots are at each. */
  private String revisions() {
    if (revisions.size() == 1) {
      return revisions.keySet().iterator().next();
    }
    var parts = new ArrayList<String>();
    boolean one = revisions.keySet().stream().map(MapGroup::repository).distinct().count() == 1;
    revisions.forEach((place, reaching) -> {
      String name = repository(place);
      String shown = one ? "" : name.substring(name.lastIndexOf('/') + 1);
      parts.add(shown + place.substring(name.length()) + " ×" + reaching.size());
    });
    return parts.isEmpty() ? "?" : String.join(", ", parts);
  }

  private static String repository(String place) {
    return place.substring(0, place.lastIndexOf('@'));
  }

  /** One of each path is counted: the same directory renders the same for every root. */
  private List<Part> parts(Hierarchy hierarchy) {
    Map<Boolean, Map<String, Long>> counted = new TreeMap<>();
    for (NodeId id : nodes) {
      HierarchyNode node = hierarchy.get(id);
      String path =
          node.sources().stream().map(s -> s.declared().path().orElse("")).findFirst().orElse("");
      counted
          .computeIfAbsent(node.isResources(), ignored -> new HashMap<>())
          .merge(path, (long) node.rendered().total(), Math::max);
    }
    var parts = new ArrayList<Part>();
    counted.forEach((res, paths) ->
        parts.add(
            new Part(
                res ? "res" : "deps",
                res,
                paths.values().stream().mapToLong(Long::longValue).sum())));
    return parts;
  }
}
