package dev.layerscope.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.layerscope.argocd.Source;
import dev.layerscope.edit.intention.Intention;
import dev.layerscope.edit.intention.Moving;
import dev.layerscope.edit.intention.NewApplication;
import dev.layerscope.edit.intention.NewCluster;
import dev.layerscope.edit.intention.NewLayer;
import dev.layerscope.edit.intention.Release;
import dev.layerscope.edit.intention.Removal;
import dev.layerscope.edit.intention.Renaming;
import dev.layerscope.edit.intention.Retargeting;
import dev.layerscope.edit.intention.TeamBinding;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.hierarchy.Hierarchy;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.hierarchy.NodeKind;
import dev.layerscope.hierarchy.ResolvedRoot;
import dev.layerscope.operation.open.Opened;
import dev.layerscope.operation.resolve.Resolve;
import dev.layerscope.work.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every sort of edit on the estates of the corpora: planned, committed, read again by a fresh look,
 * built by {@code kubectl kustomize} where that built it before, taken back. A refusal has to say
 * why; a fault of ours is none. Takes minutes, so it runs only when asked for: {@code ./mvnw -o -q
 * test -Dtest=CorporaEditsTest -Dcorpora.edits=true}; {@code -Dcorpora.only=NAME} takes one set.
 */
class CorporaEditsTest {
  private static final Path SETS = Path.of("..", "shared", "corpora", "workspaces");
  private static final List<String> HERE = List.of(EditedCorpus.ENVIRONMENT);
  private static final Pattern IMAGE =
      Pattern.compile("text=image,.*?text=([a-z0-9./-]+)(:[\\w.-]+)?,");

  @TempDir private Path temp = Path.of(".");
  private final List<String> faults = new ArrayList<>();
  private int planned;
  private int refused;

  @Test
  void everyEditIsWhatItsPreviewPromisedOrIsRefusedWithAReason() throws Exception {
    assumeTrue(Boolean.getBoolean("corpora.edits"), "not asked for: -Dcorpora.edits=true");
    assumeTrue(Files.isDirectory(SETS), "the corpora are not here");
    String only = System.getProperty("corpora.only", "");
    try (Stream<Path> sets = Files.list(SETS)) {
      for (Path set : sets.sorted().toList()) {
        if (only.isEmpty() || set.getFileName().toString().equals(only)) {
          edit(set);
        }
      }
    }
    System.out.printf("%d planned, %d refused, %d faults%n", planned, refused, faults.size());
    assertThat(faults).isEmpty();
    assertThat(planned).isPositive();
  }

  private void edit(Path set) throws Exception {
    Path folder = Files.createDirectory(temp.resolve(set.getFileName().toString()));
    EditedCorpus corpus = EditedCorpus.copy(set, folder);
    Map<String, Intention> wishes;
    try (Opened opened = corpus.open()) {
      wishes = wishes(opened, EditedCorpus.resolve(opened));
    }
    for (Map.Entry<String, Intention> wish : wishes.entrySet()) {
      String told;
      try {
        told = corpus.run(wish.getValue());
      } catch (RuntimeException | AssertionError fault) {
        told = "FAULT " + fault;
        faults.add(set.getFileName() + " " + wish.getKey() + ": " + fault);
        corpus.restore();
      }
      planned += told.startsWith("planned") ? 1 : 0;
      refused += told.startsWith("refused") ? 1 : 0;
      System.out.printf("%-24s %-40s %s%n", set.getFileName(), wish.getKey(), told);
    }
  }

