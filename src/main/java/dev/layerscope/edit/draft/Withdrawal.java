package dev.layerscope.edit.draft;

import dev.layerscope.edit.RefusedException;
import dev.layerscope.edit.estate.Host;
import dev.layerscope.edit.text.DocumentLines;
import dev.layerscope.edit.text.Yaml;
import dev.layerscope.git.TreeEntry;
import dev.layerscope.git.TreePath;
import java.util.Optional;

/**
 * Takes objects out of a folder: their documents or files, their entries in kustomizations. A
 * folder that nothing is left in keeps a file that says nothing, since git keeps no empty ones and
 * Argo CD asks for the folder.
 */
public final class Withdrawal {
  private final Host host;
  private final FileDraft files;

  public Withdrawal(Host host, FileDraft files) {
    this.host = host;
    this.files = files;
  }

  /** A file that is about to go is listed no more. */
  public void unlist(TreePath path) throws RefusedException {
    if (host.isKustomized() && Yaml.isOne(files.text(path))) {
      new KustomizeChain(host).unlist(files, path);
    }
  }

  /** An object goes: with its file when it is alone there. What lists it has to know already. */
  public void take(TreePath path, int document, String reason) throws RefusedException {
    String text = files.text(path);
    String where = path + " of " + host.described();
    if (text.contains("{{")) {
      throw new RefusedException(
          where + " is a template: what goes from it may be rendered from its values.",
          "Take it out by hand.");
    }
    if (Yaml.isOne(text)) {
      files.remove(path, reason);
      keepFolder();
    } else {
      files.change(path, DocumentLines.without(text, document, where), reason);
    }
  }

  private void keepFolder() throws RefusedException {
    if (host.isKustomized() || host.isChart()) {
      return;
    }
    Optional<TreeEntry> folder = host.snapshot().find(host.folder());
    if (folder.isEmpty() || files.hasBelow(host.folder())) {
      return;
    }
    for (TreeEntry file : host.snapshot().walk(folder.get(), below -> true)) {
      if (!file.isDirectory() && !files.isGone(file.path())) {
        return;
      }
    }
    files.write(host.folder().child(".gitkeep"), "", "keeps the folder while it is empty");
  }
}
