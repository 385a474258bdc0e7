package dev.layerscope.ui.hierarchy;

import dev.layerscope.export.picture.Opening;
import dev.layerscope.export.picture.TreePicture;
import dev.layerscope.hierarchy.NodeId;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which nodes show their children, of every root; kept over environments and commits. */
final class Branches {
  private final Set<NodeId> open = new HashSet<>();
  private final Set<String> begun = new HashSet<>();
  private double roomWidth = 1100;
  private double roomHeight = 700;

  /** How much fits at 100 %: what is opened at first is chosen to be readable there. */
  void room(double width, double height) {
    roomWidth = width;
    roomHeight = height;
  }

  Set<NodeId> open() {
    return Collections.unmodifiableSet(open);
  }

  boolean isOpen(NodeId id) {
    return open.contains(id);
  }

  /** A root seen for the first time opens as far as it can be read. */
  void begin(TreePicture picture) {
    if (begun.add(picture.root().name())) {
      open.addAll(Opening.readable(picture, roomWidth, roomHeight));
    }
  }

  /** Opens or closes a node; false when it is so already. */
  boolean turn(NodeId id, boolean wanted) {
    return wanted ? open.add(id) : open.remove(id);
  }

  void openAll(Collection<NodeId> ids) {
    open.addAll(ids);
  }

  void closeAll(TreePicture picture) {
    picture.order().forEach(at -> open.remove(picture.node(at).id()));
  }

  /** Opens what hides a node; false when nothing does. */
  boolean reveal(TreePicture picture, NodeId id) {
    if (!picture.has(id)) {
      return false;
    }
    boolean changed = false;
    List<Integer> chain = picture.chain(picture.indexOf(id));
    for (int i = 0; i + 1 < chain.size(); i++) {
      if (!picture.isCompanion(chain.get(i + 1))) {
        changed |= open.add(picture.node(chain.get(i)).id());
      }
    }
    return changed;
  }
}
