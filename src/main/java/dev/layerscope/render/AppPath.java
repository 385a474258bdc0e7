package dev.layerscope.render;

import dev.layerscope.finding.Finding;
import dev.layerscope.finding.FindingCode;
import dev.layerscope.finding.Location;
import dev.layerscope.git.Snapshot;
import dev.layerscope.git.TreeEntry;
import dev.layerscope.git.TreePath;
import java.util.Optional;

/** Where a source's {@code path} leads (specification §1.3). */
sealed interface AppPath {
  /**
   * A directory.
   *
   * @param path as asked, cleaned; links in it are followed
   */
  record Directory(TreePath path, TreeEntry entry) implements AppPath {}

  /** The last part is a symbolic link to a directory: Argo CD walks it and finds nothing. */
  record Trap(TreePath path) implements AppPath {}

  /** Inside a submodule, which is not read. */
  record Submodule(TreePath path) implements AppPath {}

  /** Argo CD refuses it. */
  record Refused(Finding finding) implements AppPath {}

  /** Resolves a path as declared. */
  static AppPath resolve(Snapshot snapshot, String declared) {
    if (declared.startsWith("/")) {
      return refused(
          snapshot, FindingCode.PATH_OUTSIDE_REPOSITORY_ERROR, declared, "app path is absolute");
    }
    Optional<TreePath> clean = TreePath.clean(declared);
    if (clean.isEmpty()) {
      return refused(
          snapshot, FindingCode.PATH_OUTSIDE_REPOSITORY_ERROR, declared, "app path outside root");
    }
    TreePath path = clean.get();
    Optional<TreePath> submodule = submodule(snapshot, path);
    if (submodule.isPresent()) {
      return new Submodule(submodule.get());
    }
    return switch (snapshot.follow(path)) {
      case Snapshot.Target.Missing ignored -> missing(snapshot, declared);
      case Snapshot.Target.Circular ignored -> missing(snapshot, declared);
      case Snapshot.Target.Outside ignored ->
          refused(
              snapshot,
              FindingCode.PATH_OUTSIDE_REPOSITORY_ERROR,
              declared,
              "app path outside root");
      case Snapshot.Target.Found found when !found.entry().isDirectory() ->
          refused(
              snapshot,
              FindingCode.PATH_NOT_DIRECTORY_ERROR,
              declared,
              "app path is not a directory");
      case Snapshot.Target.Found found -> directory(snapshot, path, found.entry());
    };
  }

  private static AppPath directory(Snapshot snapshot, TreePath path, TreeEntry target) {
    boolean link =
        snapshot.find(path).map(entry -> entry.kind() == TreeEntry.Kind.SYMLINK).orElse(false);
    if (link) {
      return new Trap(path);
    }
    // Behind a link in the middle find() sees nothing, so the last part is looked at in its real
    // directory.
    TreePath parent = path.parent();
    if (!path.isRoot() && snapshot.follow(parent) instanceof Snapshot.Target.Found found) {
      Optional<TreeEntry> last = snapshot.find(found.entry().path().child(path.name()));
      if (last.map(entry -> entry.kind() == TreeEntry.Kind.SYMLINK).orElse(false)) {
        return new Trap(path);
      }
    }
    return new Directory(path, target);
  }

  private static Optional<TreePath> submodule(Snapshot snapshot, TreePath path) {
    TreePath walked = TreePath.ROOT;
    for (String segment : path.isRoot() ? new String[0] : path.value().split("/")) {
      walked = walked.child(segment);
      if (snapshot
          .find(walked)
          .map(entry -> entry.kind() == TreeEntry.Kind.SUBMODULE)
          .orElse(false)) {
        return Optional.of(walked);
      }
    }
    return Optional.empty();
  }

  private static AppPath missing(Snapshot snapshot, String declared) {
    return refused(snapshot, FindingCode.MISSING_PATH_ERROR, declared, "app path does not exist");
  }

  private static AppPath refused(Snapshot snapshot, FindingCode code, String declared, String why) {
    String shown = TreePath.clean(declared).map(TreePath::value).orElse("");
    var location = new Location(snapshot.url().text(), snapshot.commit(), shown, 0);
    return new Refused(Finding.of(code, declared + ": " + why, location));
  }
}
