package dev.layerscope.ui.compare;

import dev.layerscope.diff.Change;
import dev.layerscope.diff.manifest.FieldChange;
import dev.layerscope.diff.manifest.ResourceChange;
import dev.layerscope.diff.manifest.Risk;
import dev.layerscope.diff.manifest.SecretValues;
import dev.layerscope.diff.text.AlignedLine;
import dev.layerscope.git.ChangedFile;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.Repositories;
import dev.layerscope.git.Snapshot;
import dev.layerscope.git.TreeEntry;
import dev.layerscope.git.TreePath;
import dev.layerscope.manifest.Manifest;
import dev.layerscope.manifest.Origin;
import dev.layerscope.operation.Comparison.ComparedApplication;
import dev.layerscope.operation.FileText;
import dev.layerscope.operation.Opened;
import dev.layerscope.ui.common.DiffRow;
import dev.layerscope.ui.common.Messages;
import dev.layerscope.yaml.YamlPrinter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What stands behind a row of the tree, as rows to look at: structured, as text, as rendered. */
final class CompareTexts {
  /** How a difference is looked at. */
  enum Mode {
    STRUCTURED,
    TEXT,
    RENDERED
  }

  private final Opened opened;
  private final Mode mode;

  CompareTexts(Opened opened, Mode mode) {
    this.opened = opened;
    this.mode = mode;
  }

  CompareViewModel.Text of(CompareRow row) {
    return switch (row) {
      case CompareRow.OfFile file -> file(file);
      case CompareRow.OfResource(var application, var resource) ->
          manifests(
              resource.key().text(),
              resource.from(),
              resource.to(),
              resource.fields(),
              resource.risks(),
              resource.formattingOnly() ? Messages.text("compare.formatting") : "");
      case CompareRow.OfApplication(var application, var tally) -> application(application);
      case CompareRow.Group ignored -> CompareViewModel.Text.NOTHING;
      case CompareRow.Source ignored -> CompareViewModel.Text.NOTHING;
      case CompareRow.OfRepository ignored -> CompareViewModel.Text.NOTHING;
    };
  }

  /** Its own fields first, then those of every object it renders. */
  private CompareViewModel.Text application(ComparedApplication application) {
    CompareViewModel.Text own =
        manifests(
            application.change().node().label(),
            application.change().from().map(n -> n.manifest()),
            application.change().to().map(n -> n.manifest()),
            application.change().fields(),
            application.change().risks(),
            application.change().reason().or(application::unknown).orElse(""));
    if (mode != Mode.STRUCTURED) {
      return own;
    }
    var rows = new ArrayList<>(own.rows());
    for (ResourceChange resource : application.resources()) {
      if (resource.change() != Change.SAME || resource.formattingOnly()) {
        rows.add(
            new DiffRow.Head(
                resource.key().text(),
                resource.formattingOnly()
                    ? Messages.text("compare.formatting")
                    : resource.change().word(),
                0,
                0));
        rows.addAll(structured(resource.fields(), resource.risks(), "", List.of()));
      }
    }
    return new CompareViewModel.Text(own.title(), own.from(), own.to(), rows);
  }

  private CompareViewModel.Text manifests(
      String title,
      Optional<Manifest> from,
      Optional<Manifest> to,
      List<FieldChange> fields,
      List<Risk> risks,
      String note) {
    boolean whole = fields.isEmpty() && (from.isEmpty() || to.isEmpty());
    List<DiffRow> rows =
        switch (mode) {
          case STRUCTURED ->
              whole
                  ? structured(List.of(), risks, note, rendered(from, to))
                  : structured(fields, risks, note, List.of());
          case TEXT -> DiffRow.of(source(from), source(to));
          case RENDERED -> rendered(from, to);
        };
    return new CompareViewModel.Text(title, place(from), place(to), rows);
  }

  /** One heading per field, with both values beside each other below it. */
  private static List<DiffRow> structured(
      List<FieldChange> fields, List<Risk> risks, String note, List<DiffRow> rest) {
    var rows = new ArrayList<DiffRow>();
    if (!note.isEmpty()) {
      rows.add(new DiffRow.Head(note, "", 0, 0));
    }
    risks.forEach(risk -> rows.add(new DiffRow.Head("⚑ " + risk.words(), "", 0, 0)));
    for (FieldChange field : fields) {
      rows.add(new DiffRow.Head(field.path(), field.note().orElse(""), 0, 0));
      AlignedLine.Kind kind =
          field.from().isEmpty()
              ? AlignedLine.Kind.ADDED
              : field.to().isEmpty() ? AlignedLine.Kind.REMOVED : AlignedLine.Kind.CHANGED;
      rows.add(
          new DiffRow.Pair(
              new AlignedLine(
                  kind,
                  field.from().map(text -> new AlignedLine.Numbered(0, text)),
                  field.to().map(text -> new AlignedLine.Numbered(0, text)))));
    }
    rows.addAll(rest);
    return rows;
  }

  private static List<DiffRow> rendered(Optional<Manifest> from, Optional<Manifest> to) {
    return DiffRow.of(yaml(from), yaml(to));
  }

  private static String yaml(Optional<Manifest> manifest) {
    return manifest.map(m -> YamlPrinter.print(SecretValues.masked(m.root()))).orElse("");
  }

  /** The file an object was written in. */
  private String source(Optional<Manifest> manifest) {
    return manifest
        .map(Manifest::origin)
        .map(origin -> {
          Optional<Snapshot> snapshot = snapshot(origin);
          Optional<TreeEntry> entry =
              snapshot.flatMap(s -> s.find(TreePath.of(origin.path()))).filter(TreeEntry::isFile);
          return FileText.of(snapshot, entry).shown();
        })
        .orElse("");
  }

  private Optional<Snapshot> snapshot(Origin origin) {
    return !origin.commit().isEmpty()
            && opened.access().at(new RepoUrl(origin.repoUrl()))
                instanceof Repositories.Access.Available(var url, var clone)
        ? clone.snapshot(origin.commit())
        : Optional.empty();
  }

  private static CompareViewModel.Text file(CompareRow.OfFile row) {
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
    return new CompareViewModel.Text(
        repository.url().shortName() + " · " + row.file().path().value(),
        place(before, repository.from()),
        place(after, repository.to()),
        DiffRow.of(
            FileText.of(repository.from(), before).shown(),
            FileText.of(repository.to(), after).shown()));
  }

  private static String place(Optional<TreeEntry> entry, Optional<Snapshot> snapshot) {
    return entry
        .map(e -> e.path() + " @ " + snapshot.map(s -> s.commit().substring(0, 7)).orElse(""))
        .orElse("");
  }

  private static String place(Optional<Manifest> manifest) {
    return manifest
        .map(m ->
            m.origin().path()
                + (m.origin().commit().isEmpty()
                    ? ""
                    : " @ " + m.origin().commit().substring(0, 7)))
        .orElse("");
  }
}
