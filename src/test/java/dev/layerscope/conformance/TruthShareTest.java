package dev.layerscope.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.layerscope.finding.Certainty;
import dev.layerscope.hierarchy.Hierarchy;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.hierarchy.ResolvedRoot;
import dev.layerscope.operation.Selection;
import dev.layerscope.operation.open.OpenWorkspace;
import dev.layerscope.operation.open.Opened;
import dev.layerscope.operation.resolve.Resolve;
import dev.layerscope.work.Progress;
import dev.layerscope.yaml.Document;
import dev.layerscope.yaml.JsonReader;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Node;
import dev.layerscope.yaml.Sequence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How many of the nodes that an independent resolver could look into are exact or assumed here.
 * Runs only when asked for: {@code ./mvnw -o -q test -Dtest=TruthShareTest -Dcorpus.truth=true};
 * prints the table of docs/conformance.md and every node below.
 */
class TruthShareTest {
  private static final Path CORPORA = Path.of("..", "shared", "corpora");
  private static final double WANTED = 0.95;

  /** What the other resolver writes on a node it could not look into completely. */
  private static final List<String> NOT_LOOKED_INTO =
      List.of(
          "external chart dependencies not rendered",
          "remote/plugin parts stripped",
          "repository not in set");

  @TempDir private Path clones = Path.of(".");

  private final Map<Certainty.Level, Integer> total = new EnumMap<>(Certainty.Level.class);

  @Test
  void nearlyAllThatCanBeLookedIntoIsExactOrAssumed() throws Exception {
    assumeTrue(Boolean.getBoolean("corpus.truth"), "not asked for: -Dcorpus.truth=true");
    assumeTrue(Files.isDirectory(CORPORA), "the corpora are not here");
    System.out.println("| set | looked into | exact | assumed | approximate | opaque |");
    for (Path workspace : workspaces()) {
      Map<Certainty.Level, Integer> counts = count(workspace);
      print(workspace.getFileName().toString(), counts);
      counts.forEach((level, n) -> total.merge(level, n, Integer::sum));
    }
    print("together", total);
    double sure = of(total, Certainty.Level.EXACT) + of(total, Certainty.Level.ASSUMED);
    double share = sure / total.values().stream().mapToInt(n -> n).sum();
    System.out.printf(Locale.ROOT, "exact or assumed: %.1f %%%n", 100 * share);
    assertThat(share).isGreaterThanOrEqualTo(WANTED);
  }

  private Map<Certainty.Level, Integer> count(Path workspace) throws Exception {
    Map<String, Mapping> truth = truth(workspace.getFileName().toString());
    var counts = new EnumMap<Certainty.Level, Integer>(Certainty.Level.class);
    try (Opened opened = new OpenWorkspace(clones).open(workspace, Progress.SILENT)) {
      Hierarchy hierarchy = Resolve.resolve(opened, Selection.DECLARED, Progress.SILENT);
      for (ResolvedRoot root : hierarchy.roots()) {
        Mapping expected = truth.get(root.name());
        if (expected == null) {
          continue;
        }
        Map<String, HierarchyNode> nodes = new HashMap<>();
        hierarchy.reachedFrom(root.declared()).stream()
            .map(hierarchy::get)
            .forEach(node -> nodes.put(key(node), node));
        for (String id : lookedInto(expected)) {
          HierarchyNode node = nodes.get(id);
          assertThat(node).as(workspace.getFileName() + " " + root.name() + " " + id).isNotNull();
          counts.merge(node.certainty().level(), 1, Integer::sum);
          if (node.certainty().level().compareTo(Certainty.Level.ASSUMED) > 0) {
            System.out.println("    " + root.name() + " " + id + " " + node.certainty());
          }
        }
      }
    }
    return counts;
  }

  /** The nodes the other resolver knows all about. */
  private static List<String> lookedInto(Mapping root) {
    Set<String> unresolved = new HashSet<>();
    for (Node one : items(root, "unresolved")) {
      unresolved.add(id(one.textAt("node").orElse("")));
    }
    var ids = new ArrayList<String>();
    for (Node node : items(root, "nodes")) {
      String id = id(node.textAt("id").orElse(""));
      boolean external =
          texts(node, "sourceTypes").contains("helm-external-chart")
              || texts(node, "notes").stream()
                  .anyMatch(note -> NOT_LOOKED_INTO.stream().anyMatch(note::startsWith));
      if (!external && !unresolved.contains(id)) {
        ids.add(id);
      }
    }
    return ids;
  }

  private static List<String> texts(Node node, String key) {
    return node instanceof Mapping mapping
        ? items(mapping, key).stream().flatMap(item -> item.asText().stream()).toList()
        : List.of();
  }

  private static List<Node> items(Mapping mapping, String key) {
    return mapping.sequence(key).map(Sequence::items).orElse(List.of());
  }

  private static String id(String written) {
    String[] parts = written.split("/", 3);
    return parts.length < 3
        ? written
        : parts[0] + "/" + (parts[1].equals("None") ? "argocd" : parts[1]) + "/" + parts[2];
  }

  private static String key(HierarchyNode node) {
    return node.kind().text() + "/" + node.id().namespace() + "/" + node.name();
  }

  private static Map<String, Mapping> truth(String set) throws IOException {
    Path file = CORPORA.resolve("truth").resolve(set + ".json");
    if (!Files.exists(file)) {
      file = CORPORA.resolve("truth").resolve(set.replaceFirst("-\\d+$", "") + ".json");
    }
    var read = (Document.Content) JsonReader.read(Files.readString(file)).document();
    var roots = new HashMap<String, Mapping>();
    for (Node root : items((Mapping) read.root(), "roots")) {
      roots.put(root.textAt("spec", "id").orElse(""), (Mapping) root);
    }
    return roots;
  }

  private static List<Path> workspaces() throws IOException {
    try (Stream<Path> folders = Files.list(CORPORA.resolve("workspaces"))) {
      return folders.filter(f -> Files.exists(f.resolve("workspace.yaml"))).sorted().toList();
    }
  }

  private static void print(String name, Map<Certainty.Level, Integer> counts) {
    System.out.printf(
        "| %s | %d | %d | %d | %d | %d |%n",
        name,
        counts.values().stream().mapToInt(n -> n).sum(),
        of(counts, Certainty.Level.EXACT),
        of(counts, Certainty.Level.ASSUMED),
        of(counts, Certainty.Level.APPROXIMATE),
        of(counts, Certainty.Level.OPAQUE));
  }

  private static int of(Map<Certainty.Level, Integer> counts, Certainty.Level level) {
    return counts.getOrDefault(level, 0);
  }
}
