package dev.layerscope.operation.compare;

import dev.layerscope.diff.Change;
import dev.layerscope.diff.hierarchy.ApplicationChange;
import dev.layerscope.diff.manifest.ResourceChange;
import dev.layerscope.diff.manifest.Risk;
import dev.layerscope.git.Clone;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.Repositories;
import dev.layerscope.git.Repositories.Access;
import dev.layerscope.git.TreePath;
import dev.layerscope.hierarchy.Hierarchy;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.hierarchy.NodeId;
import dev.layerscope.hierarchy.ResolvedSource;
import dev.layerscope.manifest.Manifest;
import dev.layerscope.render.SourceType;
import dev.layerscope.render.directory.PassedOver;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Says of what is gone that nobody took it out: its file is there still, but Argo CD passes over it
 * without a word, so that what it declared is removed all the same. Safe for several threads.
 */
final class PassedOverFiles {
  private final Repositories repositories;
  private final Hierarchy before;
  private final Map<NodeId, HierarchyNode> counterparts = new HashMap<>();

  PassedOverFiles(Repositories repositories, Hierarchy before, List<ApplicationChange> changes) {
    this.repositories = repositories;
    this.before = before;
    for (ApplicationChange change : changes) {
      if (change.from().isPresent() && change.to().isPresent()) {
        counterparts.put(change.from().get().id(), change.to().get());
      }
    }
  }

  /** An object that is gone, with the reason among its risks when it is such a file. */
  ResourceChange tell(ResourceChange object, HierarchyNode after) {
    return object.change() == Change.REMOVED
        ? object.from().flatMap(gone -> risk(gone, after)).map(object::also).orElse(object)
        : object;
  }

  /** The same of a node. */
  ApplicationChange tell(ApplicationChange change) {
    return change.change() != Change.REMOVED
        ? change
        : before.parentsOf(change.id()).stream()
            .flatMap(parent -> Stream.ofNullable(counterparts.get(parent.id())))
            .flatMap(after -> risk(change.node().manifest(), after).stream())
            .findFirst()
            .map(change::also)
            .orElse(change);
  }

  private Optional<Risk> risk(Manifest gone, HierarchyNode after) {
    var repository = new RepoUrl(gone.origin().repoUrl());
    Optional<TreePath> path = TreePath.clean(gone.origin().path());
    return path.isEmpty()
        ? Optional.empty()
        : after.sources().stream()
            .filter(source -> source.type() == SourceType.DIRECTORY)
            .filter(source -> new RepoUrl(source.repository()).sameRepositoryAs(repository))
            .flatMap(source -> passedOver(source, path.get()).stream())
            .findFirst()
            .map(PassedOverFiles::risk);
  }

  private Optional<PassedOver> passedOver(ResolvedSource source, TreePath path) {
    return repositories.at(new RepoUrl(source.repository()))
            instanceof Access.Available(RepoUrl ignored, Clone clone)
        ? source
            .revision()
            .flatMap(revision -> clone.snapshot(revision.commit()))
            .flatMap(snapshot -> PassedOver.at(snapshot, path))
        : Optional.empty();
  }

  private static Risk risk(PassedOver file) {
    return new Risk(
        Risk.Kind.FILE_PASSED_OVER,
        "its file %s is still there but %s: Argo CD passes over it without a word"
            .formatted(
                file.path(),
                file.broken()
                    ? "cannot be read (" + file.message() + ")"
                    : "line " + file.line() + " begins no object (" + file.message() + ")"));
  }
}
