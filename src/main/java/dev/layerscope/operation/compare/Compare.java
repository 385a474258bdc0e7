package dev.layerscope.operation.compare;

import dev.layerscope.diff.Change;
import dev.layerscope.diff.expected.Expectations;
import dev.layerscope.diff.hierarchy.ApplicationChange;
import dev.layerscope.diff.hierarchy.HierarchyComparison;
import dev.layerscope.diff.hierarchy.RevisionInventory;
import dev.layerscope.diff.hierarchy.Side;
import dev.layerscope.diff.manifest.FieldTable;
import dev.layerscope.diff.manifest.ResourceChange;
import dev.layerscope.diff.manifest.ResourceComparison;
import dev.layerscope.finding.Certainty;
import dev.layerscope.hierarchy.Hierarchy;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.hierarchy.NodeKind;
import dev.layerscope.manifest.Manifest;
import dev.layerscope.operation.compare.Comparison.ComparedApplication;
import dev.layerscope.operation.compare.Comparison.ComparedRepository;
import dev.layerscope.operation.open.Opened;
import dev.layerscope.operation.resolve.Resolve;
import dev.layerscope.operation.side.Question;
import dev.layerscope.work.Progress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Compares an estate at two selections: the same pipeline twice, then hierarchies, rendered objects
 * and files.
 */
public final class Compare {
  private final Opened opened;
  private final Expecting expecting;
  private final OnceCompared once;
  private final PassedOverFiles passedOver;
  private final Hierarchy before;
  private final List<ApplicationChange> changes;
  private final Progress progress;

  /** Whether one root is compared with another: what only one of them has is a difference. */
  private final boolean paired;

  private Compare(
      Opened opened,
      Question question,
      Expecting expecting,
      OnceCompared once,
      Hierarchy before,
      List<ApplicationChange> changes,
      Progress progress) {
    this.opened = opened;
    this.paired = question.pair().isPresent();
    this.expecting = expecting;
    this.once = once;
    this.passedOver = new PassedOverFiles(opened.access(), before, changes);
    this.before = before;
    this.changes = changes;
    this.progress = progress;
  }

  /** What the second side has that the first has not, and the reverse. */
  public static Comparison compare(Opened opened, Question question, Progress progress) {
    return compare(opened, question, Expectations.of(opened.workspace().expected()), progress);
  }

  /** The same with other expectations than the workspace's, such as none at all. */
  public static Comparison compare(
      Opened asked, Question question, Expectations expected, Progress progress) {
    Opened opened = asked.settled();
    var repositories = new CompareRepositories(opened, question, progress);
    Hierarchy before = repositories.before();
    Hierarchy after = Resolve.resolve(opened, question.to(), question.toRoots(), progress);
    List<ComparedApplication> applications =
        applications(opened, question, expected, before, after, progress);
    List<ComparedRepository> files = repositories.files(before, after);
    return new Comparison(
        question,
        before,
        after,
        SharedResults.together(applications),
        files,
        RevisionInventory.of(after),
        SideRemarks.of(opened, question, files));
  }

  /** The nodes of two hierarchies that are there already, each root's by itself. */
  static List<ComparedApplication> applications(
      Opened opened,
      Question question,
      Expectations expected,
      Hierarchy before,
      Hierarchy after,
      Progress progress) {
    return of(opened, question, expected, before, after, progress).applications(after);
  }

  /** Two hierarchies that are there already, compared as they declare. */
  static Compare of(
      Opened opened,
      Question question,
      Expectations expected,
      Hierarchy before,
      Hierarchy after,
      Progress progress) {
    FieldTable table = new ResourcePairs(opened, progress).table(before, after);
    var expecting = new Expecting(opened.workspace(), question, expected);
    List<ApplicationChange> changes =
        HierarchyComparison.compare(
                new Side(before, question.pair().map(Question.RootPair::from)),
                new Side(after, question.pair().map(Question.RootPair::to)),
                table,
                question.sites())
            .stream()
            .filter(change -> change.node().kind() != NodeKind.GROUP)
            .toList();
    var once = new OnceCompared(opened.access(), table, question.sites());
    return new Compare(opened, question, expecting, once, before, changes, progress);
  }

  /** What is declared, and what of that is rendered. */
  List<ComparedApplication> applications(Hierarchy after) {
    var done = new AtomicInteger();
    return changes.parallelStream()
        .map(change -> {
          progress.report("Comparing " + change.id().name(), done.get(), changes.size());
          ComparedApplication compared = compared(change, after, true);
          done.incrementAndGet();
          return compared;
        })
        .toList();
  }

