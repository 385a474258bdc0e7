package dev.layerscope.operation.finding;

import dev.layerscope.finding.Location;
import dev.layerscope.git.Clone;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.Repositories.Access;
import dev.layerscope.git.Snapshot;
import dev.layerscope.git.TreeEntry;
import dev.layerscope.git.TreePath;
import dev.layerscope.operation.open.Opened;
import dev.layerscope.yaml.TextEncoding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Reads the text a finding points to: at its commit, or beside the workspace file. */
public final class ReadPlace {
  private ReadPlace() {}

  /** The text; empty when there is none to show. */
  public static Optional<String> text(Opened opened, Location place) {
    return place.repoUrl().isEmpty() ? beside(opened, place) : inGit(opened, place);
  }

  private static Optional<String> inGit(Opened opened, Location place) {
    if (!(opened.access().at(new RepoUrl(place.repoUrl()))
        instanceof Access.Available(RepoUrl ignored, Clone clone))) {
      return Optional.empty();
    }
    Optional<TreePath> path = TreePath.clean(place.path());
    Optional<Snapshot> snapshot =
        place.revision().isEmpty() ? Optional.empty() : clone.snapshot(place.revision());
    return snapshot.isPresent()
            && path.isPresent()
            && snapshot.get().follow(path.get()) instanceof Snapshot.Target.Found(TreeEntry file)
            && file.isFile()
        ? decoded(snapshot.get().read(file))
        : Optional.empty();
  }

  private static Optional<String> beside(Opened opened, Location place) {
    Path folder = opened.workspace().folder();
    Path file = folder.resolve(place.path()).normalize();
    try {
      return file.startsWith(folder) && Files.isRegularFile(file)
          ? decoded(Files.readAllBytes(file))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> decoded(byte[] bytes) {
    return TextEncoding.looksBinary(bytes)
        ? Optional.empty()
        : Optional.of(TextEncoding.decode(bytes));
  }
}
