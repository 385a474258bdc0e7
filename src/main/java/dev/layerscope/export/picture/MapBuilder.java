package dev.layerscope.export.picture;

import dev.layerscope.argocd.Source;
import dev.layerscope.export.picture.MapPicture.Box;
import dev.layerscope.export.picture.MapPicture.Link;
import dev.layerscope.export.picture.MapPicture.Part;
import dev.layerscope.finding.Severity;
import dev.layerscope.hierarchy.Edge;
import dev.layerscope.hierarchy.Hierarchy;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.hierarchy.NodeId;
import dev.layerscope.hierarchy.NodeKind;
import dev.layerscope.hierarchy.ResolvedRoot;
import dev.layerscope.layout.Columns;
import dev.layerscope.layout.Places;
import dev.layerscope.layout.SpanningTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Puts what several roots share into one box, and the boxes into columns. */
public final class MapBuilder {
  private static final int TEAM = 3;
  private static final int CLUSTER = 5;
  private static final double ROW_WIDTH = 208;
  private static final double ROW_HEIGHT = 40;
  private static final double CARD_WIDTH = 216;
  private static final double CARD_HEIGHT = 104;

  private final Hierarchy hierarchy;
  private final Map<String, Group> groups = new LinkedHashMap<>();
  private final Map<NodeId, Set<String>> groupsOf = new HashMap<>();
  private final Map<NodeId, Set<String>> rootsOf = new HashMap<>();

  /** What one box stands for. */
  private static final class Group {
    private final String title;
    private final LayerLook look;
    private final boolean hollow;
    private final boolean row;
    private final Set<NodeId> nodes = new LinkedHashSet<>();
    private final Set<String> roots = new HashSet<>();
    private long size;
    private final Map<String, Set<String>> revisions = new TreeMap<>();

    Group(String title, LayerLook look, boolean hollow, boolean row) {
      this.title = title;
      this.look = look;
      this.hollow = hollow;
      this.row = row;
    }
  }

  private MapBuilder(Hierarchy hierarchy) {
    this.hierarchy = hierarchy;
  }

  /** All roots, and the layers they share, each drawn once. Teams are counted, not drawn. */
  public static MapPicture fleet(Hierarchy hierarchy, LayerLooks looks) {
    return fleet(hierarchy, looks, false);
  }

  /**
   * The same.
   *
   * @param split whether a layer is drawn once for each revision that roots have it at
   */
  public static MapPicture fleet(Hierarchy hierarchy, LayerLooks looks, boolean split) {
    var builder = new MapBuilder(hierarchy);
    long teams = 0;
    for (ResolvedRoot root : hierarchy.roots()) {
      var row = new Group(root.name(), new LayerLook(root.name(), CLUSTER), false, true);
      builder.groups.put("root " + root.name(), row);
      row.roots.add(root.name());
      row.size = hierarchy.depths(root).size();
      for (NodeId id : hierarchy.depths(root).keySet()) {
        HierarchyNode node = hierarchy.get(id);
        LayerLook look = looks.of(node.layer());
        if (look.number() == CLUSTER) {
          builder.join(id, "root " + root.name(), row, root);
        } else if (look.number() != TEAM && node.kind() == NodeKind.APPLICATION) {
          String at = split ? revision(node) : "";
          String key = "layer " + node.layer() + " " + at;
          var fresh = new Group(node.layer() + at, look, false, false);
          builder.join(id, key, builder.groups.getOrDefault(key, fresh), root);
        } else if (node.kind() == NodeKind.APPLICATION) {
          teams++;
        }
      }
    }
    String note = teams == 0 ? "" : Said.count(teams, "team Application", "team Applications");
    return builder.build(note.isEmpty() ? "" : note + " not drawn here");
  }

  /** Every repository's directories, whoever reads them. */
  public static MapPicture layers(Hierarchy hierarchy, LayerLooks looks) {
    var builder = new MapBuilder(hierarchy);
    for (ResolvedRoot root : hierarchy.roots()) {
      for (NodeId id : hierarchy.depths(root).keySet()) {
        HierarchyNode node = hierarchy.get(id);
        if (node.kind() == NodeKind.APPLICATION && !node.sources().isEmpty()) {
          Source source = node.sources().getFirst().declared();
          String path = source.chart().or(source::path).orElse("/");
          String key = node.sources().getFirst().repository() + " " + path;
          var fresh =
              new Group(node.layer() + " / " + path, looks.of(node), node.isResources(), false);
          builder.join(id, key, builder.groups.getOrDefault(key, fresh), root);
        }
      }
    }
    return builder.build("");
  }

  /** "@prod": what tells apart roots that have the same layer at different revisions. */
  private static String revision(HierarchyNode node) {
    return node.sources().stream()
        .findFirst()
        .map(source -> "@" + source.declared().targetRevision().orElse("HEAD"))
        .orElse("");
  }

