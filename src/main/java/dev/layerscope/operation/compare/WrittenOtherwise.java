package dev.layerscope.operation.compare;

import dev.layerscope.diff.Change;
import dev.layerscope.diff.manifest.ResourceChange;
import dev.layerscope.diff.manifest.SecretValues;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.Repositories;
import dev.layerscope.git.Snapshot;
import dev.layerscope.git.TreeEntry;
import dev.layerscope.git.TreePath;
import dev.layerscope.manifest.Manifest;
import dev.layerscope.manifest.Origin;
import dev.layerscope.manifest.ResourceKey;
import dev.layerscope.yaml.TextEncoding;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Objects that say the same and are written otherwise: other comments, quotes, order of keys, line
 * breaks. Looked for in the files only where those differ. Safe for several threads.
 */
final class WrittenOtherwise {
  /** Behind each line break, which stays with its line: another line break is written otherwise. */
  private static final Pattern LINES = Pattern.compile("(?<=\n|\r(?!\n))");

  private final Repositories repositories;
  private final Map<Origin, Optional<TreeEntry>> entries = new ConcurrentHashMap<>();
  private final Map<String, List<String>> texts = new ConcurrentHashMap<>();
  private final Map<Commit, Optional<Snapshot>> snapshots = new ConcurrentHashMap<>();

  private record Commit(String repoUrl, String id) {}

  WrittenOtherwise(Repositories repositories) {
    this.repositories = repositories;
  }

  /** Those that are not among the changes already. */
  List<ResourceChange> among(
      List<Manifest> before, List<Manifest> after, List<ResourceChange> changes) {
    Set<ResourceKey> told = new HashSet<>();
    changes.forEach(change -> told.add(change.key()));
    Map<ResourceKey, Manifest> old = new HashMap<>();
    before.forEach(manifest -> old.put(manifest.key(), manifest));
    return after.stream()
        .filter(now -> !told.contains(now.key()) && old.containsKey(now.key()))
        .filter(now -> otherwise(Objects.requireNonNull(old.get(now.key())), now))
        .map(now ->
            new ResourceChange(
                now.key(),
                Change.SAME,
                List.of(),
                List.of(),
                List.of(),
                Optional.of(SecretValues.masked(Objects.requireNonNull(old.get(now.key())))),
                Optional.of(SecretValues.masked(now))))
        .toList();
  }

  @SuppressWarnings("ReferenceEquality") // an equal text may be written otherwise
  private boolean otherwise(Manifest before, Manifest after) {
    if (before.root() == after.root()) {
      return false; // the very same text, read once
    }
    Optional<TreeEntry> a = entry(before.origin());
    Optional<TreeEntry> b = entry(after.origin());
    return a.isPresent()
        && b.isPresent()
        && !a.get().id().equals(b.get().id())
        && !lines(before, a.get()).equals(lines(after, b.get()));
  }

  private Optional<TreeEntry> entry(Origin origin) {
    return entries.computeIfAbsent(
        origin, o -> snapshot(o).flatMap(s -> s.find(TreePath.of(o.path()))));
  }

  private Optional<Snapshot> snapshot(Origin origin) {
    return snapshots.computeIfAbsent(new Commit(origin.repoUrl(), origin.commit()), this::snapshot);
  }

  private Optional<Snapshot> snapshot(Commit commit) {
    return repositories.at(new RepoUrl(commit.repoUrl()))
                instanceof Repositories.Access.Available(var url, var clone)
            && !commit.id().isEmpty()
        ? clone.snapshot(commit.id())
        : Optional.empty();
  }

  /** The lines an object stands on; empty for one that a renderer made. */
  private List<String> lines(Manifest manifest, TreeEntry entry) {
    var place = manifest.root().place();
    if (place.line() == 0) {
      return List.of();
    }
    List<String> all =
        texts.computeIfAbsent(
            entry.id(),
            unused ->
                snapshot(manifest.origin())
                    .map(s -> List.of(LINES.split(TextEncoding.decode(s.read(entry)))))
                    .orElse(List.of()));
    // An object ends where the next begins, so comments behind it belong to it; the line that parts
    // the two does not.
    int last = place.endColumn() == 1 ? place.endLine() - 1 : place.endLine();
    int end = Math.min(all.size(), Math.max(place.line(), last));
    return all.subList(Math.min(place.line() - 1, end), end);
  }
}
