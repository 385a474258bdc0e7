package dev.layerscope.ui.compare.text;

import dev.layerscope.git.ChangedFile;
import dev.layerscope.git.Snapshot;
import dev.layerscope.git.TreeEntry;
import dev.layerscope.operation.side.FileText;
import dev.layerscope.ui.common.DiffRow;
import dev.layerscope.ui.common.Messages;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/** A file of a repository that differs, as both sides have it. */
final class FileTexts {
  private FileTexts() {}

  static CompareText of(CompareRow.OfFile row) {
    Optional<TreeEntry> before =
        switch (row.file()) {
          case ChangedFile.Added ignored -> Optional.empty();
          case ChangedFile.Removed(TreeEntry entry) -> Optional.of(entry);
          case ChangedFile.Modified(TreeEntry entry, TreeEntry ignored) -> Optional.of(entry);
          case ChangedFile.Renamed(TreeEntry entry, TreeEntry ignored, int similarity) ->
              Optional.of(entry);
        };
    Optional<TreeEntry> after =
        switch (row.file()) {
          case ChangedFile.Added(TreeEntry entry) -> Optional.of(entry);
          case ChangedFile.Removed ignored -> Optional.empty();
          case ChangedFile.Modified(TreeEntry ignored, TreeEntry entry) -> Optional.of(entry);
          case ChangedFile.Renamed(TreeEntry ignored, TreeEntry entry, int similarity) ->
              Optional.of(entry);
        };
    var repository = row.repository();
    return new CompareText(
        repository.url().shortName() + " · " + row.file().path().value(),
        place(before, repository.from()),
        place(after, repository.to()),
        row.file().modeOnly()
            ? List.of(DiffRow.Head.sentence(Messages.text("compare.modeonly")))
            : DiffRow.of(
                FileText.of(repository.from(), before).shown(),
                FileText.of(repository.to(), after).shown()),
        new IdentityHashMap<>(),
        Optional.of(new CompareText.WholeFile(repository.url(), row.file())));
  }

  private static String place(Optional<TreeEntry> entry, Optional<Snapshot> snapshot) {
    return entry
        .map(e -> e.path() + " @ " + snapshot.map(s -> s.commit().substring(0, 7)).orElse(""))
        .orElse("");
  }
}
