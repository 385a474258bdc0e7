package dev.layerscope.ui.hierarchy;

import dev.layerscope.export.picture.Ghosts;
import dev.layerscope.export.picture.Sheet;
import dev.layerscope.export.picture.TreePicture;
import dev.layerscope.hierarchy.NodeId;
import dev.layerscope.ui.common.Background;
import dev.layerscope.ui.common.Messages;
import java.util.BitSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The sheet that is drawn of the root chosen: laid out anew whenever something opens, closes or is
 * left out; in the background where that may be ten thousand cards.
 */
final class Drawn {
  /** So many cards are not laid out while somebody waits for a frame. */
  private static final int MANY = 400;

  private final ReadOnlyObjectWrapper<Optional<Sheet>> sheet =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final Branches branches = new Branches();
  private final Background background;
  private final Supplier<Optional<TreePicture>> picture;
  private final Supplier<Optional<BitSet>> kept;
  private final Supplier<Ghosts> ghosts;

  /**
   * @param picture of the root chosen
   * @param kept what a filter leaves of it; empty for all
   * @param ghosts what moved away
   */
  Drawn(
      Background background,
      Supplier<Optional<TreePicture>> picture,
      Supplier<Optional<BitSet>> kept,
      Supplier<Ghosts> ghosts) {
    this.background = background;
    this.picture = picture;
    this.kept = kept;
    this.ghosts = ghosts;
  }

  ReadOnlyObjectProperty<Optional<Sheet>> sheet() {
    return sheet.getReadOnlyProperty();
  }

  /** What shows its children. */
  Branches branches() {
    return branches;
  }

  void layOut() {
    sheet.set(
        picture
            .get()
            .map(drawn -> Unfolded.sheet(drawn, branches.open(), kept.get(), ghosts.get())));
  }

  /** Opens what hides a node. */
  void reveal(NodeId id) {
    if (picture.get().filter(drawn -> branches.reveal(drawn, id)).isPresent()) {
      layOut();
    }
  }

  /** Opens or closes a node; false when it is so already, or will be so a little later. */
  boolean turn(NodeId id, boolean wanted) {
    if (wanted && !branches.isOpen(id) && childrenOf(id) > MANY) {
      openLater(drawn -> Set.of(id));
      return false;
    }
    boolean turned = branches.turn(id, wanted);
    if (turned) {
      layOut();
    }
    return turned;
  }

  private int childrenOf(NodeId id) {
    return picture
        .get()
        .filter(drawn -> drawn.has(id))
        .map(drawn -> drawn.foldable(drawn.indexOf(id)).size())
        .orElse(0);
  }

  /** Opens everything below a node. */
  void openAllBelow(NodeId id) {
    if (picture.get().filter(drawn -> drawn.has(id)).isPresent()) {
      openLater(drawn -> Unfolded.below(drawn, id));
    }
  }

  private void openLater(Function<TreePicture, Set<NodeId>> wanted) {
    TreePicture from = picture.get().orElseThrow();
    Set<NodeId> before = Set.copyOf(branches.open());
    Optional<BitSet> leaves = kept.get();
    Ghosts moved = ghosts.get();
    background.ask(
        "layout",
        Messages.text("graph.opening"),
        progress -> Unfolded.of(from, wanted.apply(from), before, leaves, moved),
        opened -> {
          branches.openAll(opened.ids());
          boolean asWas =
              picture.get().orElse(null) == from && branches.open().equals(opened.all());
          if (asWas && leaves.equals(kept.get())) {
            sheet.set(Optional.of(opened.sheet()));
          } else {
            layOut();
          }
        },
        error -> {
          throw new IllegalStateException("a picture can always be laid out", error);
        });
  }
}
