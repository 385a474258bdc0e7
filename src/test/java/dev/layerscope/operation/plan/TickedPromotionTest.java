package dev.layerscope.operation.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.edit.FileChange;
import dev.layerscope.edit.PlannedEdit;
import dev.layerscope.edit.intention.Promotion;
import dev.layerscope.edit.intention.Tick;
import dev.layerscope.git.GitFixture;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.TreePath;
import dev.layerscope.manifest.ResourceKey;
import dev.layerscope.operation.Estate;
import dev.layerscope.work.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody ticked beside each other comes to the next environment, and nothing else. */
class TickedPromotionTest {
  private static final RepoUrl CLUSTER = new RepoUrl(Estate.CLUSTER);
  private static final TreePath FILE = TreePath.of("apps/shop/all.yaml");
  private static final String QA =
      """
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: first # kept
        namespace: shop
      data:
        colour: red
        size: small
        qa-only: "yes"
      ---
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: second, namespace: shop}
      data: {a: "1"}
      """;
  private static final String DEV =
      """
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: first # kept
        namespace: shop
      data:
        colour: blue
        size: large
      ---
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: second, namespace: shop}
      data: {a: "2"}
      ---
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: third, namespace: shop}
      """;
  private static final ResourceKey FIRST = new ResourceKey("", "ConfigMap", "shop", "first");

  @TempDir private Path temp;

  private PlanEdit.Answer plan(Tick... ticks) throws Exception {
    String shop = Estate.application("shop", Estate.CLUSTER, "apps/shop", "");
    GitFixture cluster =
        Estate.cluster("")
            .file("deps/shop.yaml", shop)
            .file(FILE.value(), QA)
            .commit("Begin")
            .branch("qa")
            .file("bootstrap/east.yaml", qa("east-deps", "deps"))
            .file("deps/shop.yaml", qa("shop", "apps/shop"))
            .commit("Be qa")
            .on("dev")
            .file(FILE.value(), DEV)
            .commit("Paint it blue")
            .file("apps/shop/more.yaml", DEV.replace("first", "more").split("---", 2)[0])
            .commit("Add more");
    return PlanEdit.plan(
        Estate.open(temp, cluster, Estate.team()),
        new Promotion("dev", "qa", List.of(ticks)),
        Progress.SILENT);
  }

  private static String qa(String name, String path) {
    return Estate.application(name, Estate.CLUSTER, path, "")
        .replace("targetRevision: dev", "targetRevision: qa");
  }

  private String promoted(Tick... ticks) throws Exception {
    List<FileChange> files =
        Estate.planned(plan(ticks)).plan().branches().stream()
            .flatMap(b -> b.files().stream())
            .toList();
    assertThat(files).singleElement().satisfies(f -> assertThat(f.path()).isEqualTo(FILE));
    return files.getFirst().after().orElseThrow();
  }

  @Test
  void oneValueIsOneValue() throws Exception {
    assertThat(promoted(new Tick.Field("shop", FIRST, "data.colour")))
        .isEqualTo(QA.replace("red", "blue"));
  }

  @Test
  void aValueTheOtherLacksGoes() throws Exception {
    assertThat(promoted(new Tick.Field("shop", FIRST, "data.qa-only")))
        .isEqualTo(QA.replace("  qa-only: \"yes\"\n", ""));
  }

  @Test
  void oneObjectOfAFileLeavesTheOthersAsTheyAre() throws Exception {
    assertThat(
            promoted(new Tick.Resource("shop", new ResourceKey("", "ConfigMap", "shop", "second"))))
        .isEqualTo(QA.replace("\"1\"", "\"2\""));
  }

  @Test
  void aNewObjectIsPutBehindTheOthers() throws Exception {
    assertThat(
            promoted(new Tick.Resource("shop", new ResourceKey("", "ConfigMap", "shop", "third"))))
        .isEqualTo(
            QA
                + "---\n"
                + "apiVersion: v1\n"
                + "kind: ConfigMap\n"
                + "metadata: {name: third, namespace: shop}\n");
  }

