package dev.layerscope.export.picture;

import dev.layerscope.hierarchy.NodeId;
import java.util.HashSet;
import java.util.Set;

/**
 * What is open at first: as much as can be read at 100 % without moving. A window that is half
 * empty opens one more, though its last children are out of sight: of many the first ones can be
 * read, and of a root alone nobody learns anything.
 */
public final class Opening {
  private static final int TRIES = 200;

  /** So much of the last column may stick out: its names can still be read. */
  private static final double OVERHANG = 60;

  /** A layer with more children than that opens only where they all fit. */
  private static final int LAYER = 10;

  private Opening() {}

  /** Opens node after node, level by level, as long as the picture still fits. */
  public static Set<NodeId> readable(TreePicture picture, double width, double height) {
    var open = new HashSet<NodeId>();
    int tries = 0;
    double wide = width + OVERHANG;
    double high = 0;
    for (int at : picture.order()) {
      if (tries++ > TRIES || picture.depth(at) > 5) {
        break;
      }
      if (picture.foldable(at).isEmpty()
          || hidden(picture, open, at)
          || high > height && !isSmallLayer(picture, at)) {
        continue;
      }
      NodeId id = picture.node(at).id();
      open.add(id);
      Sheet sheet = Sheet.of(picture, i -> open.contains(picture.node(i).id()));
      boolean tooWide = sheet.width() > wide && picture.depth(at) > 0;
      boolean roomLeft = high < height / 2 || isSmallLayer(picture, at);
      if (tooWide || sheet.height() > height && !roomLeft) {
        open.remove(id);
      } else {
        wide = Math.max(wide, sheet.width());
        high = sheet.height();
      }
    }
    return open;
  }

  /**
   * The chain of layers is what people come for: it opens although the picture grows longer than
   * the window.
   */
  private static boolean isSmallLayer(TreePicture picture, int at) {
    return !picture.companions(at).isEmpty() && picture.foldable(at).size() <= LAYER;
  }

  private static boolean hidden(TreePicture picture, Set<NodeId> open, int at) {
    int parent = picture.parent(at);
    return parent >= 0 && !open.contains(picture.node(parent).id());
  }
}
