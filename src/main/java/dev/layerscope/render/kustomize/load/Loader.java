package dev.layerscope.render.kustomize.load;

import dev.layerscope.finding.Finding;
import dev.layerscope.finding.FindingCode;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.Repositories;
import dev.layerscope.git.Resolution;
import dev.layerscope.git.Snapshot;
import dev.layerscope.git.TreeEntry;
import dev.layerscope.git.TreePath;
import dev.layerscope.manifest.Origin;
import dev.layerscope.render.content.ParsedFiles;
import dev.layerscope.render.kustomize.tree.BuildException;
import dev.layerscope.yaml.Document;
import dev.layerscope.yaml.Reading;
import java.util.List;
import java.util.Optional;

/**
 * What one kustomization may read: files in and below its own folder, other folders by name. Knows
 * who asked for it, so that circles are seen.
 */
public final class Loader {
  private final Snapshot snapshot;
  private final TreePath root;
  private final Optional<Loader> referrer;
  private final boolean remote;
  private final Reach reach;

  /**
   * What is the same for every folder of one build.
   *
   * @param unrestricted files may be read from everywhere
   */
  public record Reach(Repositories repositories, ParsedFiles parsed, boolean unrestricted) {}

  private Loader(
      Snapshot snapshot, TreePath root, Optional<Loader> referrer, boolean remote, Reach reach) {
    this.snapshot = snapshot;
    this.root = root;
    this.referrer = referrer;
    this.remote = remote;
    this.reach = reach;
  }

  /** For the folder a build starts at. */
  public static Loader at(Snapshot snapshot, TreePath root, Reach reach) {
    return new Loader(snapshot, root, Optional.empty(), false, reach);
  }

  /** The folder as the tool prints it, the repository's root being {@code /}. */
  public String shownRoot() {
    return "/" + root.value();
  }

  /** The repository the folder lies in. */
  public Snapshot snapshot() {
    return snapshot;
  }

  public TreePath root() {
    return root;
  }

  public Origin origin(TreeEntry file) {
    return Origin.of(snapshot, file.path());
  }

  /** The entry of this folder with a name, links followed; empty when there is no such file. */
  public Optional<TreeEntry> own(String name) {
    return snapshot.follow(root.child(name)) instanceof Snapshot.Target.Found found
            && found.entry().isFile()
        ? Optional.of(found.entry())
        : Optional.empty();
  }

  /** A file by its path as written. */
  public TreeEntry file(String path) throws BuildException {
    if (path.startsWith("http://") || path.startsWith("https://")) {
      throw new UnavailableException("a remote file is not read: " + path);
    }
    if (path.isEmpty()) {
      throw new BuildException("read %s: is a directory".formatted(shownRoot()));
    }
    if (path.startsWith("/")) {
      throw new BuildException(
          "security; file '%s' is not in or below '%s'".formatted(path, shownRoot()));
    }
    Optional<TreePath> asked = root.walk(path);
    if (asked.isEmpty()) {
      throw new BuildException(
          "security; file '/%s' is not in or below '%s'".formatted(path, shownRoot()));
    }
    return switch (snapshot.follow(asked.get())) {
      case Snapshot.Target.Missing ignored ->
          throw new BuildException(
              "evalsymlink failure on '/%s' : lstat /%s: no such file or directory"
                  .formatted(asked.get().value(), asked.get().value()));
      case Snapshot.Target.Circular ignored ->
          throw new BuildException(
              "evalsymlink failure on '/%s' : too many links".formatted(asked.get().value()));
      case Snapshot.Target.Outside outside ->
          throw new BuildException(
              "security; file '%s' is not in or below '%s'".formatted(outside.to(), shownRoot()));
      case Snapshot.Target.Found found -> checked(found.entry());
    };
  }

  private TreeEntry checked(TreeEntry entry) throws BuildException {
    if (entry.kind() == TreeEntry.Kind.SUBMODULE) {
      throw new UnavailableException("the submodule " + entry.path() + " is not read");
    }
    if (entry.isDirectory()) {
      throw new BuildException("'/%s' is a directory, not a file".formatted(entry.path().value()));
    }
    if (!reach.unrestricted() && !entry.path().isWithin(root)) {
      throw new BuildException(
          "security; file '/%s' is not in or below '%s'"
              .formatted(entry.path().value(), shownRoot()));
    }
    return entry;
  }

  /** The bytes of a file. */
  public byte[] bytes(TreeEntry file) throws BuildException {
    if (snapshot.size(file) > ParsedFiles.MAX_FILE) {
      throw tooLarge(file);
    }
    return snapshot.read(file);
  }

