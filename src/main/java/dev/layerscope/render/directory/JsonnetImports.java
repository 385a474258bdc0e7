package dev.layerscope.render.directory;

import dev.layerscope.git.Snapshot;
import dev.layerscope.git.TreeEntry;
import dev.layerscope.git.TreePath;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Looks up what Jsonnet files import. They are not evaluated, but what an import names is written
 * out in the language, so it is known which files matter to the result: where a revision differs in
 * none of them, it makes the same.
 */
final class JsonnetImports {
  /** More files than the largest vendored libraries have. */
  private static final int MOST_FILES = 2000;

  /** Bytes of a file that is looked through; of a larger one only the content counts. */
  private static final long LARGEST = 4L * 1024 * 1024;

  private final Snapshot snapshot;
  private final List<TreePath> libraries;
  private final Set<TreePath> seen = new HashSet<>();

  /**
   * @param libraries folders an import is looked for in besides that of the importing file, as Argo
   *     CD gives them: that of the source, then {@code directory.jsonnet.libs}
   */
  JsonnetImports(Snapshot snapshot, List<TreePath> libraries) {
    this.snapshot = snapshot;
    this.libraries = List.copyOf(libraries);
  }

  /** Reads what a file imports, and what that imports. */
  void follow(TreePath from, TreeEntry file) {
    if (seen.size() >= MOST_FILES || !seen.add(from) || snapshot.size(file) > LARGEST) {
      return;
    }
    String text = new String(snapshot.read(file), StandardCharsets.UTF_8);
    for (JsonnetWords.Import one : JsonnetWords.imports(text)) {
      Optional<TreePath> place = place(from.parent(), one.path());
      if (place.isPresent()
          && snapshot.follow(place.get()) instanceof Snapshot.Target.Found(TreeEntry found)) {
        if (one.code()) {
          follow(place.get(), found);
        } else {
          snapshot.heed(found);
        }
      }
    }
  }

  /** Beside the importing file, then the libraries from the last to the first. */
  private Optional<TreePath> place(TreePath beside, String written) {
    if (written.startsWith("/")) {
      return Optional.empty();
    }
    Optional<TreePath> there = fileAt(beside, written);
    for (int i = libraries.size() - 1; there.isEmpty() && i >= 0; i--) {
      there = fileAt(libraries.get(i), written);
    }
    return there;
  }

  private Optional<TreePath> fileAt(TreePath folder, String written) {
    return folder
        .walk(written)
        .filter(path ->
            snapshot.follow(path) instanceof Snapshot.Target.Found(TreeEntry found)
                && found.isFile());
  }
}
