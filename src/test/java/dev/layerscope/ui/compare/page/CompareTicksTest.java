package dev.layerscope.ui.compare.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.diff.manifest.ResourceChange;
import dev.layerscope.edit.PlannedEdit;
import dev.layerscope.edit.intention.Promotion;
import dev.layerscope.edit.intention.Tick;
import dev.layerscope.git.GitFixture;
import dev.layerscope.operation.Selection;
import dev.layerscope.operation.compare.Compare;
import dev.layerscope.operation.compare.Comparison;
import dev.layerscope.operation.compare.Comparison.ComparedApplication;
import dev.layerscope.operation.open.OpenWorkspace;
import dev.layerscope.operation.open.Opened;
import dev.layerscope.operation.plan.PlanEdit;
import dev.layerscope.operation.side.Question;
import dev.layerscope.ui.compare.TickNames;
import dev.layerscope.ui.compare.text.CompareRow;
import dev.layerscope.ui.compare.text.Tally;
import dev.layerscope.ui.workspace.EditWish;
import dev.layerscope.work.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is ticked is what is promoted, and nothing of the same name elsewhere: three clusters have
 * an Application “logging”, each with files of its own; east and west differ alike, lab otherwise.
 */
class CompareTicksTest {
  @TempDir private Path folder = Path.of(".");

  private final CompareTicks ticks = new CompareTicks();

  @BeforeEach
  void threeClusters() throws Exception {
    var repositories = new StringBuilder();
    var roots = new StringBuilder();
    for (String root : List.of("east", "lab", "west")) {
      String url = "https://git.example.com/clusters/%s.git".formatted(root);
      GitFixture.onDisk(folder.resolve(root + ".git"))
          .defaultBranch("dev")
          .file("root.yaml", application(root + "-deps", url, "deps"))
          .file("deps/logging.yaml", application("logging", url, "logging"))
          .file("logging/two.yaml", configMap("a", "old") + "---\n" + configMap("b", "old"))
          .commit("Begin")
          .branch("qa")
          .file("root.yaml", application(root + "-deps", url, "deps").replace(": dev", ": qa"))
          .file(
              "deps/logging.yaml", application("logging", url, "logging").replace(": dev", ": qa"))
          .commit("Our branch")
          .on("dev")
          .file(
              "logging/two.yaml",
              configMap("a", root.equals("lab") ? "lab" : "new") + "---\n" + configMap("b", "new"))
          .commit("Go on");
      repositories.append(
          "  - {url: \"%s\", remote: %s.git, layer: clusters}\n".formatted(url, root));
      roots.append(
          "  - {name: %s, repoURL: \"%s\", revision: dev, path: root.yaml}\n".formatted(root, url));
    }
    Files.writeString(
        folder.resolve("workspace.yaml"),
        "name: clusters\nrepositories:\n"
            + repositories
            + "roots:\n"
            + roots
            + "environments: [{name: dev, branch: dev}, {name: qa, branch: qa}]\n");
  }

  private static String application(String name, String url, String path) {
    return """
    apiVersion: argoproj.io/v1alpha1
    kind: Application
    metadata: {name: %s, namespace: argocd}
    spec:
      project: default
      source: {repoURL: "%s", path: %s, targetRevision: dev}
      destination: {server: "https://kubernetes.default.svc", namespace: logs}
    """
        .formatted(name, url, path);
  }

  private static String configMap(String name, String value) {
    return "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: %s}\ndata: {a: %s}\n"
        .formatted(name, value);
  }

  private Opened opened() throws Exception {
    return new OpenWorkspace(folder.resolve("clones")).open(folder, Progress.SILENT);
  }

  private Comparison compare() throws Exception {
    return Compare.compare(
        opened(),
        Question.tips(Selection.environment("qa"), Selection.environment("dev")),
        Progress.SILENT);
  }

  private static ComparedApplication logging(Comparison comparison, String root) {
    return comparison.applications().stream()
        .filter(ComparedApplication::differs)
        .filter(a -> a.change().node().name().equals("logging"))
        .filter(a -> a.change().roots().contains(root))
        .findFirst()
        .orElseThrow();
  }

  private List<String> planned(Comparison comparison) throws Exception {
    var wish = (EditWish.Ready) ticks.wish(comparison);
    PlannedEdit edit =
        switch (PlanEdit.plan(opened(), (Promotion) wish.intention(), Progress.SILENT)) {
          case PlanEdit.Answer.Planned planned -> planned.edit();
          case PlanEdit.Answer.Refused refused -> throw new AssertionError(refused);
        };
    return edit.plan().branches().stream().map(b -> b.repository().shortName()).toList();
  }

  @Test
  void anApplicationIsTheOneOfItsOwnRoot() throws Exception {
    Comparison comparison = compare();
    ticks.toggle(application(logging(comparison, "lab")));
    assertThat(planned(comparison)).containsExactly("lab");
    assertThat(((EditWish.Ready) ticks.wish(comparison)).words()).containsExactly("logging");
  }

  @Test
  void whatDiffersAlikeIsPromotedOnEachOfItsRoots() throws Exception {
    Comparison comparison = compare();
    ticks.toggle(application(logging(comparison, "west")));
    assertThat(planned(comparison)).containsExactlyInAnyOrder("east", "west");
  }

  @Test
  void soAreItsObjectsAndTheirFields() throws Exception {
    Comparison comparison = compare();
    ComparedApplication mine = logging(comparison, "lab");
    ResourceChange object = mine.resources().getFirst();
    ticks.toggle(CompareTicks.of(new CompareRow.OfResource(mine, object)).orElseThrow());
    assertThat(planned(comparison)).containsExactly("lab");
    ticks.all().clear();
    ticks.toggle(
        new Tick.Field(TickNames.of(mine), object.key(), object.fields().getFirst().path()));
    assertThat(planned(comparison)).containsExactly("lab");
  }

  @Test
  void anObjectOfANameThatSeveralHaveIsNotGuessed() throws Exception {
    ResourceChange object = logging(compare(), "lab").resources().getFirst();
    var bare = new Promotion("dev", "qa", List.of(new Tick.Resource("logging", object.key())));
    assertThat(PlanEdit.plan(opened(), bare, Progress.SILENT).toString())
        .contains("is written in several files: ", "east:logging/two.yaml", "lab:logging/two.yaml");
  }

  private static Tick application(ComparedApplication of) {
    return CompareTicks.of(new CompareRow.OfApplication(of, Tally.NONE)).orElseThrow();
  }
}
