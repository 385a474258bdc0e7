package dev.layerscope.operation.discovery;

import dev.layerscope.git.GitException;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.clones.OwnClones;
import dev.layerscope.workspace.WorkspaceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A list that a person has typed or pasted: one address of a repository on each line, or a folder
 * of this machine that is a clone or holds clones.
 */
final class Listing {
  /** How far below a folder its clones are looked for: {@code src/platform/baseline}. */
  private static final int DEPTH = 3;

  private final Map<String, RepoUrl> repositories = new LinkedHashMap<>();
  private final Map<RepoUrl, Path> clones = new LinkedHashMap<>();

  private Listing() {}

  /**
   * Looks at this machine's folders, so not at once.
   *
   * @param text lines; empty ones and those that begin with {@code #} say nothing
   * @throws WorkspaceException when a line names a folder that is no clone and holds none
   */
  static Listing read(String text) throws WorkspaceException {
    var listing = new Listing();
    for (String line : text.lines().map(String::strip).toList()) {
      if (!line.isEmpty() && !line.startsWith("#")) {
        listing.take(line);
      }
    }
    return listing;
  }

  /** Everything listed, each repository once. */
  List<RepoUrl> repositories() {
    return List.copyOf(repositories.values());
  }

  /** Those that are read where they are. */
  Map<RepoUrl, Path> clones() {
    return clones;
  }

  private void take(String line) throws WorkspaceException {
    Optional<Path> folder = folder(line);
    if (folder.isEmpty()) {
      add(new RepoUrl(line));
      return;
    }
    List<Path> found = below(folder.get());
    if (found.isEmpty()) {
      throw new WorkspaceException("There is no clone in " + line + ".");
    }
    found.forEach(this::inPlace);
  }

  private static Optional<Path> folder(String line) {
    String home = System.getProperty("user.home", ".");
    try {
      return Optional.of(Path.of(line.startsWith("~/") ? home + line.substring(1) : line))
          .filter(Path::isAbsolute)
          .map(Path::normalize)
          .filter(path -> !Files.isRegularFile(path)); // a file may be a bundle
    } catch (InvalidPathException anAddress) {
      return Optional.empty();
    }
  }

  /** The clones in a folder, or the folder itself, in the order of their names. */
  private static List<Path> below(Path folder) {
    if (OwnClones.isRepository(folder)) {
      return List.of(folder);
    }
    var found = new ArrayList<Path>();
    look(folder, DEPTH, found);
    return found;
  }

  private static void look(Path folder, int depth, List<Path> found) {
    if (OwnClones.isRepository(folder)) {
      found.add(folder);
      return; // what lies in a clone is its own
    }
    if (depth == 0) {
      return;
    }
    try (Stream<Path> list = Files.list(folder)) {
      list.filter(Files::isDirectory)
          .filter(child -> !String.valueOf(child.getFileName()).startsWith("."))
          .sorted()
          .forEach(child -> look(child, depth - 1, found));
    } catch (IOException | java.io.UncheckedIOException unreadable) {
      // a folder one may not look into holds nothing one could read
    }
  }

  private void inPlace(Path clone) {
    RepoUrl url;
    try {
      url = OwnClones.addressOf(clone).orElseGet(() -> new RepoUrl(clone.toString()));
    } catch (GitException unreadable) {
      url = new RepoUrl(clone.toString()); // opening it will say what is the matter
    }
    if (add(url)) {
      clones.put(url, clone);
    }
  }

  private boolean add(RepoUrl url) {
    return repositories.putIfAbsent(url.identity(), url) == null;
  }
}
