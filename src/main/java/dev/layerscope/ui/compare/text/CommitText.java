package dev.layerscope.ui.compare.text;

import dev.layerscope.diff.text.AlignedLine;
import dev.layerscope.edit.FileChange;
import dev.layerscope.operation.changeset.CommitFiles;
import dev.layerscope.operation.open.Opened;
import dev.layerscope.ui.common.DiffRow;
import dev.layerscope.ui.common.Messages;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/** What a commit that only one side has says and does. */
final class CommitText {
  private CommitText() {}

  /** A commit: who, what it touches of the hierarchy, and its files. */
  static CompareText of(Opened opened, CompareRow.OfCommit row) {
    var rows = new ArrayList<DiffRow>();
    var commit = row.told().commit();
    rows.add(
        DiffRow.Head.sentence(
            commit.subject(), commit.author().name() + ", " + commit.author().when()));
    row.told()
        .equivalent()
        .ifPresent(other ->
            rows.add(
                DiffRow.Head.sentence(
                    Messages.text("compare.samepatchas", other.substring(0, 7)))));
    List<String> applications = row.told().applications();
    rows.add(
        DiffRow.Head.sentence(
            applications.isEmpty()
                ? Messages.text("compare.noeffect")
                : Messages.text("compare.effect", String.join(", ", applications))));
    row.told().effects().stream()
        .map(CompareWords::effect)
        .forEach(words -> rows.add(DiffRow.Head.sentence(words)));
    for (FileChange file : CommitFiles.of(opened, row.repository().url(), commit)) {
      List<DiffRow> text = DiffRow.of(file.before().orElse(""), file.after().orElse(""));
      rows.add(
          new DiffRow.Head(
              file.path().value(),
              file.reason(),
              DiffRow.count(text, AlignedLine.Kind.ADDED),
              DiffRow.count(text, AlignedLine.Kind.REMOVED)));
      rows.addAll(text);
    }
    String id = commit.id().substring(0, 7);
    return new CompareText(
        row.repository().url().shortName() + " · " + id,
        commit.parents().stream().findFirst().map(p -> p.substring(0, 7)).orElse(""),
        id,
        rows,
        new IdentityHashMap<>(),
        Optional.empty());
  }
}
