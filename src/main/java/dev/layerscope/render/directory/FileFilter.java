package dev.layerscope.render.directory;

import dev.layerscope.git.Snapshot;
import dev.layerscope.git.TreeEntry;
import dev.layerscope.git.TreePath;
import dev.layerscope.glob.GobwasGlob;
import dev.layerscope.render.content.ParsedFiles;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Decides file by file what Argo CD reads of a directory, in its order of questions (specification
 * §3.2).
 */
final class FileFilter {
  private static final Pattern EXTENSION =
      Pattern.compile(".*\\.(yaml|yml|json|jsonnet)", Pattern.DOTALL);
  private static final byte[] MARKER =
      "+argocd:skip-file-rendering".getBytes(StandardCharsets.US_ASCII);

  private final Snapshot snapshot;
  private final TreePath directory;
  private final DirectoryOptions options;
  private final Optional<GobwasGlob> include;
  private final Optional<GobwasGlob> exclude;

  FileFilter(Snapshot snapshot, TreePath directory, DirectoryOptions options) {
    this.snapshot = snapshot;
    this.directory = directory;
    this.options = options;
    this.include = GobwasGlob.compile(options.include());
    this.exclude = GobwasGlob.compile(options.exclude());
  }

  Selection select(TreeEntry entry) {
    if (!options.disableExtensionFilter() && !EXTENSION.matcher(entry.name()).matches()) {
      return new Selection.Skipped();
    }
    String relative = entry.path().relativeTo(directory);
    TreeEntry file = entry;
    if (entry.kind() == TreeEntry.Kind.SYMLINK) {
      switch (snapshot.follow(entry.path())) {
        case Snapshot.Target.Missing ignored -> {
          return new Selection.Suspicious("destination of symlink \"" + relative + "\" is missing");
        }
        case Snapshot.Target.Circular ignored -> {
          return new Selection.Refused(
              "failed to evaluate symlink at \"" + relative + "\": EvalSymlinks: too many links");
        }
        case Snapshot.Target.Outside outside -> {
          return outside(relative, outside);
        }
        case Snapshot.Target.Found found -> file = found.entry();
      }
    }
    if (!file.isFile()) {
      return new Selection.Suspicious(
          "ignoring symlink at \""
              + relative
              + "\" to non-regular file \""
              + file.path().value()
              + "\"");
    }
    if (!options.exclude().isEmpty() && matches(exclude, relative)
        || !options.include().isEmpty() && !matches(include, relative)) {
      return new Selection.Skipped();
    }
    long size = snapshot.size(file);
    if (size > ParsedFiles.MAX_FILE) {
      return new Selection.TooLarge(file, size);
    }
    byte[] bytes = snapshot.read(file);
    return contains(bytes, MARKER)
        ? new Selection.Skipped()
        : new Selection.Selected(entry.name(), file, bytes);
  }

  /**
   * Whether an absolute target exists depends on the machine Argo CD runs on; most likely it does
   * not.
   */
  private static Selection outside(String relative, Snapshot.Target.Outside outside) {
    return outside.to().startsWith("/")
        ? new Selection.Suspicious("destination of symlink \"" + relative + "\" is missing")
        : new Selection.Refused("illegal filepath in symlink at \"" + relative + "\"");
  }

  private static boolean matches(Optional<GobwasGlob> glob, String text) {
    return glob.map(g -> g.matches(text)).orElse(false);
  }

  static boolean contains(byte[] bytes, byte[] sought) {
    byte first = sought[0];
    int last = bytes.length - sought.length;
    for (int i = 0; i <= last; i++) {
      if (bytes[i] == first
          && Arrays.equals(bytes, i, i + sought.length, sought, 0, sought.length)) {
        return true;
      }
    }
    return false;
  }
}
