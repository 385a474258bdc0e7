package dev.layerscope.render.directory;

import dev.layerscope.git.Snapshot;
import dev.layerscope.git.TreeEntry;
import dev.layerscope.git.TreePath;
import dev.layerscope.manifest.Origin;
import dev.layerscope.render.content.ParsedFiles;
import java.util.Optional;

/**
 * A file that Argo CD selects and then takes nothing of without a word, because it cannot be read
 * and does not look like manifests (specification §3.7).
 *
 * @param path of the file
 * @param line that cannot be read, from 1
 * @param broken whether it is no YAML at all; else it is some that declares no object
 * @param message what is wrong there, as Argo CD would say it
 */
public record PassedOver(TreePath path, int line, boolean broken, String message) {
  /** Empty for a file that is not there, is no manifest by its name, or is read. */
  public static Optional<PassedOver> at(Snapshot snapshot, TreePath path) {
    Optional<TreeEntry> file = snapshot.find(path).filter(TreeEntry::isFile);
    if (file.isEmpty() || snapshot.size(file.get()) > ParsedFiles.MAX_FILE) {
      return Optional.empty();
    }
    var selected = new Selection.Selected(file.get().name(), file.get(), snapshot.read(file.get()));
    return ManifestFile.read(selected, Origin.of(snapshot, path), new ParsedFiles())
        .passedOver()
        .map(wrong -> new PassedOver(path, wrong.line(), !wrong.kindless(), wrong.message()));
  }
}