  private void join(NodeId id, String key, Group group, ResolvedRoot root) {
    groups.put(key, group);
    groupsOf.computeIfAbsent(id, ignored -> new LinkedHashSet<>()).add(key);
    rootsOf.computeIfAbsent(id, ignored -> new HashSet<>()).add(root.name());
    group.nodes.add(id);
    group.roots.add(root.name());
    hierarchy
        .get(id)
        .sources()
        .forEach(source -> {
          String revision = source.declared().targetRevision().orElse("HEAD");
          String place = CardFace.repository(source.declared().repoURL()) + "@" + revision;
          group.revisions.computeIfAbsent(place, ignored -> new TreeSet<>()).add(root.name());
        });
  }

  private MapPicture build(String note) {
    List<String> keys = List.copyOf(groups.keySet());
    Map<String, Integer> index = new HashMap<>();
    keys.forEach(key -> index.put(key, index.size()));
    List<Link> links = links(index);
    List<Group> all = List.copyOf(groups.values());
    var sizes =
        all.stream()
            .map(group ->
                group.row
                    ? new Columns.Size(ROW_WIDTH, ROW_HEIGHT)
                    : new Columns.Size(CARD_WIDTH, CARD_HEIGHT))
            .toList();
    var arcs = links.stream().map(link -> new SpanningTree.Arc(link.from(), link.to())).toList();
    Places places = Columns.place(sizes, arcs, 100, 14);
    var boxes = new ArrayList<Box>();
    for (int i = 0; i < all.size(); i++) {
      boxes.add(box(all.get(i), places.cards().get(i)));
    }
    return new MapPicture(boxes, links, places.width(), places.height(), note);
  }

  /** A link counts the roots in which one group declares the other. */
  private List<Link> links(Map<String, Integer> index) {
    Map<List<Integer>, Set<String>> roots = new LinkedHashMap<>();
    for (Edge edge : hierarchy.edges()) {
      Optional<NodeId> from = edge.from();
      if (from.isEmpty()) {
        continue;
      }
      for (String a : groupsOf.getOrDefault(from.get(), Set.of())) {
        for (String b : groupsOf.getOrDefault(edge.to(), Set.of())) {
          if (!a.equals(b)) {
            roots
                .computeIfAbsent(
                    List.of(index.getOrDefault(a, 0), index.getOrDefault(b, 0)),
                    ignored -> new HashSet<>())
                .addAll(rootsOf.getOrDefault(edge.to(), Set.of()));
          }
        }
      }
    }
    for (ResolvedRoot root : hierarchy.roots()) {
      Integer own = index.get("root " + root.name());
      if (own == null) {
        continue;
      }
      int row = own;
      for (NodeId id : root.declared()) {
        for (String b : groupsOf.getOrDefault(id, Set.of())) {
          int to = index.getOrDefault(b, 0);
          if (to != row) {
            roots.computeIfAbsent(List.of(row, to), ignored -> new HashSet<>()).add(root.name());
          }
        }
      }
    }
    return roots.entrySet().stream()
        .map(e -> new Link(e.getKey().getFirst(), e.getKey().getLast(), e.getValue().size()))
        .toList();
  }

  private Box box(Group group, Places.Rectangle place) {
    long errors =
        group.nodes.stream().mapToLong(id -> hierarchy.get(id).count(Severity.ERROR)).sum();
    return new Box(
        group.look,
        group.hollow,
        group.title,
        group.row ? "" : revisions(group),
        group.roots.size(),
        group.row ? 0 : hierarchy.roots().size(),
        group.row ? List.of() : parts(group),
        group.nodes,
        group.size,
        errors,
        place);
  }

  /** "platform/baseline@prod", or how many roots are at each. */
  private static String revisions(Group group) {
    if (group.revisions.size() == 1) {
      return group.revisions.keySet().iterator().next();
    }
    var parts = new ArrayList<String>();
    boolean one =
        group.revisions.keySet().stream().map(MapBuilder::repository).distinct().count() == 1;
    group.revisions.forEach((place, roots) -> {
      String name = repository(place);
      String shown = one ? "" : name.substring(name.lastIndexOf('/') + 1);
      parts.add(shown + place.substring(name.length()) + " ×" + roots.size());
    });
    return parts.isEmpty() ? "?" : String.join(", ", parts);
  }

  private static String repository(String place) {
    return place.substring(0, place.lastIndexOf('@'));
  }

  /** One of each path is counted: the same directory renders the same for every root. */
  private List<Part> parts(Group group) {
    Map<Boolean, Map<String, Long>> counted = new TreeMap<>();
    for (NodeId id : group.nodes) {
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
