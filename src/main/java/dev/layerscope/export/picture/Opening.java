package dev.layerscope.export.picture;

import dev.layerscope.hierarchy.NodeId;
import java.util.HashSet;
import java.util.Set;

/** What is open at first: as much as can be read at 100 % without moving. */
public final class Opening {
  private static final int TRIES = 200;

  /** So much of the last column may stick out: its names can still be read. */
  private static final double OVERHANG = 60;

  private Opening() {}

  /** Opens node after node, level by level, as long as the picture still fits. */
  public static Set<NodeId> readable(TreePicture picture, double width, double height) {
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
      boolean tooWide = sheet.width() > width + OVERHANG && picture.depth(at) > 0;
      boolean tooHigh =
          sheet.height() > height && picture.foldable(at).size() > allowed(picture, at);
      if (tooWide || tooHigh) {
        open.remove(id);
      }
    }
    return open;
  }

  /**
   * The chain of layers is what people come for: it opens although the picture grows longer than
   * the window.
   */
  private static int allowed(TreePicture picture, int at) {
    if (picture.depth(at) == 0) {
      return 40;
    }
    return picture.companions(at).isEmpty() ? 0 : 10;
  }

  private static boolean hidden(TreePicture picture, Set<NodeId> open, int at) {
    int parent = picture.parent(at);
    return parent >= 0 && !open.contains(picture.node(parent).id());
  }
}