  @Test
  void aHunkIsFoundByItsLinesInTheTarget() throws Exception {
    var hunk = new Tick.LineRange(13, 1);
    assertThat(QA.lines().toList().get(13)).isEqualTo("data: {a: \"1\"}");
    assertThat(promoted(new Tick.Lines(CLUSTER, FILE, List.of(hunk))))
        .isEqualTo(
            QA.replace(
                "\"1\"}\n",
                """
                "2"}
                ---
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: third, namespace: shop}
                """));
  }

  @Test
  void aFileIsMergedAndWhatIsLeftBehindIsNamed() throws Exception {
    PlannedEdit edit =
        Estate.planned(plan(new Tick.File(CLUSTER, TreePath.of("apps/shop/more.yaml"))));
    assertThat(edit.plan().branches())
        .singleElement()
        .satisfies(b -> {
          assertThat(b.files())
              .extracting(f -> f.path().value())
              .containsExactly("apps/shop/more.yaml");
          assertThat(b.trailers()).hasSize(1);
        });
    assertThat(edit.plan().title()).isEqualTo("Promote apps/shop/more.yaml to qa");
    assertThat(edit.plan().notes().stream().collect(Collectors.joining("\n")))
        .contains("not promoted, or only in part: 1 commit:")
        .contains("Paint it blue");
  }

  @Test
  void anEnvironmentsOwnBranchIsNeverCarriedAlong() throws Exception {
    var key = new ResourceKey("argoproj.io", "Application", "argocd", "shop");
    assertThat(Estate.refused(plan(new Tick.Field("east-deps", key, "spec.source.targetRevision"))))
        .contains("qa has everything of dev");
  }

  @Test
  void anObjectNobodyWroteIsRefused() throws Exception {
    var key = new ResourceKey("", "Secret", "shop", "none");
    assertThat(Estate.refused(plan(new Tick.Resource("shop", key))))
        .contains("Secret none of shop is not written out in a file");
  }

  @Test
  void aRepositoryThatIsNotThereIsRefused() throws Exception {
    assertThat(
            Estate.refused(
                plan(
                    new Tick.File(
                        new RepoUrl("https://git.example.com/none.git"), TreePath.of("a")))))
        .contains("cannot be read here");
  }

  @Test
  void whatAKustomizationListsIsListedThereToo() throws Exception {
    String shop = Estate.application("shop", Estate.CLUSTER, "apps/shop", "");
    String listed = "resources:\n  - shop.yaml # first\n";
    GitFixture cluster =
        Estate.cluster("")
            .file("deps/kustomization.yaml", listed)
            .file("deps/shop.yaml", shop)
            .file("apps/shop/c.yaml", "{apiVersion: v1, kind: ConfigMap, metadata: {name: c}}")
            .commit("Begin")
            .branch("qa")
            .file("bootstrap/east.yaml", qa("east-deps", "deps"))
            .file("deps/shop.yaml", qa("shop", "apps/shop"))
            .commit("Be qa")
            .on("dev")
            .file("deps/more.yaml", shop.replace("name: shop", "name: more"))
            .file("deps/other.yaml", shop.replace("name: shop", "name: other"))
            .file("deps/kustomization.yaml", listed + "  - more.yaml\n  - other.yaml\n")
            .commit("Add two");
    PlannedEdit edit =
        Estate.planned(
            PlanEdit.plan(
                Estate.open(temp, cluster, Estate.team()),
                Promotion.of("dev", "qa", List.of("more")),
                Progress.SILENT));
    assertThat(edit.plan().branches().getFirst().files())
        .filteredOn(f -> f.path().name().equals("kustomization.yaml"))
        .singleElement()
        .satisfies(f -> assertThat(f.after()).contains(listed + "  - more.yaml\n"));
    assertThat(edit.newErrors()).isEmpty();
  }
}
