package dev.layerscope.operation.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.diff.manifest.Risk;
import dev.layerscope.git.GitFixture;
import dev.layerscope.operation.Estate;
import dev.layerscope.operation.Selection;
import dev.layerscope.operation.open.Opened;
import dev.layerscope.operation.side.Question;
import dev.layerscope.work.Progress;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is dangerous about an Application that is another one on the second side. */
class ApplicationRisksTest {
  private static final String WEB = Estate.application("web", Estate.TEAM, "app", "");
  private static final String SERVER = "server: https://kubernetes.default.svc";

  @TempDir private Path folder = Path.of(".");

  private final GitFixture cluster = cluster(WEB);

  /** On qa it is as it was. */
  private static GitFixture cluster(String web) {
    String root = Estate.application("east-deps", Estate.CLUSTER, "deps", "");
    return Estate.cluster("")
        .file("deps/web.yaml", web)
        .file("deps/keep.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: keep}\n")
        .commit("Begin")
        .branch("qa")
        .file("bootstrap/east.yaml", root.replace("targetRevision: dev", "targetRevision: qa"))
        .commit("Our branch")
        .on("dev");
  }

  private List<Risk.Kind> risks() throws Exception {
    return risks(cluster);
  }

  private List<Risk.Kind> risks(GitFixture cluster) throws Exception {
    try (Opened opened = Estate.open(folder, cluster, Estate.team())) {
      var question = Question.tips(Selection.environment("qa"), Selection.environment("dev"));
      return Compare.compare(opened, question, Progress.SILENT).applications().stream()
          .flatMap(a -> a.risks().stream())
          .map(Risk::kind)
          .distinct()
          .toList();
    }
  }

  private static String with(String line) {
    return WEB.replace(SERVER, SERVER + "\n" + line);
  }

  @Test
  void anApplicationThatGoes() throws Exception {
    cluster.delete("deps/web.yaml").commit("Drop");
    assertThat(risks()).containsExactly(Risk.Kind.APPLICATION_REMOVED);
  }

  @Test
  void anApplicationUnderAnotherName() throws Exception {
    cluster.file("deps/web.yaml", WEB.replace("name: web", "name: site")).commit("Rename");
    assertThat(risks()).contains(Risk.Kind.APPLICATION_RENAMED);
  }

  @Test
  void anApplicationBelowAnotherParent() throws Exception {
    String below = Estate.application("group", Estate.CLUSTER, "group", "");
    cluster.file("deps/group.yaml", below).file("group/web.yaml", WEB).delete("deps/web.yaml");
    cluster.commit("Move");
    assertThat(risks()).contains(Risk.Kind.APPLICATION_MOVED);
  }

  @Test
  void anApplicationThatComesIsNone() throws Exception {
    cluster.file("deps/api.yaml", WEB.replace("name: web", "name: api")).commit("Add");
    assertThat(risks()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          '    namespace: other' | NAMESPACE_CHANGED
          '  syncPolicy:;    automated: {prune: true}' | PRUNE_CHANGED
          '  syncPolicy:;    syncOptions: [PruneLast=true]' | PRUNE_CHANGED
          """)
  void whatIsWrittenMore(String lines, Risk.Kind risk) throws Exception {
    cluster.file("deps/web.yaml", with(lines.replace(";", "\n"))).commit("Change");
    assertThat(risks()).containsExactly(risk);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          automated: {prune: true}  | automated: {prune: false}               | PRUNE_CHANGED
          automated: {prune: true}  | automated: {prune: true, selfHeal: true} |
          automated: {prune: true}  | retry: {limit: 3}                       | PRUNE_CHANGED
          """)
  void whatIsSaidOtherwiseAboutPruning(String before, String after, Risk.Kind risk)
      throws Exception {
    GitFixture changed =
        cluster(with("  syncPolicy:\n    " + before))
            .file("deps/web.yaml", with("  syncPolicy:\n    " + after))
            .commit("Change");
    assertThat(risks(changed)).isEqualTo(risk == null ? List.of() : List.of(risk));
  }

  @Test
  void anotherClusterAndAFinalizer() throws Exception {
    cluster
        .file(
            "deps/web.yaml",
            WEB.replace(SERVER, "server: https://spoke:6443")
                .replace(
                    "  namespace: argocd",
                    "  namespace: argocd\n  finalizers: [resources-finalizer.argocd.argoproj.io]"))
        .commit("Elsewhere");
    assertThat(risks()).contains(Risk.Kind.DESTINATION_CHANGED, Risk.Kind.FINALIZER_CHANGED);
  }
}