  /** What is declared alone: what is rendered is not looked at. */
  List<ComparedApplication> declared(Hierarchy after) {
    return changes.stream().map(change -> compared(change, after, false)).toList();
  }

  private ComparedApplication compared(
      ApplicationChange change, Hierarchy after, boolean rendered) {
    progress.stopIfCancelled();
    Optional<HierarchyNode> a = change.from().filter(n -> n.application().isPresent());
    Optional<HierarchyNode> b = change.to().filter(n -> n.application().isPresent());
    boolean both = a.isPresent() && b.isPresent() && change.change() != Change.UNKNOWN;
    Optional<String> unknown = both ? unseen(a.orElseThrow(), b.orElseThrow()) : Optional.empty();
    List<ResourceChange> resources =
        !rendered || !both
            ? List.of()
            : a.orElseThrow().unresolved().isPresent() || b.orElseThrow().unresolved().isPresent()
                ? oneSide(a.orElseThrow(), b.orElseThrow(), after)
                : rendered(change, a.orElseThrow(), b.orElseThrow(), after);
    boolean declared =
        change
            .to()
            .map(node -> !after.parentsOf(node.id()).isEmpty())
            .orElseGet(() -> !before.parentsOf(change.id()).isEmpty());
    return new ComparedApplication(
        passedOver.tell(expecting.part(change)),
        resources,
        List.of(change.id()),
        unknown,
        elsewhere(change, after),
        declared);
  }

  private List<ResourceChange> rendered(
      ApplicationChange change, HierarchyNode a, HierarchyNode b, Hierarchy after) {
    return new ResourcePairs(opened, progress)
        .compare(new ResourcePairs.Node(before, a), new ResourcePairs.Node(after, b), once).stream()
            .map(resource -> passedOver.tell(expecting.part(change, resource), b))
            .toList();
  }

  /** The objects of the side that renders; what became of them nobody knows. */
  private List<ResourceChange> oneSide(HierarchyNode a, HierarchyNode b, Hierarchy after) {
    if (a.unresolved().isPresent() && b.unresolved().isPresent()) {
      return List.of();
    }
    boolean first = a.unresolved().isEmpty();
    List<Manifest> known =
        first
            ? Resolve.manifests(opened, before, a, progress)
            : Resolve.manifests(opened, after, b, progress);
    return known.stream().map(one -> ResourceComparison.oneSide(one, first)).toList();
  }

  /** A root may belong to one environment only; then the other side is not short of it. */
  private Optional<String> elsewhere(ApplicationChange change, Hierarchy after) {
    if (paired || change.change() != Change.ADDED && change.change() != Change.REMOVED) {
      return Optional.empty();
    }
    Hierarchy other = change.change() == Change.ADDED ? before : after;
    List<String> there = other.roots().stream().map(root -> root.root().of()).toList();
    return change.roots().isEmpty() || change.roots().stream().anyMatch(there::contains)
        ? Optional.empty()
        : Optional.of(
            "the root "
                + String.join(", ", change.roots())
                + " is not on "
                + (change.change() == Change.ADDED ? "the first side" : "the second side"));
  }

  /** An Application that cannot be looked into on a side cannot be compared; nor is it equal. */
  private static Optional<String> unseen(HierarchyNode from, HierarchyNode to) {
    Optional<String> old = closed(from);
    Optional<String> now = closed(to);
    if (old.isEmpty() && now.isEmpty() || sameAnswer(from, to)) {
      return Optional.empty();
    }
    if (old.isPresent() && now.isPresent()) {
      String both = old.equals(now) ? old.get() : old.get() + "; then " + now.get();
      return Optional.of("could not be looked into on either side: " + both);
    }
    return now.map(why -> "no longer renders: " + why)
        .or(() -> old.map(why -> "did not render: " + why));
  }

  /** Why what a node renders is not seen, or not all of it; empty when all of it is. */
  private static Optional<String> closed(HierarchyNode node) {
    return node.unresolved()
        .or(() ->
            node.certainty().level() == Certainty.Level.OPAQUE
                ? Optional.of(String.join("; ", node.certainty().why()))
                : Optional.empty());
  }

  /** Both are closed alike over the very same content: then nothing differs in what they render. */
  private static boolean sameAnswer(HierarchyNode from, HierarchyNode to) {
    return closed(from).equals(closed(to))
        && from.manifest().root().equals(to.manifest().root())
        && from.sources().stream()
            .map(s -> s.revision())
            .toList()
            .equals(to.sources().stream().map(s -> s.revision()).toList());
  }
}