  /** The documents of a file. */
  public List<Document> documents(TreeEntry file, Reading reading) throws BuildException {
    Optional<List<Document>> known = reach.parsed().known(snapshot, file, reading);
    if (known.isPresent()) {
      return known.get();
    }
    if (snapshot.size(file) > ParsedFiles.MAX_FILE) {
      throw tooLarge(file);
    }
    return reach.parsed().documents(snapshot, file, reading);
  }

  private UnavailableException tooLarge(TreeEntry file) {
    String message =
        "The file \"%s\" has %,d bytes and is not read."
            .formatted(file.path(), snapshot.size(file));
    return new UnavailableException(
        "too large to be read: " + file.path(),
        Finding.of(FindingCode.MANIFEST_TOO_LARGE_ERROR, message, origin(file).line(0)));
  }

  /** A loader for another folder, here or in another repository. */
  public Loader descend(String path) throws BuildException {
    if (path.isEmpty()) {
      throw new BuildException("new root cannot be empty");
    }
    Optional<RemoteSpec> remoteSpec = RemoteSpec.parse(path);
    if (remoteSpec.isPresent()) {
      return remote(path, remoteSpec.get());
    }
    if (path.startsWith("/")) {
      throw new BuildException("new root '" + path + "' cannot be absolute");
    }
    Optional<TreePath> asked = root.walk(path);
    if (asked.isEmpty()) {
      throw new BuildException(
          "must build at directory: not a valid directory: '%s' leaves the repository"
              .formatted(path));
    }
    String shown = "/" + asked.get().value();
    return switch (snapshot.follow(asked.get())) {
      case Snapshot.Target.Found found when found.entry().kind() == TreeEntry.Kind.SUBMODULE ->
          throw new UnavailableException("the submodule " + found.entry().path() + " is not read");
      case Snapshot.Target.Found found when found.entry().isDirectory() ->
          below(found.entry().path());
      case Snapshot.Target.Found ignored ->
          throw new BuildException("must build at directory: '%s' is a file".formatted(shown));
      default -> throw inSubmoduleOrMissing(asked.get(), shown);
    };
  }

  private BuildException inSubmoduleOrMissing(TreePath asked, String shown) {
    for (TreePath at = asked; !at.isRoot(); at = at.parent()) {
      if (snapshot.find(at).map(e -> e.kind() == TreeEntry.Kind.SUBMODULE).orElse(false)) {
        return new UnavailableException("the submodule " + at + " is not read");
      }
    }
    return new BuildException(
        "must build at directory: not a valid directory: evalsymlink failure on '%s' : lstat %s: no such file or directory"
            .formatted(shown, shown));
  }

  private Loader below(TreePath folder) throws BuildException {
    for (Optional<Loader> at = Optional.of(this); at.isPresent(); at = at.get().referrer) {
      Loader visited = at.get();
      if (visited.snapshot.equals(snapshot) && visited.root.isWithin(folder)) {
        throw new BuildException(
            "cycle detected: candidate root '/%s' contains visited root '%s'"
                .formatted(folder.value(), visited.shownRoot()));
      }
    }
    return new Loader(snapshot, folder, Optional.of(this), remote, reach);
  }

  private Loader remote(String written, RemoteSpec spec) throws BuildException {
    var access = reach.repositories().at(new RepoUrl(spec.url()));
    if (!(access instanceof Repositories.Access.Available available)) {
      throw new UnavailableException("a remote base is not in the workspace: " + written);
    }
    Resolution resolution =
        available
            .repository()
            .resolve(spec.ref().isEmpty() ? Optional.empty() : Optional.of(spec.ref()));
    String commit =
        switch (resolution) {
          case Resolution.Resolved resolved -> resolved.revision().commit();
          case Resolution.Ambiguous ambiguous -> ambiguous.branch().commit();
          case Resolution.Unresolved unresolved ->
              throw new UnavailableException(
                  "a remote base is not here: " + written + ": " + unresolved.reason());
        };
    Snapshot other =
        available
            .repository()
            .snapshot(commit)
            .orElseThrow(() -> new UnavailableException("a remote base is not here: " + written));
    TreePath folder =
        TreePath.clean(spec.path())
            .orElseThrow(() -> new BuildException("url path exits repo: " + written));
    for (Optional<Loader> at = Optional.of(this); at.isPresent(); at = at.get().referrer) {
      if (at.get().snapshot.equals(other) && at.get().root.isWithin(folder)) {
        throw new BuildException(
            "cycle detected: URI '%s' referenced by previous URI".formatted(written));
      }
    }
    if (!(other.follow(folder) instanceof Snapshot.Target.Found found)
        || !found.entry().isDirectory()) {
      throw new BuildException(
          "must build at directory: not a valid directory: '/" + folder.value() + "'");
    }
    return new Loader(other, found.entry().path(), Optional.of(this), true, reach);
  }
}
