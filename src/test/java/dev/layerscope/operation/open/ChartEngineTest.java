package dev.layerscope.operation.open;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.finding.Certainty;
import dev.layerscope.git.GitFixture;
import dev.layerscope.git.Repositories.Access;
import dev.layerscope.hierarchy.Hierarchy;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.operation.Selection;
import dev.layerscope.operation.resolve.Resolve;
import dev.layerscope.render.helm.worker.Answer;
import dev.layerscope.render.helm.worker.Helm;
import dev.layerscope.render.helm.worker.Request;
import dev.layerscope.work.Progress;
import dev.layerscope.workspace.Workspace;
import dev.layerscope.workspace.WorkspaceFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who renders the charts of a workspace, and what is said about it. */
class ChartEngineTest {
  private static final String URL = "https://git.example.com/clusters/hub.git";

  @TempDir private Path folder = Path.of(".");
  private final List<String> said = new ArrayList<>();

  /** A platform the library does not exist for. */
  private static final class Nobody implements Helm {
    @Override
    public Answer render(Request request) {
      return new Answer.Absent("Helm does not come with the program on this platform");
    }

    @Override
    public Certainty sure() {
      return Certainty.EXACT;
    }
  }

  private static String application(String name) {
    return """
    ---
    apiVersion: argoproj.io/v1alpha1
    kind: Application
    metadata: {name: %s, namespace: argocd}
    spec:
      project: default
      source: {repoURL: "%s", path: %s, targetRevision: main}
      destination: {name: in-cluster, namespace: here}
    """
        .formatted(name, URL, name);
  }

  private Workspace workspace(String keys) throws Exception {
    Files.writeString(
        folder.resolve("workspace.yaml"),
        """
        name: hub
        repositories: [{url: "%s"}]
        roots: [{name: hub, repoURL: "%s", revision: main, path: root.yaml}]
        %s
        """
            .formatted(URL, URL, keys));
    return WorkspaceFile.read(folder);
  }

  private static Hierarchy resolve(Workspace workspace, ChartEngine charts) {
    String chart = "apiVersion: v2\nname: c\nversion: 1.0.0\n";
    String object = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: x}\n";
    GitFixture git =
        GitFixture.repo(URL)
            .file("root.yaml", application("one") + application("two") + application("plain"))
            .file("one/Chart.yaml", chart)
            .file("one/templates/x.yaml", object)
            .file("two/Chart.yaml", chart.replace("name: c", "name: d"))
            .file("two/templates/x.yaml", object)
            .file("plain/x.yaml", object)
            .commit("All");
    Access access = new Access.Available(git.url(), git.clone());
    var opened = new Opened(workspace, new OpenRepositories(workspace, List.of(access)), charts);
    return Resolve.resolve(opened, Selection.DECLARED, Progress.SILENT);
  }

  private static HierarchyNode node(Hierarchy hierarchy, String name) {
    return hierarchy.nodes().stream()
        .filter(node -> node.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void withoutALibraryChartsAreOpaqueEverythingElseIsThereAndItIsSaidOnce() throws Exception {
    var charts = ChartEngine.over(new Nobody(), said::add);
    Hierarchy hierarchy = resolve(workspace(""), charts);
    for (String chart : List.of("one", "two")) {
      assertThat(node(hierarchy, chart).certainty())
          .isEqualTo(Certainty.opaque("Helm does not come with the program on this platform"));
    }
    assertThat(node(hierarchy, "plain").certainty()).isEqualTo(Certainty.EXACT);
    assertThat(node(hierarchy, "plain").rendered().total()).isEqualTo(1);
    assertThat(said)
        .singleElement()
        .asString()
        .startsWith("Helm does not come with the program on this platform: sources that are charts")
        .contains("helm: installed");
    assertThat(charts.said()).contains(said.getFirst());
  }

  @Test
  void theUsersOwnHelmIsAskedWhereTheWorkspacePrefersIt() throws Exception {
    Path program = folder.resolve("helm");
    Files.writeString(
        program,
        """
        #!/bin/sh
        [ "$1" = version ] && echo v4.2.4+g1234567 && exit
        printf 'apiVersion: v1\\nkind: ConfigMap\\nmetadata: {name: told}\\n'
        """);
    assertThat(program.toFile().setExecutable(true)).isTrue();
    var charts = ChartEngine.of(workspace("helm: installed"), folder.toString(), said::add);
    Hierarchy hierarchy = resolve(workspace("helm: installed"), charts);
    assertThat(node(hierarchy, "one").objects()).extracting(o -> o.key().name()).contains("told");
    assertThat(node(hierarchy, "one").certainty())
        .isEqualTo(Certainty.assumed("rendered by helm v4.2.4 of this machine"));
    assertThat(said).isEmpty();
  }

  @Test
  void anInstalledHelmThatIsNotThereIsReplacedAndSaidOnce() throws Exception {
    var charts = ChartEngine.of(workspace("helm: installed"), folder.toString(), said::add);
    Hierarchy hierarchy = resolve(workspace("helm: installed"), charts);
    assertThat(node(hierarchy, "one").objects()).extracting(o -> o.key().name()).contains("x");
    assertThat(said).singleElement().asString().contains("prefers the installed helm");
  }

  @Test
  void noProgramIsStartedUnlessTheWorkspaceSaysSo() throws Exception {
    Path program = folder.resolve("helm");
    Files.writeString(program, "#!/bin/sh\ntouch \"" + folder.resolve("started") + "\"\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();
    resolve(workspace(""), ChartEngine.of(workspace(""), folder.toString(), said::add));
    assertThat(folder.resolve("started")).doesNotExist();
  }
}
