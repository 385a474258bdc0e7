package dev.layerscope.ui.hierarchy;

import dev.layerscope.hierarchy.NodeId;
import java.util.HashSet;
import java.util.Set;

/** What is open at first: as much as can be read at 100 % without moving. */
final class Opening {
  private static final int TRIES = 200;

  private Opening() {}

  /** Opens node after node, level by level, as long as the picture still fits. */
  static Set<NodeId> readable(TreePicture picture, double width, double height) {
    var open = new HashSet<NodeId>();
    int tries = 0;
    for (int at : picture.order()) {
      if (tries++ > TRIES || picture.depth(at) > 5) {
        break;
      }
      NodeId id = picture.node(at).id();
      if (picture.foldable(at).isEmpty() || hidden(picture, open, at)) {
        continue;
      }
      open.add(id);
      Sheet sheet = Sheet.of(picture, i -> open.contains(picture.node(i).id()));
      boolean first = picture.depth(at) == 0;
      if (sheet.height() > height && !(first && picture.foldable(at).size() < 40)
          || sheet.width() > width && !first) {
        open.remove(id);
      }
    }
    return open;
  }

  private static boolean hidden(TreePicture picture, Set<NodeId> open, int at) {
    int parent = picture.parent(at);
    return parent >= 0 && !open.contains(picture.node(parent).id());
  }
}
