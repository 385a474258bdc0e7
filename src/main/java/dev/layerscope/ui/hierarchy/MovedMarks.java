package dev.layerscope.ui.hierarchy;

import dev.layerscope.export.picture.Mark;
import dev.layerscope.hierarchy.NodeId;
import dev.layerscope.operation.resolve.MovedNodes;
import dev.layerscope.ui.common.Messages;
import dev.layerscope.ui.workspace.WorkspaceViewModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Marks on the picture what fetches have changed since a person looked last. */
final class MovedMarks {
  private final HierarchyViewModel model;
  private final WorkspaceViewModel workspace;
  private final Consumer<Optional<Walk>> listener;

  /**
   * What there is to walk through.
   *
   * @param elsewhere how many marked nodes are of other roots than the one drawn
   * @param gone names of nodes that are no more
   */
  record Walk(MarkWalk walk, int elsewhere, List<String> gone) {
    Walk {
      gone = List.copyOf(gone);
    }
  }

  MovedMarks(
      HierarchyViewModel model, WorkspaceViewModel workspace, Consumer<Optional<Walk>> listener) {
    this.model = model;
    this.workspace = workspace;
    this.listener = listener;
    workspace.moved().addListener(ignored -> draw());
    model.sheet().addListener(ignored -> tell());
  }

  /** Marks the picture, in place of the marks it has. */
  void draw() {
    var marks = new HashMap<NodeId, Mark>();
    var notes = new HashMap<NodeId, String>();
    marked()
        .forEach((node, mark) -> {
          marks.put(node, mark);
          notes.put(node, Messages.text(mark == Mark.ADDED ? "since.new" : "since.changed"));
        });
    model.mark(marks, notes);
    tell();
  }

  private Map<NodeId, Mark> marked() {
    var marks = new HashMap<NodeId, Mark>();
    workspace
        .moved()
        .get()
        .how()
        .forEach((node, how) -> {
          switch (how) {
            case APPEARED -> marks.put(node, Mark.ADDED);
            case CHANGED -> marks.put(node, Mark.CHANGED);
            case GONE -> {}
          }
        });
    return marks;
  }

  private void tell() {
    MovedNodes moved = workspace.moved().get();
    if (moved.size() == 0) {
      listener.accept(Optional.empty());
      return;
    }
    Map<NodeId, Mark> marks = marked();
    var gone = new ArrayList<String>();
    moved
        .how()
        .forEach((node, how) -> {
          if (how == MovedNodes.How.GONE) {
            gone.add(node.name());
          }
        });
    var walk = new MarkWalk(model, marks);
    listener.accept(Optional.of(new Walk(walk, marks.size() - walk.list().size(), gone)));
  }
}
