package dev.layerscope.ui.edit;

import dev.layerscope.git.commit.ChangeSet;
import dev.layerscope.operation.changeset.ChangeDetails;
import dev.layerscope.operation.changeset.ExportPatches;
import dev.layerscope.operation.changeset.PushChanges;
import dev.layerscope.operation.changeset.UndoChangeSet;
import dev.layerscope.operation.open.Opened;
import dev.layerscope.operation.plan.KeptForms;
import dev.layerscope.ui.common.Messages;
import dev.layerscope.ui.workspace.OpenedWork;
import dev.layerscope.ui.workspace.WorkspaceViewModel;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What was committed here, how far each of it is, and what can be done with it. */
public final class ChangesViewModel {
  private final WorkspaceViewModel workspace;
  private final ObservableList<ChangeDetails> changes = FXCollections.observableArrayList();
  private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper("");

  public ChangesViewModel(WorkspaceViewModel workspace) {
    this.workspace = workspace;
  }

  /** The change sets of this workspace, newest first. */
  public ObservableList<ChangeDetails> changes() {
    return changes;
  }

  /** What came of the last act; empty when there is nothing to say. */
  public ReadOnlyStringProperty said() {
    return said.getReadOnlyProperty();
  }

  /** Reads the journal again. */
  public void refresh() {
    ask(
        "changes",
        Messages.text("status.changes"),
        (opened, progress) ->
            new UndoChangeSet(workspace.clones())
                .all(opened).stream()
                    .filter(set -> !ChangeDetails.isReset(opened, set))
                    .map(set -> ChangeDetails.of(opened, set))
                    .toList(),
        changes::setAll);
  }

  /** The plans that were left in this workspace, read again. */
  public void refreshPlans(Consumer<List<KeptForms.Form>> found) {
    ask("plans", Messages.text("status.changes"), (opened, p) -> forms(opened).all(), found);
  }

  /** Keeps a plan for later, over restarts. */
  public void keep(KeptForms.Form form) {
    ask(
        "keep " + form.title(), // one of them does not cancel another
        Messages.text("status.changes"),
        (opened, progress) -> {
          forms(opened).keep(form);
          return form;
        },
        ignored -> {});
  }

  /** Forgets a plan. */
  public void forget(KeptForms.Form form) {
    ask(
        "keep " + form.title(), // one of them does not cancel another
        Messages.text("status.changes"),
        (opened, progress) -> {
          forms(opened).forget(form);
          return form;
        },
        ignored -> {});
  }

  private KeptForms forms(Opened opened) {
    return new KeptForms(workspace.clones(), opened.workspace().file());
  }

  /** Takes one back. */
  public void undo(ChangeSet set) {
    ask(
        "undo",
        Messages.text("status.undoing"),
        (opened, progress) -> new UndoChangeSet(workspace.clones()).undo(opened, set, progress),
        ignored -> {
          said.set(Messages.text("bind.undone", set.title()));
          refresh();
          workspace.resolve();
        });
  }

  /** Sends what is not at the remotes yet. */
  public void push(Optional<String> topic) {
    ask(
        "push",
        Messages.text("status.pushing"),
        (opened, progress) -> new PushChanges(workspace.clones()).push(opened, topic, progress),
        report -> {
          said.set(told(report));
          refresh();
        });
  }

  private static String told(PushChanges.Report report) {
    if (report.pushed().isEmpty() && report.waiting().isEmpty()) {
      return Messages.text("changes.nothing");
    }
    String pushed =
        report.pushed().stream()
            .map(p ->
                p.repository().shortName()
                    + " "
                    + p.branch()
                    + ": "
                    + p.trouble()
                        .orElse(Messages.text("changes.pushed", p.commit().substring(0, 7))))
            .collect(Collectors.joining("\n"));
    String waiting =
        report.waiting().stream()
            .map(w ->
                Messages.text(
                    "changes.waiting", w.title(), w.part().map(ChangeSet.Part::release).orElse("")))
            .collect(Collectors.joining("\n"));
    return (pushed + "\n" + waiting).strip();
  }

  /** Writes one as patch files. */
  public void export(ChangeSet set, Path folder) {
    ask(
        "export",
        Messages.text("status.exporting"),
        (opened, progress) -> ExportPatches.write(opened, set, folder),
        files -> said.set(Messages.text("changes.exported", files.size(), folder)));
  }

  private <T> void ask(String lane, String what, OpenedWork.Work<T> work, Consumer<T> done) {
    new OpenedWork(workspace).ask(lane, what, work, done, this::refresh);
  }

  /** How many wait here to be pushed. */
  public long waiting() {
    return changes.stream().filter(c -> c.state() == ChangeDetails.State.COMMITTED).count();
  }
}
