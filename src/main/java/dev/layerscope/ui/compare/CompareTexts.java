package dev.layerscope.ui.compare;

import dev.layerscope.diff.Change;
import dev.layerscope.diff.manifest.ExpectedChange;
import dev.layerscope.diff.manifest.FieldChange;
import dev.layerscope.diff.manifest.ResourceChange;
import dev.layerscope.diff.manifest.Risk;
import dev.layerscope.diff.manifest.SecretValues;
import dev.layerscope.diff.text.AlignedLine;
import dev.layerscope.edit.FileChange;
import dev.layerscope.git.ChangedFile;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.Repositories;
import dev.layerscope.git.Snapshot;
import dev.layerscope.git.TreeEntry;
import dev.layerscope.git.TreePath;
import dev.layerscope.manifest.Manifest;
import dev.layerscope.manifest.Origin;
import dev.layerscope.manifest.ResourceKey;
import dev.layerscope.operation.CommitFiles;
import dev.layerscope.operation.Comparison.ComparedApplication;
import dev.layerscope.operation.FileText;
import dev.layerscope.operation.Opened;
import dev.layerscope.ui.common.DiffRow;
import dev.layerscope.ui.common.Messages;
import dev.layerscope.yaml.YamlPrinter;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

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

  CompareText of(CompareRow row) {
    return switch (row) {
      case CompareRow.OfFile file -> file(file);
      case CompareRow.OfResource(var application, var resource) ->
          manifests(
              application.change().node().name(),
              resource.key(),
              resource.key().text(),
              resource.from(),
              resource.to(),
              resource.fields(),
              resource.hidden(),
              resource.risks(),
              resource.formattingOnly() ? Messages.text("compare.formatting") : "");
      case CompareRow.OfApplication(var application, var tally) -> application(application);
      case CompareRow.Group ignored -> CompareText.NOTHING;
      case CompareRow.Source ignored -> CompareText.NOTHING;
      case CompareRow.OfRepository ignored -> CompareText.NOTHING;
      case CompareRow.OfHistory ignored -> CompareText.NOTHING;
      case CompareRow.OfSamePatches ignored -> CompareText.NOTHING;
      case CompareRow.OfCommit commit -> commit(commit);
    };
  }

  /** A commit: who, what it touches of the hierarchy, and its files. */
  private CompareText commit(CompareRow.OfCommit row) {
    var rows = new ArrayList<DiffRow>();
    var commit = row.told().commit();
    rows.add(
        new DiffRow.Head(
            commit.subject(), commit.author().name() + ", " + commit.author().when(), 0, 0));
    row.told()
        .equivalent()
        .ifPresent(other ->
            rows.add(
                new DiffRow.Head(
                    Messages.text("compare.samepatchas", other.substring(0, 7)), "", 0, 0)));
    List<String> applications = row.told().applications();
    rows.add(
        new DiffRow.Head(
            applications.isEmpty()
                ? Messages.text("compare.noeffect")
                : Messages.text("compare.effect", String.join(", ", applications)),
            "",
            0,
            0));
    row.told().effects().stream()
        .map(CompareWords::effect)
        .forEach(words -> rows.add(new DiffRow.Head(words, "", 0, 0)));
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

  /** Its own fields first, then those of every object it renders. */
  private CompareText application(ComparedApplication application) {
    CompareText own =
        manifests(
            application.change().node().name(),
            application.change().node().manifest().key(),
            application.change().node().label(),
            application.change().from().map(n -> n.manifest()),
            application.change().to().map(n -> n.manifest()),
            application.change().fields(),
            application.change().hidden(),
            application.change().risks(),
            application.change().reason().or(application::unknown).orElse(""));
    if (mode != Mode.STRUCTURED) {
      return own;
    }
    var rows = new ArrayList<>(own.rows());
    IdentityHashMap<DiffRow, CompareText.Field> fields = own.fields();
    for (ResourceChange resource : application.resources()) {
      if (resource.change() != Change.SAME
          || resource.formattingOnly()
          || !resource.hidden().isEmpty()) {
        rows.add(
            new DiffRow.Head(
                resource.key().text(),
                resource.formattingOnly()
                    ? Messages.text("compare.formatting")
                    : resource.change() == Change.SAME ? "" : resource.change().word(),
                0,
                0));
        rows.addAll(
            structured(
                application.change().node().name(),
                resource.key(),
                resource.fields(),
                resource.hidden(),
                resource.risks(),
                "",
                fields));
      }
    }
    return new CompareText(own.title(), own.from(), own.to(), rows, fields, Optional.empty());
  }

  private CompareText manifests(
      String name,
      ResourceKey key,
      String title,
      Optional<Manifest> from,
      Optional<Manifest> to,
      List<FieldChange> fields,
      List<ExpectedChange> hidden,
      List<Risk> risks,
      String note) {
    boolean whole = fields.isEmpty() && (from.isEmpty() || to.isEmpty());
    var told = new IdentityHashMap<DiffRow, CompareText.Field>();
    var rows = new ArrayList<DiffRow>();
    switch (mode) {
      case STRUCTURED -> {
        rows.addAll(structured(name, key, fields, hidden, risks, note, told));
        if (whole) {
          rows.addAll(rendered(from, to));
        }
      }
      case TEXT -> rows.addAll(DiffRow.of(source(from), source(to)));
      case RENDERED -> rows.addAll(rendered(from, to));
    }
    return new CompareText(title, place(from), place(to), rows, told, Optional.empty());
  }

  /** One heading per field, with both values beside each other below it. */
  private static List<DiffRow> structured(
      String application,
      ResourceKey key,
      List<FieldChange> fields,
      List<ExpectedChange> hidden,
      List<Risk> risks,
      String note,
      IdentityHashMap<DiffRow, CompareText.Field> told) {
    var rows = new ArrayList<DiffRow>();
    if (!note.isEmpty()) {
      rows.add(new DiffRow.Head(note, "", 0, 0));
    }
    risks.forEach(risk -> rows.add(new DiffRow.Head("⚑ " + risk.words(), "", 0, 0)));
    for (FieldChange field : fields) {
      rows.addAll(field(application, key, field, told));
    }
    hidden.stream()
        .collect(
            Collectors.groupingBy(ExpectedChange::rule, LinkedHashMap::new, Collectors.toList()))
        .forEach((rule, changes) ->
            rows.add(
                new DiffRow.Hidden(
                    rule,
                    changes.size(),
                    changes.stream()
                        .flatMap(change -> field(application, key, change.field(), told).stream())
                        .toList())));
    return rows;
  }

  /** The path of a field, and both its values beside each other. */
  private static List<DiffRow> field(
      String application,
      ResourceKey key,
      FieldChange field,
      IdentityHashMap<DiffRow, CompareText.Field> told) {
    var rows = new ArrayList<DiffRow>();
    rows.add(new DiffRow.Head(field.path(), field.note().orElse(""), 0, 0));
    rows.addAll(values(field));
    var about = new CompareText.Field(application, key, field.path());
    rows.forEach(row -> told.put(row, about));
    return rows;
  }

  /** Values of one line stand beside each other; longer ones are aligned line by line. */
  private static List<DiffRow> values(FieldChange field) {
    boolean lines =
        field.from().filter(v -> v.contains("\n")).isPresent()
            || field.to().filter(v -> v.contains("\n")).isPresent();
    if (lines) {
      return DiffRow.of(field.from().orElse(""), field.to().orElse(""));
    }
    AlignedLine.Kind kind =
        field.from().isEmpty()
            ? AlignedLine.Kind.ADDED
            : field.to().isEmpty() ? AlignedLine.Kind.REMOVED : AlignedLine.Kind.CHANGED;
    return List.of(
        new DiffRow.Pair(
            new AlignedLine(
                kind,
                field.from().map(text -> new AlignedLine.Numbered(0, text)),
                field.to().map(text -> new AlignedLine.Numbered(0, text)))));
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

  private static CompareText file(CompareRow.OfFile row) {
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
        DiffRow.of(
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
