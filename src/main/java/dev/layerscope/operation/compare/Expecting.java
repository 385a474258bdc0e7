package dev.layerscope.operation.compare;

import dev.layerscope.diff.Change;
import dev.layerscope.diff.expected.Expectations;
import dev.layerscope.diff.expected.SideNames;
import dev.layerscope.diff.expected.Subject;
import dev.layerscope.diff.hierarchy.ApplicationChange;
import dev.layerscope.diff.manifest.ResourceChange;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.operation.side.Question;
import dev.layerscope.workspace.Workspace;

/** Takes out of a comparison what a workspace expects to differ. */
final class Expecting {
  private final Expectations expected;
  private final SideNames before;
  private final SideNames after;

  Expecting(Workspace workspace, Question question, Expectations expected) {
    this.expected = expected;
    this.before = new SelectionNames(workspace, question.from());
    this.after = new SelectionNames(workspace, question.to());
  }

  ApplicationChange part(ApplicationChange change) {
    if (change.fields().isEmpty()) {
      return change;
    }
    HierarchyNode node = change.node();
    var subject =
        new Subject(
            node.name(),
            node.manifest().gvk().group(),
            node.manifest().gvk().kind(),
            node.name(),
            change.from().map(n -> n.manifest().root()),
            change.to().map(n -> n.manifest().root()),
            before,
            after);
    var parted = expected.part(change.fields(), subject);
    return change.expecting(parted.shown(), parted.hidden());
  }

  ResourceChange part(ApplicationChange application, ResourceChange change) {
    if (change.fields().isEmpty()) {
      return change;
    }
    var subject =
        new Subject(
            application.node().name(),
            change.key().group(),
            change.key().kind(),
            change.key().name(),
            change.from().map(m -> m.root()),
            change.to().map(m -> m.root()),
            before,
            after);
    var parted = expected.part(change.fields(), subject);
    Change left =
        change.change() == Change.CHANGED && parted.shown().isEmpty()
            ? Change.SAME
            : change.change();
    return change.expecting(left, parted.shown(), parted.hidden());
  }
}