  private static Map<String, Intention> wishes(Opened opened, Hierarchy hierarchy) {
    Map<String, Intention> wishes = new LinkedHashMap<>();
    List<String> roots =
        hierarchy.roots().stream()
            .filter(r -> !r.declared().isEmpty())
            .map(ResolvedRoot::name)
            .limit(4)
            .toList();
    for (String root : roots) {
      wishes.put("team in " + root, team(root));
      wishes.put(
          "layer over " + root,
          new NewLayer("edge", Optional.empty(), new NewLayer.Place.Over(root, List.of()), HERE));
      wishes.put(
          "cluster over " + root,
          new NewCluster("south", Optional.empty(), List.of(root), EditedCorpus.ENVIRONMENT));
    }
    wishes.putAll(between(hierarchy));
    int count = 0;
    for (HierarchyNode node : various(hierarchy)) {
      String app =
          hierarchy.rootsReaching(node.id()).getFirst().name()
              + "//"
              + node.id().namespace()
              + "/"
              + node.name();
      wishes.putAll(of(opened, hierarchy, node, app, roots));
      source(node)
          .ifPresent(s ->
              wishes.put(
                  "application beside " + app,
                  new NewApplication(
                      "second-one",
                      hierarchy.rootsReaching(node.id()).getFirst().name(),
                      s.repoURL(),
                      s.path().orElse("."),
                      Optional.empty(),
                      Optional.of("second"),
                      HERE)));
      if (++count == 6) {
        break;
      }
    }
    return wishes;
  }

  /** A layer between those that stand on each other. */
  private static Map<String, Intention> between(Hierarchy hierarchy) {
    Map<String, Intention> wishes = new LinkedHashMap<>();
    for (HierarchyNode node : hierarchy.nodes()) {
      if (node.kind() == NodeKind.APPLICATION && wishes.size() < 4) {
        hierarchy.declarationsOf(node.id()).stream()
            .flatMap(edge -> edge.from().stream())
            .map(parent -> hierarchy.get(parent).layer())
            .filter(upper -> !upper.isEmpty() && !upper.equals(node.layer()))
            .filter(upper -> !node.layer().isEmpty())
            .findFirst()
            .ifPresent(upper ->
                wishes.put(
                    "between " + upper + " and " + node.layer(),
                    new NewLayer(
                        "middle",
                        Optional.empty(),
                        new NewLayer.Place.Between(upper, node.layer()),
                        HERE)));
      }
    }
    return wishes;
  }

  /** Applications that are declared in different ways, by different parents. */
  private static List<HierarchyNode> various(Hierarchy hierarchy) {
    Map<String, HierarchyNode> found = new LinkedHashMap<>();
    for (HierarchyNode node : hierarchy.nodes()) {
      if (node.kind() == NodeKind.APPLICATION && !hierarchy.rootsReaching(node.id()).isEmpty()) {
        String way =
            hierarchy.declarationsOf(node.id()).stream()
                .map(e -> e.how() + " " + e.from().map(f -> f.text()).orElse(""))
                .findFirst()
                .orElse("");
        found.putIfAbsent(way, node);
      }
    }
    return List.copyOf(found.values());
  }

  private static Map<String, Intention> of(
      Opened opened, Hierarchy hierarchy, HierarchyNode node, String app, List<String> roots) {
    Map<String, Intention> wishes = new LinkedHashMap<>();
    wishes.put(
        "retarget " + app, new Retargeting(app, Optional.empty(), Optional.of("elsewhere"), HERE));
    wishes.put("rename " + app, new Renaming(app, "renamed", HERE));
    wishes.put("remove " + app, new Removal(app, HERE));
    wishes.put("move " + app, new Moving(app, roots.getLast(), HERE));
    Resolve.manifests(opened, hierarchy, node, Progress.SILENT).stream()
        .flatMap(m -> IMAGE.matcher(m.root().toString()).results().map(r -> r.group(1)))
        .findFirst()
        .ifPresent(image ->
            wishes.put(
                "release " + app,
                new Release(
                    app, List.of(new Release.Image(image, "9.9.9")), Optional.empty(), HERE)));
    return wishes;
  }

  private static Intention team(String root) {
    return new TeamBinding(
        "dreamteam",
        new RepoUrl("https://git.example.com/teams/dreamteam.git"),
        root,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        true,
        HERE);
  }

  private static Optional<Source> source(HierarchyNode node) {
    return node.application()
        .flatMap(a -> a.sources().stream().findFirst())
        .filter(s -> s.path().isPresent());
  }
}
