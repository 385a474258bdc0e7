package dev.layerscope.operation.compare;

import dev.layerscope.diff.hierarchy.RevisionInventory;
import dev.layerscope.diff.history.CommitsApart;
import dev.layerscope.git.ChangedFile;
import dev.layerscope.git.Clone;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.Repositories.Access;
import dev.layerscope.git.Resolution;
import dev.layerscope.git.Revision;
import dev.layerscope.git.Snapshot;
import dev.layerscope.git.TreePath;
import dev.layerscope.hierarchy.Hierarchy;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.hierarchy.Root;
import dev.layerscope.operation.Selection;
import dev.layerscope.operation.compare.Comparison.ComparedRepository;
import dev.layerscope.operation.open.Opened;
import dev.layerscope.operation.resolve.Resolve;
import dev.layerscope.operation.side.Question;
import dev.layerscope.work.Progress;
import dev.layerscope.workspace.DivergedRevisions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The repositories behind a comparison: files, commits, and where two sides parted. */
final class CompareRepositories {
  private final Opened opened;
  private final Question question;
  private final Progress progress;

  /** Where sides parted, by repository and revision: Applications of a layer ask for the same. */
  private final Map<String, Optional<String>> bases = new ConcurrentHashMap<>();

  CompareRepositories(Opened opened, Question question, Progress progress) {
    this.opened = opened;
    this.question = question;
    this.progress = progress;
  }

  /** The hierarchy of the first side: as it is now, or as it was when the second one left it. */
  Hierarchy before() {
    Selection from = question.from();
    if (question.since() == Question.Since.TIPS) {
      return Resolve.resolve(opened, from, question.fromRoots(), progress);
    }
    var policy =
        new DivergedRevisions(
            Resolve.policy(opened, from), opened.workspace(), opened.access(), this::base);
    return Resolve.resolve(opened, from, question.fromRoots(), policy, progress);
  }

  /**
   * Where a revision that the first side reads and the second one parted. Empty where both are read
   * by one rule, and for a branch that is not the first side's own: nothing parted there.
   */
  private Optional<String> base(Clone clone, Optional<String> revision) {
    return bases.computeIfAbsent(
        clone.url().text() + " " + revision.orElse(""), unused -> parted(clone, revision));
  }

  private Optional<String> parted(Clone clone, Optional<String> revision) {
    RepoUrl url = clone.url();
    Selection from = question.from();
    Selection to = question.to();
    if (override(from, url).equals(override(to, url)) && from.base().equals(to.base())) {
      return Optional.empty();
    }
    Optional<Snapshot> read = snapshot(clone, revision.or(clone::defaultBranch));
    boolean any = override(to, url).isPresent() || from.base() instanceof Selection.Base.Declared;
    boolean own =
        any
            || read.map(Snapshot::commit)
                .equals(
                    snapshot(clone, asked(url, clone, from, Optional.empty()))
                        .map(Snapshot::commit));
    Optional<Snapshot> there = snapshot(clone, asked(url, clone, to, Optional.empty()));
    return own && read.isPresent() && there.isPresent()
        ? clone.history().mergeBase(read.get().commit(), there.get().commit())
        : Optional.empty();
  }

