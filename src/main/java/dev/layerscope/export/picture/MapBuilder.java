package dev.layerscope.export.picture;

import dev.layerscope.argocd.Source;
import dev.layerscope.export.picture.MapPicture.Box;
import dev.layerscope.export.picture.MapPicture.Heading;
import dev.layerscope.export.picture.MapPicture.Link;
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
import java.util.Set;

/** Puts what several roots share into one box, and the boxes into columns. */
public final class MapBuilder {
  private static final int TEAM = 3;
  private static final int CLUSTER = 5;
  private static final double ROW_WIDTH = 208;
  private static final double MOST_ROW_WIDTH = 288;
  private static final double ROW_HEIGHT = 40;

  /** About what a letter of a name takes, and a row without its name. */
  private static final double LETTER = 7.6;

  private static final double ROW_SIGNS = 104;
  private static final double CARD_WIDTH = 216;
  private static final double CARD_HEIGHT = 104;

  /** Room for the number of a line; no more, so that few roots open large. */
  private static final double BETWEEN = 56;

  private static final double GAP = 14;

  private final Hierarchy hierarchy;
  private final Map<String, MapGroup> groups = new LinkedHashMap<>();
  private final Map<NodeId, Set<String>> groupsOf = new LinkedHashMap<>();
  private final Map<NodeId, Set<String>> rootsOf = new HashMap<>();

  private MapBuilder(Hierarchy hierarchy) {
    this.hierarchy = hierarchy;
  }

  /** All roots, and the layers they share, each drawn once. Teams are counted, not drawn. */
  public static MapPicture fleet(Hierarchy hierarchy, LayerLooks looks) {
    return fleet(hierarchy, looks, false, false);
  }

  /**
   * The same.
   *
   * @param split whether a layer is drawn once for each revision that roots have it at
   * @param withTeams whether what belongs to one team is drawn as well
   */
  public static MapPicture fleet(
      Hierarchy hierarchy, LayerLooks looks, boolean split, boolean withTeams) {
    var builder = new MapBuilder(hierarchy);
    long teams = 0;
    for (ResolvedRoot root : hierarchy.roots()) {
      var row =
          new MapGroup(
              root.name(),
              new LayerLook(
                  root.name(), root.unknown().isPresent() ? LayerLook.UNASSIGNED : CLUSTER),
              false,
              true);
      builder.groups.put("root " + root.name(), row);
      row.begin(root, hierarchy.depths(root).size());
      for (NodeId id : hierarchy.depths(root).keySet()) {
        HierarchyNode node = hierarchy.get(id);
        row.count(node.findings());
        LayerLook look = looks.of(node.layer());
        if (look.number() == CLUSTER) {
          builder.join(id, "root " + root.name(), row, root);
        } else if (isShared(node, look)) {
          String at = split ? revision(node) : "";
          String key = "layer " + node.layer() + " " + at;
          var fresh = new MapGroup(node.layer() + at, look, false, false);
          builder.join(id, key, builder.groups.getOrDefault(key, fresh), root);
        } else if (node.kind() == NodeKind.APPLICATION && withTeams) {
          String repository = repository(node);
          String key = "team " + repository + " " + (split ? revision(node) : "");
          String name = repository.substring(repository.lastIndexOf('/') + 1);
          var fresh = new MapGroup(name, looks.of(node), false, false);
          builder.join(id, key, builder.groups.getOrDefault(key, fresh), root);
        } else if (node.kind() == NodeKind.APPLICATION) {
          teams++;
        }
      }
    }
    String note = teams == 0 ? "" : Said.count(teams, "team Application", "team Applications");
    return builder.build(note.isEmpty() ? "" : note + " not drawn", true);
  }

  /** Where the first source of a node is; its name where it has none. */
  private static String repository(HierarchyNode node) {
    return node.sources().stream()
        .findFirst()
        .map(source -> CardFace.repository(source.declared().repoURL()))
        .orElse(node.name());
  }

