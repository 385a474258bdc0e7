package dev.layerscope.render.directory;

import dev.layerscope.finding.Certainty;
import dev.layerscope.finding.Finding;
import dev.layerscope.finding.FindingCode;
import dev.layerscope.git.Snapshot;
import dev.layerscope.git.TreeEntry;
import dev.layerscope.git.TreePath;
import dev.layerscope.glob.GobwasGlob;
import dev.layerscope.manifest.Manifest;
import dev.layerscope.manifest.Origin;
import dev.layerscope.render.content.ParsedFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a directory of plain manifests as Argo CD's repo server does (specification §3). */
public final class DirectoryRenderer {
  private final ParsedFiles parsed;

  public DirectoryRenderer(ParsedFiles parsed) {
    this.parsed = parsed;
  }

  /**
   * The manifests of a directory.
   *
   * @param directory what the source's path leads to
   */
  public Found render(Snapshot snapshot, TreeEntry directory, DirectoryOptions options) {
    return new Run(snapshot, directory, options).found();
  }

  private final class Run {
    private final Snapshot snapshot;
    private final TreeEntry directory;
    private final DirectoryOptions options;
    private final List<Finding> findings = new ArrayList<>();
    private Certainty certainty = Certainty.EXACT;
    private long bytes;

    Run(Snapshot snapshot, TreeEntry directory, DirectoryOptions options) {
      this.snapshot = snapshot;
      this.directory = directory;
      this.options = options;
    }

    /** Argo CD selects every file before it reads the first; so errors of selection come first. */
    Found found() {
      patterns();
      var selected = new ArrayList<Selection.Selected>();
      var filter = new FileFilter(snapshot, directory.path(), options);
      for (TreeEntry entry : snapshot.walk(directory, ignored -> options.recurse())) {
        if (entry.kind() == TreeEntry.Kind.SUBMODULE) {
          if (options.recurse()) {
            certainty =
                certainty.and(Certainty.opaque("the submodule " + entry.path() + " is not read"));
          }
          continue;
        }
        Optional<Finding> error = take(entry, filter.select(entry), selected);
        if (error.isPresent()) {
          return failed(error.get());
        }
      }
      return read(selected);
    }

    private Optional<Finding> take(
        TreeEntry entry, Selection selection, List<Selection.Selected> selected) {
      switch (selection) {
        case Selection.Skipped ignored -> {}
        case Selection.Suspicious suspicious ->
            findings.add(
                Finding.of(
                    FindingCode.BROKEN_SYMLINK_WARNING, suspicious.why(), at(entry).line(0)));
        case Selection.Refused refused -> {
          return error(
              FindingCode.OUT_OF_BOUNDS_SYMLINK_ERROR,
              "invalid manifest file \"" + entry.path() + "\": " + refused.why(),
              entry);
        }
        case Selection.TooLarge large -> {
          if (exceeds(large.size())) {
            return tooLarge(entry);
          }
          findings.add(
              Finding.of(
                  FindingCode.MANIFEST_TOO_LARGE_ERROR,
                  "The file \"%s\" has %,d bytes and is not read."
                      .formatted(large.file().path(), large.size()),
                  at(large.file()).line(0)));
          certainty =
              certainty.and(Certainty.approximate("too large to be read: " + large.file().path()));
        }
        case Selection.Selected file -> {
          toolFile(entry);
          if (!isJsonnet(file) && exceeds(file.bytes().length)) {
            return tooLarge(entry);
          }
          selected.add(file);
        }
      }
      return Optional.empty();
    }

    private Found read(List<Selection.Selected> selected) {
      var manifests = new ArrayList<Manifest>();
      for (Selection.Selected file : selected) {
        if (isJsonnet(file)) {
          Optional<Finding> refused = options.jsonnet() ? jsonnet(file) : Optional.empty();
          if (refused.isPresent()) {
            return failed(refused.get());
          }
          continue;
        }
        ManifestFile.Content content = ManifestFile.read(file, at(file.file()), parsed);
        findings.addAll(content.findings());
        if (content.error().isPresent()) {
          return failed(content.error().get());
        }
        manifests.addAll(content.manifests());
      }
      return new Found(manifests, certainty, findings, false);
    }

    private static boolean isJsonnet(Selection.Selected file) {
      return file.name().endsWith(".jsonnet");
    }

    /** What the file makes is not known; what it is made from is. */
    private Optional<Finding> jsonnet(Selection.Selected file) {
      var libraries = new ArrayList<TreePath>(List.of(directory.path()));
      for (String written : options.libraries()) {
        Optional<TreePath> library = TreePath.clean(written);
        if (library.isEmpty()) {
          return Optional.of(
              Finding.of(
                  FindingCode.PATH_OUTSIDE_REPOSITORY_ERROR,
                  "file '" + written + "' resolved to outside repository root",
                  at(file.file()).line(0)));
        }
        libraries.add(library.get());
      }
      new JsonnetImports(snapshot, libraries).follow(file.file().path(), file.file());
      certainty =
          certainty.and(
              Certainty.lacking(
                  Certainty.Level.OPAQUE, "Jsonnet is not evaluated: " + file.file().path()));
      return Optional.empty();
    }

    private boolean exceeds(long size) {
      bytes += size;
      return options.maxBytes() != 0 && bytes > options.maxBytes();
    }

    private Optional<Finding> tooLarge(TreeEntry entry) {
      return error(
          FindingCode.DIRECTORY_TOO_LARGE_ERROR, "exceeded max combined manifest file size", entry);
    }

    private Optional<Finding> error(FindingCode code, String message, TreeEntry entry) {
      return Optional.of(
          Finding.of(
              code, "failed to get potentially valid manifests: " + message, at(entry).line(0)));
    }

    private Found failed(Finding error) {
      findings.addFirst(error);
      return new Found(List.of(), Certainty.EXACT, findings, true);
    }

    private void patterns() {
      pattern("include", options.include(), "it hides every file");
      pattern("exclude", options.exclude(), "it hides nothing");
    }

    private void pattern(String field, String pattern, String effect) {
      if (!pattern.isEmpty() && GobwasGlob.compile(pattern).isEmpty()) {
        findings.add(
            Finding.of(
                FindingCode.INVALID_GLOB_WARNING,
                "The %s pattern \"%s\" is not valid and never matches: %s."
                    .formatted(field, pattern, effect),
                at(directory).line(0)));
      }
    }

    private void toolFile(TreeEntry entry) {
      String tool =
          switch (entry.name()) {
            case "kustomization.yaml", "kustomization.yml" -> "kustomization";
            case "Chart.yaml" -> "chart";
            default -> "";
          };
      if (!tool.isEmpty()) {
        findings.add(
            Finding.of(
                FindingCode.TOOL_FILE_IN_DIRECTORY_WARNING,
                "The directory source reads the files of the %s \"%s\" one by one instead of rendering it."
                    .formatted(tool, entry.path().parent()),
                at(entry).line(0)));
      }
    }

    private Origin at(TreeEntry entry) {
      return Origin.of(snapshot, entry.path());
    }
  }
}
