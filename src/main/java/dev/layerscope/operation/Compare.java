package dev.layerscope.operation;

import dev.layerscope.diff.Change;
import dev.layerscope.diff.hierarchy.ApplicationChange;
import dev.layerscope.diff.hierarchy.HierarchyComparison;
import dev.layerscope.diff.hierarchy.Side;
import dev.layerscope.diff.manifest.ResourceChange;
import dev.layerscope.diff.manifest.ResourceComparison;
import dev.layerscope.git.ChangedFile;
import dev.layerscope.git.Clone;
import dev.layerscope.git.Commit;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.Repositories.Access;
import dev.layerscope.git.Resolution;
import dev.layerscope.git.Revision;
import dev.layerscope.git.Snapshot;
import dev.layerscope.git.TreeEntry;
import dev.layerscope.hierarchy.Hierarchy;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.hierarchy.NodeKind;
import dev.layerscope.hierarchy.Root;
import dev.layerscope.work.Progress;
import dev.layerscope.yaml.TextEncoding;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Compares an estate at two selections: the same pipeline twice, then hierarchies, rendered objects
 * and files.
 */
public final class Compare {
  /** More commits than this are counted and not listed. */
  private static final int MOST_COMMITS = 200;

  private static final Commit.Range NONE = new Commit.Range(0, List.of());

  private final Opened opened;
  private final Progress progress;

  private Compare(Opened opened, Progress progress) {
    this.opened = opened;
    this.progress = progress;
  }

  /** What {@code to} has that {@code from} has not, and the reverse. */
  public static Comparison compare(
      Opened opened, Selection from, Selection to, Set<String> roots, Progress progress) {
    var compare = new Compare(opened, progress);
    Hierarchy before = Resolve.resolve(opened, from, roots, progress);
    Hierarchy after = Resolve.resolve(opened, to, roots, progress);
    List<Comparison.ComparedApplication> applications =
        HierarchyComparison.compare(new Side(before), new Side(after)).stream()
            .filter(change -> change.node().kind() != NodeKind.GROUP)
            .map(change -> compare.withResources(change, before, after))
            .toList();
    List<Comparison.ComparedRepository> repositories =
        opened.repositories().all().stream()
            .filter(access -> reaches(before, url(access)) || reaches(after, url(access)))
            .map(access -> compare.files(access, from, to))
            .toList();
    return new Comparison(from, to, before, after, applications, repositories);
  }

  /**
   * Whether anything in a hierarchy comes from a repository: what nothing comes from cannot make it
   * differ.
   */
  private static boolean reaches(Hierarchy hierarchy, RepoUrl url) {
    return hierarchy.nodes().stream()
            .anyMatch(node ->
                new RepoUrl(node.manifest().origin().repoUrl()).sameRepositoryAs(url)
                    || node.sources().stream()
                        .anyMatch(source -> new RepoUrl(source.repository()).sameRepositoryAs(url)))
        || hierarchy.roots().stream()
            .anyMatch(root ->
                root.root().bootstrap() instanceof Root.Bootstrap.InGit git
                    && git.repoURL().sameRepositoryAs(url));
  }

  private static RepoUrl url(Access access) {
    return switch (access) {
      case Access.Available(RepoUrl url, Clone clone) -> url;
      case Access.Unavailable(RepoUrl url, var kind, String reason) -> url;
      case Access.Unknown(RepoUrl url) -> url;
    };
  }

  /** The text of a file on one side; empty when it is not there or is no text. */
  public static String text(Optional<Snapshot> side, Optional<TreeEntry> entry) {
    if (side.isEmpty() || entry.isEmpty()) {
      return "";
    }
    byte[] bytes = side.get().read(entry.get());
    return TextEncoding.looksBinary(bytes) ? "" : TextEncoding.decode(bytes);
  }

