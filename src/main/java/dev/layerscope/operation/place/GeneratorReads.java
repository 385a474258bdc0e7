package dev.layerscope.operation.place;

import dev.layerscope.git.Clone;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.Repositories;
import dev.layerscope.git.Repositories.Access;
import dev.layerscope.git.Resolution;
import dev.layerscope.git.Snapshot;
import dev.layerscope.git.TreeEntry;
import dev.layerscope.git.TreePath;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.render.generator.GenerationException;
import dev.layerscope.render.generator.GitDirectories;
import dev.layerscope.render.generator.GitFiles;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Node;
import dev.layerscope.yaml.Scalar;
import dev.layerscope.yaml.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which ApplicationSets a file or directory feeds: what their git generators look at. */
final class GeneratorReads {
  private final Repositories repositories;

  GeneratorReads(Repositories repositories) {
    this.repositories = repositories;
  }

  /** A git generator, wherever in a set it stands. */
  private record Looked(RepoUrl repository, String revision, Mapping generator) {
    /** The paths of {@code files} or {@code directories}, those that leave out apart. */
    List<String> patterns(String key, boolean excluded) {
      return generator.get(key).stream()
          .filter(Sequence.class::isInstance)
          .flatMap(node -> ((Sequence) node).items().stream())
          .filter(Mapping.class::isInstance)
          .map(Mapping.class::cast)
          .filter(item -> item.textAt("exclude").filter("true"::equals).isPresent() == excluded)
          .flatMap(item -> item.textAt("path").stream())
          .toList();
    }
  }

  boolean reads(HierarchyNode set, RepoUrl repository, TreePath place) {
    return generators(set.manifest().root())
        .filter(looked -> looked.repository().sameRepositoryAs(repository))
        .anyMatch(looked -> reads(looked, place));
  }

  private static Stream<Looked> generators(Node node) {
    return switch (node) {
      case Scalar ignored -> Stream.empty();
      case Sequence sequence -> sequence.items().stream().flatMap(GeneratorReads::generators);
      case Mapping mapping ->
          Stream.concat(
              mapping.get("git").stream()
                  .filter(Mapping.class::isInstance)
                  .map(Mapping.class::cast)
                  .flatMap(git ->
                      git.textAt("repoURL").stream()
                          .map(url ->
                              new Looked(
                                  new RepoUrl(url), git.textAt("revision").orElse("HEAD"), git))),
              mapping.entries().stream().flatMap(entry -> generators(entry.value())));
    };
  }

  private boolean reads(Looked looked, TreePath place) {
    Optional<Snapshot> snapshot = snapshot(looked);
    List<String> files = looked.patterns("files", false);
    List<String> without = looked.patterns("files", true);
    if (!files.isEmpty()) {
      List<String> below = snapshot.map(at -> below(at, place)).orElse(List.of(place.value()));
      return chosen(below, files, without, true) || chosen(below, files, without, false);
    }
    List<String> directories =
        snapshot.map(at -> GitDirectories.all(at, true)).orElse(List.of(place.value()));
    return GitDirectories.matching(
            directories,
            looked.patterns("directories", false),
            looked.patterns("directories", true))
        .stream()
        .anyMatch(directory -> TreePath.of(directory).isWithin(place));
  }

  /** By one of the two ways Argo CD has; a pattern that it refuses finds nothing. */
  private static boolean chosen(
      List<String> paths, List<String> include, List<String> exclude, boolean newer) {
    try {
      return !GitFiles.chosen(paths, include, exclude, newer).isEmpty();
    } catch (GenerationException refused) {
      return false;
    }
  }

  /** The files at a place: itself, or all in it; one that is not there yet counts as well. */
  private static List<String> below(Snapshot at, TreePath place) {
    Optional<TreeEntry> entry = at.find(place);
    if (entry.filter(TreeEntry::isDirectory).isEmpty()) {
      return List.of(place.value());
    }
    var paths = new ArrayList<String>();
    at.walk(entry.get(), directory -> true).forEach(file -> paths.add(file.path().value()));
    return paths;
  }

  private Optional<Snapshot> snapshot(Looked looked) {
    return repositories.at(looked.repository())
                instanceof Access.Available(RepoUrl ignored, Clone clone)
            && clone.resolve(Optional.of(looked.revision()))
                instanceof Resolution.Resolved(var revision)
        ? clone.snapshot(revision.commit())
        : Optional.empty();
  }
}
