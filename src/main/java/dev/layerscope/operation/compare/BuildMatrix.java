package dev.layerscope.operation.compare;

import dev.layerscope.diff.Change;
import dev.layerscope.diff.expected.Expectations;
import dev.layerscope.diff.hierarchy.Blindness;
import dev.layerscope.diff.hierarchy.RevisionInventory;
import dev.layerscope.diff.hierarchy.Side;
import dev.layerscope.export.MatrixDocument;
import dev.layerscope.export.MatrixDocument.Cell;
import dev.layerscope.export.MatrixDocument.Relation;
import dev.layerscope.export.MatrixDocument.State;
import dev.layerscope.finding.Severity;
import dev.layerscope.hierarchy.Hierarchy;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.hierarchy.NodeId;
import dev.layerscope.hierarchy.NodeKind;
import dev.layerscope.hierarchy.ResolvedRoot;
import dev.layerscope.hierarchy.ResolvedSource;
import dev.layerscope.operation.Selection;
import dev.layerscope.operation.compare.Comparison.ComparedApplication;
import dev.layerscope.operation.open.Opened;
import dev.layerscope.operation.resolve.Resolve;
import dev.layerscope.operation.side.Question;
import dev.layerscope.work.Progress;
import dev.layerscope.workspace.Workspace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Builds the matrix: every environment once, each compared with the one on its left. */
public final class BuildMatrix {
  private final Opened opened;
  private final Progress progress;
  private final List<Workspace.Environment> environments;
  private final List<Hierarchy> hierarchies = new ArrayList<>();
  private final List<Map<NodeId, ComparedApplication>> compared = new ArrayList<>();
  private final Map<Integer, Side> sides = new ConcurrentHashMap<>();
  private final Map<String, Integer> hidden = new LinkedHashMap<>();

  private BuildMatrix(Opened opened, Progress progress) {
    this.opened = opened.settled();
    this.progress = progress;
    this.environments = opened.workspace().environments();
  }

  /**
   * Builds it.
   *
   * @param roots the roots wanted, by name; empty for all
   */
  public static MatrixDocument build(Opened opened, Set<String> roots, Progress progress) {
    var matrix = new BuildMatrix(opened, progress);
    matrix.compare(roots);
    return new MatrixDocument(
        opened.workspace().name(), matrix.columns(), matrix.rows(), matrix.hidden);
  }

  private void compare(Set<String> roots) {
    Expectations expected = Expectations.of(opened.workspace().expected());
    for (int i = 0; i < environments.size(); i++) {
      Selection selection = Selection.environment(environments.get(i).name());
      progress.report("Reading " + environments.get(i).name(), i, environments.size());
      hierarchies.add(resolved(selection, roots));
      Map<NodeId, ComparedApplication> byId = new HashMap<>();
      if (i > 0) {
        var question =
            Question.tips(Selection.environment(environments.get(i - 1).name()), selection);
        List<ComparedApplication> applications =
            Compare.applications(
                opened, question, expected, hierarchies.get(i - 1), hierarchies.get(i), progress);
        for (ComparedApplication application : applications) {
          application.change().from().ifPresent(node -> byId.put(node.id(), application));
          application.change().to().ifPresent(node -> byId.put(node.id(), application));
        }
        SharedResults.together(applications).stream()
            .flatMap(ComparedApplication::hidden)
            .forEach(change -> hidden.merge(change.rule(), 1, Integer::sum));
      }
      compared.add(byId);
    }
  }

  /** The whole estate's picture is remembered while nothing has changed. */
  private Hierarchy resolved(Selection selection, Set<String> roots) {
    return roots.isEmpty()
        ? Resolve.kept(opened, selection, progress)
        : Resolve.resolve(opened, selection, roots, progress);
  }

  private List<MatrixDocument.Column> columns() {
    var columns = new ArrayList<MatrixDocument.Column>();
    for (int i = 0; i < environments.size(); i++) {
      Hierarchy hierarchy = hierarchies.get(i);
      columns.add(
          new MatrixDocument.Column(
              environments.get(i).name(),
              new MatrixHeads(opened).of(environments, i, hierarchy),
              hierarchy.roots().stream()
                  .flatMap(root -> root.unknown().stream().map(why -> root.name() + ": " + why))
                  .toList(),
              RevisionInventory.of(hierarchy)));
    }
    return columns;
  }

  /** A row's identity; the roots of equal name and namespace stand in one row. */
  private record Key(String layer, String namespace, NodeKind kind, String name) {}

  private List<MatrixDocument.Row> rows() {
    Map<Key, Set<String>> roots = new LinkedHashMap<>();
    List<Map<Key, Map<String, HierarchyNode>>> nodes = new ArrayList<>();
    for (Hierarchy hierarchy : hierarchies) {
      Map<Key, Map<String, HierarchyNode>> here = new HashMap<>();
      for (ResolvedRoot root : hierarchy.roots()) {
        for (NodeId id : hierarchy.reachedFrom(root.declared())) {
          HierarchyNode node = hierarchy.get(id);
          if (node.kind() == NodeKind.APPLICATION || node.kind() == NodeKind.APPLICATION_SET) {
            var key = new Key(node.layer(), id.namespace(), id.kind(), id.name());
            roots.computeIfAbsent(key, unused -> new LinkedHashSet<>()).add(root.root().of());
            here.computeIfAbsent(key, unused -> new HashMap<>()).put(root.root().of(), node);
          }
        }
      }
      nodes.add(here);
    }
    return byLayer(
        List.copyOf(roots.entrySet()).parallelStream()
            .map(entry -> row(entry.getKey(), entry.getValue(), nodes))
            .toList());
  }

