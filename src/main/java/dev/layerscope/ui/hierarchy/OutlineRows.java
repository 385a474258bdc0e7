package dev.layerscope.ui.hierarchy;

import dev.layerscope.export.picture.TreePicture;
import dev.layerscope.hierarchy.NodeId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import javafx.scene.control.TreeItem;

/**
 * The rows of one root. What is closed has no rows yet: they are made when it opens. Made anew
 * where many open or close at once, off the toolkit's thread, for a table follows every row that
 * opens in it one by one.
 */
final class OutlineRows {
  private final TreePicture picture;
  private final Set<NodeId> open;
  private final BiConsumer<NodeId, Boolean> turned;
  private final Map<NodeId, TreeItem<OutlineRow>> items = new HashMap<>();
  private final List<TreeItem<OutlineRow>> tops;

  /** What has rows below it; of ten thousand nodes only these open and close. */
  private final List<NodeId> parents;

  /**
   * @param open what shows its children
   * @param turned told when a person opens or closes a row
   */
  OutlineRows(TreePicture picture, Set<NodeId> open, BiConsumer<NodeId, Boolean> turned) {
    this.picture = picture;
    this.open = new HashSet<>(open);
    this.turned = turned;
    tops = rows(picture.tops());
    parents =
        picture.order().stream()
            .filter(at -> !picture.children(at).isEmpty())
            .map(at -> picture.node(at).id())
            .toList();
  }

  TreePicture picture() {
    return picture;
  }

  List<TreeItem<OutlineRow>> tops() {
    return tops;
  }

  /** The row of a node, when it has been made. */
  Map<NodeId, TreeItem<OutlineRow>> items() {
    return items;
  }

  /** How many rows are not as open as they should be, up to a number. */
  int behind(Set<NodeId> wanted, int most) {
    int behind = 0;
    for (NodeId id : parents) {
      behind += differs(id, wanted) ? weight(id) : 0;
      if (behind >= most) {
        return most;
      }
    }
    return behind;
  }

  /** Opening makes rows, closing does not. */
  private int weight(NodeId id) {
    return open.contains(id) ? 1 : 1 + picture.children(picture.indexOf(id)).size() / 4;
  }

  /** Opens and closes rows, the upper ones first. */
  void follow(Set<NodeId> wanted) {
    for (NodeId id : parents) {
      if (differs(id, wanted)) {
        boolean expanded = open.add(id);
        if (!expanded) {
          open.remove(id);
        }
        turn(id, expanded);
      }
    }
  }

  private boolean differs(NodeId id, Set<NodeId> wanted) {
    boolean now = open.contains(id);
    return wanted.contains(id) ? !now : now && !isFree(id);
  }

  /** A node with only a res half has nothing to open on the canvas; its row stays as it is. */
  private boolean isFree(NodeId id) {
    return picture.foldable(picture.indexOf(id)).isEmpty();
  }

  private void turn(NodeId id, boolean expanded) {
    TreeItem<OutlineRow> item = items.get(id);
    if (item != null && !item.isLeaf()) {
      item.setExpanded(expanded);
    }
  }

  private List<TreeItem<OutlineRow>> rows(List<Integer> nodes) {
    return nodes.stream().map(this::row).toList();
  }

  private TreeItem<OutlineRow> row(int at) {
    NodeId id = picture.node(at).id();
    var item = new TreeItem<OutlineRow>(new OutlineRow.OfNode(picture, at));
    items.put(id, item);
    if (picture.children(at).isEmpty()) {
      return item;
    }
    if (open.contains(id)) {
      item.getChildren().setAll(rows(picture.children(at)));
      item.setExpanded(true);
    } else {
      item.getChildren().add(new TreeItem<>(new OutlineRow.Top()));
    }
    item.expandedProperty().addListener((ignored, before, now) -> turned(item, at, id, now));
    return item;
  }

  private void turned(TreeItem<OutlineRow> item, int at, NodeId id, boolean now) {
    if (now && item.getChildren().getFirst().getValue() instanceof OutlineRow.Top) {
      item.getChildren().setAll(rows(picture.children(at)));
    }
    if (now) {
      open.add(id);
    } else {
      open.remove(id);
    }
    turned.accept(id, now);
  }
}