  private Comparison.ComparedApplication withResources(
      ApplicationChange change, Hierarchy before, Hierarchy after) {
    progress.stopIfCancelled();
    boolean rendersOnBoth =
        change.from().flatMap(HierarchyNode::application).isPresent()
            && change.to().flatMap(HierarchyNode::application).isPresent();
    List<ResourceChange> resources =
        rendersOnBoth && change.change() != Change.UNKNOWN
            ? ResourceComparison.compare(
                Resolve.manifests(opened, before, change.from().orElseThrow(), progress),
                Resolve.manifests(opened, after, change.to().orElseThrow(), progress))
            : List.of();
    return new Comparison.ComparedApplication(change, resources);
  }

  private Comparison.ComparedRepository files(Access access, Selection from, Selection to) {
    return switch (access) {
      case Access.Unavailable(RepoUrl url, var kind, String reason) -> unknown(url, reason);
      case Access.Unknown(RepoUrl url) -> unknown(url, "not in the workspace");
      case Access.Available(RepoUrl url, Clone clone) -> {
        Optional<String> askedFrom = asked(url, clone, from);
        Optional<String> askedTo = asked(url, clone, to);
        Optional<Snapshot> a = snapshot(clone, askedFrom);
        Optional<Snapshot> b = snapshot(clone, askedTo);
        if (askedFrom.isEmpty() && askedTo.isEmpty() || clone.isEmpty()) {
          yield new Comparison.ComparedRepository(
              url, a, b, List.of(), NONE, NONE, Optional.empty());
        }
        if (a.isEmpty() || b.isEmpty()) {
          String missing = a.isEmpty() ? askedFrom.orElse("HEAD") : askedTo.orElse("HEAD");
          String reason = "Branch “" + missing + "” does not exist in " + url.display() + ".";
          yield new Comparison.ComparedRepository(
              url, a, b, List.of(), NONE, NONE, Optional.of(reason));
        }
        yield compared(url, clone, a.get(), b.get());
      }
    };
  }

  private static Comparison.ComparedRepository compared(
      RepoUrl url, Clone clone, Snapshot a, Snapshot b) {
    return new Comparison.ComparedRepository(
        url,
        Optional.of(a),
        Optional.of(b),
        ChangedFile.between(a, b),
        clone.commits(a.commit(), b.commit(), MOST_COMMITS),
        clone.commits(b.commit(), a.commit(), MOST_COMMITS),
        Optional.empty());
  }

  private static Comparison.ComparedRepository unknown(RepoUrl url, String reason) {
    return new Comparison.ComparedRepository(
        url, Optional.empty(), Optional.empty(), List.of(), NONE, NONE, Optional.of(reason));
  }

  /** The revision a side reads a repository's files at; empty when it takes no part. */
  private Optional<String> asked(RepoUrl url, Clone clone, Selection selection) {
    for (Map.Entry<String, String> override : selection.overrides().entrySet()) {
      if (new RepoUrl(override.getKey()).sameRepositoryAs(url)) {
        return Optional.of(override.getValue());
      }
    }
    return switch (selection.base()) {
      case Selection.Base.Declared() -> clone.defaultBranch();
      case Selection.Base.AtRef(String ref) ->
          clone.resolve(Optional.of(ref)) instanceof Resolution.Unresolved
              ? clone.defaultBranch()
              : Optional.of(ref);
      case Selection.Base.Environment(String name, boolean follow) ->
          opened.workspace().environment(name).flatMap(e -> e.branchOf(url));
    };
  }

  private static Optional<Snapshot> snapshot(Clone clone, Optional<String> asked) {
    if (asked.isEmpty()) {
      return Optional.empty();
    }
    Optional<Revision> revision =
        switch (clone.resolve(asked)) {
          case Resolution.Resolved(Revision resolved) -> Optional.of(resolved);
          case Resolution.Ambiguous(Revision branch, Revision tag) -> Optional.of(branch);
          case Resolution.Unresolved unresolved -> Optional.empty();
        };
    return revision.flatMap(r -> clone.snapshot(r.commit()));
  }
}