  private static List<MatrixDocument.Row> byLayer(List<MatrixDocument.Row> rows) {
    Map<String, List<MatrixDocument.Row>> layers = new LinkedHashMap<>();
    rows.forEach(row -> layers.computeIfAbsent(row.layer(), unused -> new ArrayList<>()).add(row));
    return layers.values().stream().flatMap(List::stream).toList();
  }

  private MatrixDocument.Row row(
      Key key, Set<String> roots, List<Map<Key, Map<String, HierarchyNode>>> nodes) {
    var lines = new ArrayList<MatrixDocument.Line>();
    for (String root : roots) {
      var cells = new ArrayList<Cell>();
      List<Optional<HierarchyNode>> known =
          nodes.stream()
              .map(of -> Optional.ofNullable(of.getOrDefault(key, Map.of()).get(root)))
              .toList();
      for (int i = 0; i < hierarchies.size(); i++) {
        boolean blindLeft = i > 0 && cells.get(i - 1).state() == State.UNKNOWN;
        cells.add(cell(i, root, known, blindLeft));
      }
      lines.add(new MatrixDocument.Line(root, cells));
    }
    return new MatrixDocument.Row(
        key.layer(),
        key.namespace(),
        key.kind().text(),
        key.name(),
        repository(nodes.stream().flatMap(n -> n.getOrDefault(key, Map.of()).values().stream())),
        lines);
  }

  private static String repository(Stream<HierarchyNode> nodes) {
    return nodes
        .flatMap(node -> node.sources().stream())
        .map(ResolvedSource::repository)
        .findFirst()
        .orElse("");
  }

  /**
   * What one Application is on one root in one environment.
   *
   * @param known what it is there in each environment
   * @param blindLeft whether nobody knows what it is on the left
   */
  private Cell cell(
      int column, String root, List<Optional<HierarchyNode>> known, boolean blindLeft) {
    Optional<HierarchyNode> here = known.get(column);
    Optional<HierarchyNode> left = column == 0 ? Optional.empty() : known.get(column - 1);
    Hierarchy hierarchy = hierarchies.get(column);
    Optional<ComparedApplication> pair =
        here.or(() -> left).map(node -> compared.get(column).get(node.id()));
    Optional<ResolvedRoot> resolved =
        hierarchy.roots().stream().filter(r -> r.root().of().equals(root)).findFirst();
    Optional<String> unseen =
        here.isPresent() || resolved.isEmpty() ? Optional.empty() : unseen(column, known);
    boolean blind =
        resolved.flatMap(ResolvedRoot::unknown).isPresent()
            || unseen.isPresent()
            || here.isEmpty() && pair.filter(p -> p.effective() == Change.UNKNOWN).isPresent();
    State state =
        here.isPresent()
            ? State.PRESENT
            : blind ? State.UNKNOWN : resolved.isEmpty() ? State.NOT_HERE : State.ABSENT;
    Versions versions =
        here.map(node -> Versions.of(opened, hierarchy, node, progress)).orElse(Versions.NONE);
    Relation relation =
        blindLeft && state == State.ABSENT ? Relation.UNKNOWN : relation(column, state, left, pair);
    long acknowledged =
        pair.map(p -> p.hidden().filter(h -> h.acknowledged().isPresent()).count()).orElse(0L);
    return new Cell(
        state,
        relation == Relation.EQUAL && acknowledged > 0 ? Relation.ACKNOWLEDGED : relation,
        versions.words(),
        versions.revision(),
        versions.images(),
        pair.map(p -> p.size() + p.change().fields().size()).orElse(0),
        pair.map(p -> (int) p.hidden().count()).orElse(0),
        (int) acknowledged,
        pair.map(p -> (int) p.resources().stream().filter(r -> r.formattingOnly()).count())
            .orElse(0),
        here.map(node -> (int) node.count(Severity.ERROR)).orElse(0),
        here.map(node -> (int) node.count(Severity.WARNING)).orElse(0),
        state == State.NOT_HERE
            ? List.of()
            : pair.map(ComparedApplication::risks).orElse(List.of()),
        pair.flatMap(p -> p.change().reason().or(p::unknown))
            .or(() -> unseen)
            .or(() -> resolved.flatMap(ResolvedRoot::unknown))
            .orElse(""));
  }

  /** Why an Application that other environments have may be in this one after all. */
  private Optional<String> unseen(int column, List<Optional<HierarchyNode>> known) {
    for (int i = 0; i < known.size(); i++) {
      if (known.get(i).isPresent()) {
        Optional<String> why = Blindness.of(known.get(i).get().id(), side(i), side(column));
        if (why.isPresent()) {
          return why;
        }
      }
    }
    return Optional.empty();
  }

  private Side side(int column) {
    return sides.computeIfAbsent(column, i -> new Side(hierarchies.get(i)));
  }

  private static Relation relation(
      int column, State state, Optional<HierarchyNode> left, Optional<ComparedApplication> pair) {
    if (column == 0) {
      return state == State.UNKNOWN ? Relation.UNKNOWN : Relation.FIRST;
    }
    if (state == State.UNKNOWN) {
      return Relation.UNKNOWN;
    }
    if (state == State.NOT_HERE || pair.flatMap(ComparedApplication::elsewhere).isPresent()) {
      return Relation.APART;
    }
    if (pair.isEmpty() || left.isEmpty() && state != State.PRESENT) {
      return Relation.EQUAL;
    }
    return switch (pair.get().effective()) {
      case ADDED -> Relation.ADDED;
      case REMOVED -> Relation.REMOVED;
      case MOVED -> Relation.MOVED;
      case UNKNOWN -> Relation.UNKNOWN;
      case SAME -> Relation.EQUAL;
      case CHANGED -> pair.get().change().retargeted() ? Relation.RETARGETED : Relation.DIFFERS;
    };
  }
}