  /** What no repository is known of is no layer either. */
  private static boolean isShared(HierarchyNode node, LayerLook look) {
    return look.number() != TEAM && !node.layer().isEmpty() && node.kind() == NodeKind.APPLICATION;
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
              new MapGroup(node.layer() + " / " + path, looks.of(node), node.isResources(), false);
          builder.join(id, key, builder.groups.getOrDefault(key, fresh), root);
        }
      }
    }
    return builder.build("", false);
  }

  /** "@prod": what tells apart roots that have the same layer at different revisions. */
  private static String revision(HierarchyNode node) {
    return node.sources().stream()
        .findFirst()
        .map(source -> "@" + source.declared().targetRevision().orElse("HEAD"))
        .orElse("");
  }

  private void join(NodeId id, String key, MapGroup group, ResolvedRoot root) {
    groups.put(key, group);
    groupsOf.computeIfAbsent(id, ignored -> new LinkedHashSet<>()).add(key);
    rootsOf.computeIfAbsent(id, ignored -> new HashSet<>()).add(root.name());
    group.add(hierarchy.get(id), root);
  }

  /**
   * @param headed whether headings stand above the columns
   */
  private MapPicture build(String note, boolean headed) {
    List<String> keys = List.copyOf(groups.keySet());
    Map<String, Integer> index = new HashMap<>();
    keys.forEach(key -> index.put(key, index.size()));
    List<Link> links = links(index);
    List<MapGroup> all = List.copyOf(groups.values());
    double rowWidth = rowWidth(all);
    var sizes =
        all.stream()
            .map(group ->
                group.isRow()
                    ? new Columns.Size(rowWidth, ROW_HEIGHT)
                    : new Columns.Size(CARD_WIDTH, CARD_HEIGHT))
            .toList();
    var arcs = links.stream().map(link -> new SpanningTree.Arc(link.from(), link.to())).toList();
    Places places = Columns.place(sizes, arcs, BETWEEN, GAP);
    double down = headed ? Heading.HEIGHT : 0;
    var boxes = new ArrayList<Box>();
    for (int i = 0; i < all.size(); i++) {
      Places.Rectangle at = places.cards().get(i);
      var place = new Places.Rectangle(at.x(), at.y() + down, at.width(), at.height());
      boxes.add(all.get(i).box(hierarchy, place));
    }
    List<Heading> headings = headed ? MapHeadings.of(boxes) : List.of();
    return new MapPicture(
        boxes,
        MapLanes.along(links, boxes),
        headings,
        places.width(),
        places.height() + down,
        note);
  }

  /**
   * A link counts the roots in which one group declares the other, itself or by way of something
   * that is not drawn: an ApplicationSet, or what belongs to a team.
   */
  private List<Link> links(Map<String, Integer> index) {
    Map<List<Integer>, Set<String>> roots = new LinkedHashMap<>();
    var above = new MapAncestors(hierarchy, groupsOf);
    for (Map.Entry<NodeId, Set<String>> below : groupsOf.entrySet()) {
      for (String a : above.of(below.getKey())) {
        for (String b : below.getValue()) {
          if (!a.equals(b)) {
            roots
                .computeIfAbsent(
                    List.of(index.getOrDefault(a, 0), index.getOrDefault(b, 0)),
                    ignored -> new HashSet<>())
                .addAll(rootsOf.getOrDefault(below.getKey(), Set.of()));
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
        .map(e -> new Link(e.getKey().getFirst(), e.getKey().getLast(), e.getValue().size(), 0))
        .toList();
  }

  /** Rows grow with the longest name, as far as that leaves room for layers. */
  private static double rowWidth(List<MapGroup> all) {
    int longest =
        all.stream().filter(MapGroup::isRow).mapToInt(g -> g.title().length()).max().orElse(0);
    return Math.clamp(longest * LETTER + ROW_SIGNS, ROW_WIDTH, MOST_ROW_WIDTH);
  }
}
