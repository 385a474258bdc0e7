package dev.layerscope.ui.compare.text;

import dev.layerscope.diff.Change;
import dev.layerscope.diff.manifest.ResourceChange;
import dev.layerscope.diff.manifest.SecretValues;
import dev.layerscope.diff.text.AlignedLine;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.Repositories;
import dev.layerscope.git.Snapshot;
import dev.layerscope.git.TreeEntry;
import dev.layerscope.git.TreePath;
import dev.layerscope.manifest.Manifest;
import dev.layerscope.manifest.Origin;
import dev.layerscope.operation.compare.Comparison.ComparedApplication;
import dev.layerscope.operation.open.Opened;
import dev.layerscope.operation.side.FileText;
import dev.layerscope.ui.common.DiffRow;
import dev.layerscope.ui.common.Messages;
import dev.layerscope.ui.compare.rule.DifferingField;
import dev.layerscope.yaml.YamlPrinter;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/** An object that differs: its fields, the files it was written in, or what it renders to. */
final class ManifestTexts {
  private final Opened opened;
  private final CompareTexts.Mode mode;

  ManifestTexts(Opened opened, CompareTexts.Mode mode) {
    this.opened = opened;
    this.mode = mode;
  }

  CompareText resource(ComparedApplication application, ResourceChange resource) {
    CompareText text = text(resource.key().text(), ComparedObject.of(application, resource));
    return resource.change() == Change.UNKNOWN ? uncompared(text) : text;
  }

  /** Lines of the side that is known: neither added nor removed, and none hidden away. */
  private static CompareText uncompared(CompareText text) {
    List<DiffRow> rows =
        text.rows().stream()
            .map(row -> row instanceof DiffRow.Pair pair ? uncompared(pair.line()) : row)
            .toList();
    return new CompareText(text.title(), text.from(), text.to(), rows, text.fields(), text.file());
  }

  private static DiffRow uncompared(AlignedLine line) {
    return new DiffRow.Pair(new AlignedLine(AlignedLine.Kind.EQUAL, line.from(), line.to()));
  }

  /** Its own fields first, then those of every object it renders. */
  CompareText application(ComparedApplication application) {
    CompareText own = text(application.change().node().label(), ComparedObject.of(application));
    if (mode != CompareTexts.Mode.STRUCTURED) {
      return own;
    }
    var rows = new ArrayList<>(own.rows());
    var quiet = new QuietObjects(application, own.fields());
    for (ResourceChange resource : application.resources()) {
      if (!quiet.continues(resource)) {
        rows.addAll(quiet.end());
      }
      if (QuietObjects.isQuiet(resource)) {
        quiet.add(resource);
      } else if (resource.change() != Change.SAME
          || resource.formattingOnly()
          || !resource.hidden().isEmpty()) {
        rows.add(new DiffRow.Head(resource.key().text(), note(resource), 0, 0));
        if (resource.change() == Change.UNKNOWN) {
          continue; // why is said once, above all of them
        }
        ComparedObject object = ComparedObject.of(application, resource).without(note(resource));
        rows.addAll(FieldRows.of(object, own.fields()));
      }
    }
    rows.addAll(quiet.end());
    return new CompareText(own.title(), own.from(), own.to(), rows, own.fields(), Optional.empty());
  }

  private static String note(ResourceChange resource) {
    return resource.formattingOnly()
        ? Messages.text("compare.formatting")
        : resource.change() == Change.SAME ? "" : resource.change().word();
  }

  private CompareText text(String title, ComparedObject object) {
    var told = new IdentityHashMap<DiffRow, DifferingField>();
    List<DiffRow> rows =
        switch (mode) {
          case STRUCTURED -> structured(object, told);
          case TEXT -> written(object, source(object.from()), source(object.to()));
          case RENDERED -> rendered(object);
        };
    return new CompareText(
        title, place(object.from()), place(object.to()), rows, told, Optional.empty());
  }

  /** An object of one side only has no fields that differ: all of it does. */
  private static List<DiffRow> structured(
      ComparedObject object, IdentityHashMap<DiffRow, DifferingField> told) {
    var rows = new ArrayList<>(FieldRows.of(object, told));
    if (object.fields().isEmpty() && (object.from().isEmpty() || object.to().isEmpty())) {
      rows.addAll(DiffRow.of(yaml(object.from()), yaml(object.to())));
    }
    return rows;
  }

  /** An object may differ by what another file does to it: then its own shows nothing of that. */
  private static List<DiffRow> written(ComparedObject object, String from, String to) {
    boolean elsewhere =
        object.from().isPresent()
            && object.to().isPresent()
            && from.equals(to)
            && !object.fields().isEmpty();
    if (!elsewhere) {
      return LineRows.of(object, from, to);
    }
    var rows = new ArrayList<DiffRow>();
    rows.add(DiffRow.Head.sentence(Messages.text("compare.elsewhere")));
    rows.addAll(rendered(object));
    return rows;
  }

  private static List<DiffRow> rendered(ComparedObject object) {
    return LineRows.of(object, yaml(object.from()), yaml(object.to()));
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