  private static Optional<String> override(Selection side, RepoUrl url) {
    return side.overrides().entrySet().stream()
        .filter(override -> new RepoUrl(override.getKey()).sameRepositoryAs(url))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /** Every repository that anything comes from, and those that the question names. */
  List<ComparedRepository> files(Hierarchy before, Hierarchy after) {
    Set<String> here = logicalRoots(before);
    Set<String> there = logicalRoots(after);
    boolean alike = question.pair().isEmpty();
    return Stream.concat(
            opened.repositories().all().stream()
                .filter(access ->
                    isNamed(access.url())
                        || reaches(before, alike ? there : here, access.url())
                        || reaches(after, alike ? here : there, access.url()))
                .map(access -> files(access, before, after)),
            mayHaveTheRef(before, after))
        .toList();
  }

  /** A ref that is asked for everywhere may be in a repository that the workspace does not name. */
  private Stream<ComparedRepository> mayHaveTheRef(Hierarchy before, Hierarchy after) {
    boolean everywhere =
        Stream.of(question.from(), question.to())
            .anyMatch(side -> side.base() instanceof Selection.Base.AtRef);
    return !everywhere
        ? Stream.empty()
        : Stream.of(before, after)
            .flatMap(hierarchy -> hierarchy.nodes().stream())
            .flatMap(node -> node.sources().stream())
            .filter(source -> source.declared().chart().isEmpty())
            .map(source -> new RepoUrl(source.repository()))
            .distinct()
            .filter(url -> opened.access().at(url) instanceof Access.Unknown)
            .map(url -> unknown(url, "not in the workspace"));
  }

  /** Whether a side reads it at a ref of its own: who asks for it wants to know of its files. */
  private boolean isNamed(RepoUrl url) {
    return Stream.of(question.from(), question.to())
        .flatMap(side -> side.overrides().keySet().stream())
        .anyMatch(named -> new RepoUrl(named).sameRepositoryAs(url));
  }

  private static Set<String> logicalRoots(Hierarchy hierarchy) {
    return hierarchy.roots().stream().map(root -> root.root().of()).collect(Collectors.toSet());
  }

  /** What only a root reaches that belongs to one side is not compared. */
  private static boolean reaches(Hierarchy hierarchy, Set<String> onBoth, RepoUrl url) {
    return hierarchy.roots().stream()
        .filter(root -> onBoth.contains(root.root().of()))
        .anyMatch(root ->
            root.root().bootstrap() instanceof Root.Bootstrap.InGit git
                    && git.repoURL().sameRepositoryAs(url)
                || hierarchy.reachedFrom(root.declared()).stream()
                    .flatMap(id -> hierarchy.node(id).stream())
                    .anyMatch(node -> comesFrom(node, url)));
  }

  private static boolean comesFrom(HierarchyNode node, RepoUrl url) {
    return new RepoUrl(node.manifest().origin().repoUrl()).sameRepositoryAs(url)
        || node.sources().stream()
            .anyMatch(source -> new RepoUrl(source.repository()).sameRepositoryAs(url));
  }

  private ComparedRepository files(Access access, Hierarchy before, Hierarchy after) {
    progress.stopIfCancelled();
    return switch (access) {
      case Access.Unavailable(RepoUrl url, var kind, String reason) -> unknown(url, reason);
      case Access.Unknown(RepoUrl url) -> unknown(url, "not in the workspace");
      case Access.Available(RepoUrl url, Clone clone) -> {
        Optional<String> askedFrom = asked(url, clone, question.from(), Optional.of(before));
        Optional<String> askedTo = asked(url, clone, question.to(), Optional.of(after));
        Optional<Snapshot> wholeFrom = snapshot(clone, askedFrom);
        Optional<Snapshot> wholeTo = snapshot(clone, askedTo);
        Optional<Snapshot> a = folder(wholeFrom, url, question.from());
        Optional<Snapshot> b = folder(wholeTo, url, question.to());
        if (askedFrom.isEmpty() && askedTo.isEmpty() || clone.isEmpty()) {
          yield new ComparedRepository(url, a, b, List.of(), CommitsApart.NONE, Optional.empty());
        }
        if (a.isEmpty() || b.isEmpty()) {
          String missing =
              a.isEmpty()
                  ? missing(askedFrom, wholeFrom.isPresent(), question.from())
                  : missing(askedTo, wholeTo.isPresent(), question.to());
          yield new ComparedRepository(
              url,
              a,
              b,
              List.of(),
              CommitsApart.NONE,
              Optional.of(missing + " does not exist in " + url.display() + "."));
        }
        yield compared(url, clone, a.get(), b.get(), before, after);
      }
    };
  }

  private ComparedRepository compared(
      RepoUrl url, Clone clone, Snapshot a, Snapshot b, Hierarchy before, Hierarchy after) {
    CommitsApart commits =
        new CommitHistory(url, clone, List.of(before, after)).between(a.commit(), b.commit());
    Optional<Snapshot> base =
        question.since() == Question.Since.DIVERGED
            ? commits.mergeBase().flatMap(clone::snapshot)
            : Optional.empty();
    Snapshot from = base.orElse(a);
    return new ComparedRepository(
        url,
        Optional.of(from),
        Optional.of(b),
        ChangedFile.between(from, b),
        commits,
        Optional.empty());
  }

  private static Optional<Snapshot> folder(
      Optional<Snapshot> snapshot, RepoUrl url, Selection selection) {
    return selection.base() instanceof Selection.Base.Folder folder
            && new RepoUrl(folder.url()).sameRepositoryAs(url)
        ? snapshot.flatMap(s -> s.below(TreePath.of(folder.path())))
        : snapshot;
  }

  /** What a side asks for and the repository has not: the revision, or the folder in it. */
  private static String missing(Optional<String> asked, boolean there, Selection selection) {
    String revision = asked.orElse("HEAD");
    return there && selection.base() instanceof Selection.Base.Folder folder
        ? "Folder “" + folder.path() + "” of “" + revision + "”"
        : (revision.matches("[0-9a-fA-F]{40}") ? "Commit “" : "Branch or tag “") + revision + "”";
  }

  private static ComparedRepository unknown(RepoUrl url, String reason) {
    return new ComparedRepository(
        url, Optional.empty(), Optional.empty(), List.of(), CommitsApart.NONE, Optional.of(reason));
  }

  /** The revision a side reads a repository's files at; empty when it takes no part. */
  private Optional<String> asked(
      RepoUrl url, Clone clone, Selection selection, Optional<Hierarchy> read) {
    Optional<String> override = override(selection, url);
    if (override.isPresent()) {
      return override;
    }
    return switch (selection.base()) {
      case Selection.Base.Declared() -> declared(url, clone, read);
      case Selection.Base.AtRef(String ref) ->
          clone.has(ref) ? Optional.of(ref) : declared(url, clone, read);
      case Selection.Base.Folder(String of, String path, Optional<String> ref) ->
          new RepoUrl(of).sameRepositoryAs(url)
              ? ref.or(clone::defaultBranch)
              : clone.defaultBranch();
      case Selection.Base.Environment(String name, boolean follow) ->
          opened.workspace().environment(name).flatMap(e -> e.branchOf(url));
    };
  }

  private static Optional<String> declared(RepoUrl url, Clone clone, Optional<Hierarchy> read) {
    return read.flatMap(hierarchy -> mostRead(hierarchy, url)).or(clone::defaultBranch);
  }

  /**
   * As declared a repository is read at several revisions; the one most roots read stands for it.
   */
  private static Optional<String> mostRead(Hierarchy hierarchy, RepoUrl url) {
    return RevisionInventory.of(hierarchy).stream()
        .filter(row -> new RepoUrl(row.repository()).sameRepositoryAs(url))
        .reduce((a, b) -> b.roots().size() > a.roots().size() ? b : a)
        .map(RevisionInventory.Row::commit);
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
