package dev.layerscope.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.layerscope.diff.Change;
import dev.layerscope.diff.expected.Expectations;
import dev.layerscope.git.Repositories.Access;
import dev.layerscope.hierarchy.Hierarchy;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.manifest.Manifest;
import dev.layerscope.operation.Selection;
import dev.layerscope.operation.compare.Compare;
import dev.layerscope.operation.compare.Comparison;
import dev.layerscope.operation.open.OpenWorkspace;
import dev.layerscope.operation.open.Opened;
import dev.layerscope.operation.resolve.Resolve;
import dev.layerscope.operation.side.Question;
import dev.layerscope.work.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Real estates between their branches: what is told of rendered objects beside a second comparison
 * that knows nothing of Kubernetes ({@link PlainValues}). An object that is equal value by value
 * must not be told as changed; one that differs even when order and emptiness are left out must be.
 * {@code -Dcorpus.pairs=N} compares as many pairs of branches of each estate, 1 by default.
 */
class SemanticComparisonTest {
  private static final Path WORKSPACES = Path.of("..", "shared", "corpora", "workspaces");

  @TempDir private Path clones = Path.of(".");
  private int objects;
  private int differing;

  @Test
  void whatIsToldIsWhatAPlainComparisonFinds() throws Exception {
    assumeTrue(Files.isDirectory(WORKSPACES), "the corpora are not here");
    List<Path> workspaces;
    try (Stream<Path> folders = Files.list(WORKSPACES)) {
      workspaces = folders.filter(f -> Files.exists(f.resolve("workspace.yaml"))).sorted().toList();
    }
    for (Path workspace : workspaces) {
      try (Opened opened = new OpenWorkspace(clones).open(workspace, Progress.SILENT)) {
        List<String> branches = branches(opened);
        int pairs = Math.min(Integer.getInteger("corpus.pairs", 1), branches.size() - 1);
        for (int i = 0; i < pairs; i++) {
          compare(opened, branches.get(i), branches.get(i + 1), workspace.getFileName().toString());
        }
      }
    }
    System.out.println(objects + " pairs of objects, " + differing + " of them differ");
    assertThat(differing).isPositive();
  }

  /** The branches of the repository that has most of them. */
  private static List<String> branches(Opened opened) {
    List<String> most = List.of();
    for (Access access : opened.repositories().all()) {
      if (access instanceof Access.Available available
          && available.repository().branches().size() > most.size()) {
        most = available.repository().branches();
      }
    }
    return most;
  }

  private void compare(Opened opened, String from, String to, String estate) {
    var question =
        Question.tips(
            new Selection(new Selection.Base.AtRef(from), Map.of()),
            new Selection(new Selection.Base.AtRef(to), Map.of()));
    Comparison comparison = Compare.compare(opened, question, Expectations.none(), Progress.SILENT);
    for (Comparison.ComparedApplication application : comparison.applications()) {
      Optional<HierarchyNode> before = application.change().from();
      Optional<HierarchyNode> after = application.change().to();
      boolean both =
          before.filter(n -> n.application().isPresent()).isPresent()
              && after.filter(n -> n.application().isPresent()).isPresent()
              && application.unknown().isEmpty();
      if (both) {
        String name = estate + ", " + from + " to " + to + ", " + before.get().name();
        compare(
            name,
            application,
            values(opened, comparison.before(), before.get()),
            values(opened, comparison.after(), after.get()));
      }
    }
  }

  /** By key; the objects of a key that occurs twice are left out. */
  private static Map<String, Object> values(
      Opened opened, Hierarchy hierarchy, HierarchyNode node) {
    Map<String, Object> values = new TreeMap<>();
    Set<String> twice = new TreeSet<>();
    for (Manifest manifest : Resolve.manifests(opened, hierarchy, node, Progress.SILENT)) {
      String key = manifest.key().toString();
      if (values.put(key, PlainValues.of(manifest)) != null) {
        twice.add(key);
      }
    }
    values.keySet().removeAll(twice);
    return values;
  }

  private void compare(
      String name,
      Comparison.ComparedApplication application,
      Map<String, Object> before,
      Map<String, Object> after) {
    Map<String, Change> told = new TreeMap<>();
    application.resources().forEach(r -> told.put(r.key().toString(), r.change()));
    Set<String> keys = new TreeSet<>(before.keySet());
    keys.addAll(after.keySet());
    var wrong = new ArrayList<String>();
    for (String key : keys) {
      objects++;
      Change change = told.getOrDefault(key, Change.SAME);
      Optional<Change> plain = plain(before.get(key), after.get(key));
      differing += plain.filter(c -> c != Change.SAME).isPresent() ? 1 : 0;
      if (plain.isPresent() && plain.get() != change) {
        wrong.add(key + " is told as " + change + " and is " + plain.get());
      }
    }
    assertThat(wrong).as(name).isEmpty();
  }

  /** Empty where only order or emptiness differs: whether that counts, Kubernetes knows. */
  private static Optional<Change> plain(Object before, Object after) {
    if (before == null || after == null) {
      return Optional.of(before == null ? Change.ADDED : Change.REMOVED);
    }
    if (before.equals(after)) {
      return Optional.of(Change.SAME);
    }
    return PlainValues.loose(before).equals(PlainValues.loose(after))
        ? Optional.empty()
        : Optional.of(Change.CHANGED);
  }
}
