package dev.layerscope.bench;

import dev.layerscope.check.Checks;
import dev.layerscope.check.Estate;
import dev.layerscope.check.Rules;
import dev.layerscope.finding.Finding;
import dev.layerscope.git.GitFixture;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.Repositories;
import dev.layerscope.hierarchy.ApplicationRenderer;
import dev.layerscope.hierarchy.ControlPlanes;
import dev.layerscope.hierarchy.Hierarchy;
import dev.layerscope.hierarchy.NodeId;
import dev.layerscope.hierarchy.OwnPlanes;
import dev.layerscope.hierarchy.Resolver;
import dev.layerscope.hierarchy.RevisionPolicy;
import dev.layerscope.hierarchy.Root;
import dev.layerscope.work.Progress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How long all checks take on an estate of many Applications with ten objects each, the hierarchy
 * being there. Two sizes, to see that it grows no faster than the objects.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class EstateChecked {
  private static final String URL = "https://git.example.com/platform/estate.git";
  private static final int EACH = 100;
  private static final int FOLDERS = 200;
  private static final int OBJECTS = 10;

  private static final ControlPlanes PLANES = new OwnPlanes();

  /** How many Applications. */
  @Param({"1000", "10000"})
  private int applications = 1000;

  private Repositories repositories = GitFixture.repositories();
  private Optional<Hierarchy> hierarchy = Optional.empty();

  @Setup
  public void resolveOnce() {
    GitFixture git = GitFixture.repo(URL).file("root.yaml", application("top", "layers", ""));
    for (int layer = 0; layer * EACH < applications; layer++) {
      git.file("layers/" + layer + ".yaml", application("layer-" + layer, "deps/" + layer, ""));
      var children = new StringBuilder();
      for (int i = layer * EACH; i < (layer + 1) * EACH; i++) {
        children.append("---\n").append(application("app-" + i, "apps/" + i % FOLDERS, "ns-" + i));
      }
      git.file("deps/" + layer + "/all.yaml", children.toString());
    }
    for (int folder = 0; folder < FOLDERS; folder++) {
      var objects = new StringBuilder();
      for (int i = 0; i < OBJECTS; i++) {
        objects.append("---\n{apiVersion: apps/v1, kind: Deployment, metadata: {name: d");
        objects.append(folder).append('-').append(i).append("}}\n");
      }
      git.file("apps/" + folder + "/all.yaml", objects.toString());
    }
    repositories = GitFixture.repositories(git.commit("All"));
    var bootstrap = new Root.Bootstrap.InGit(new RepoUrl(URL), Optional.of("main"), "root.yaml");
    var root = new Root("east", "east", "east", "argocd", Set.of(), bootstrap);
    var input =
        new Resolver.Input(
            List.of(root), repositories, PLANES, RepoUrl::shortName, RevisionPolicy.AS_DECLARED);
    var resolver = new Resolver(input, new ApplicationRenderer(repositories));
    hierarchy = Optional.of(resolver.resolve(Progress.SILENT));
  }

  private static String application(String name, String path, String namespace) {
    return """
    apiVersion: argoproj.io/v1alpha1
    kind: Application
    metadata: {name: %s, namespace: argocd}
    spec:
      project: default
      source: {repoURL: "%s", path: %s, targetRevision: main}
      destination: {server: "https://kubernetes.default.svc", namespace: "%s"}
      syncPolicy: {automated: {prune: true}, syncOptions: [CreateNamespace=true]}
    """
        .formatted(name, URL, path, namespace);
  }

  /** Every rule over the whole estate. */
  @Benchmark
  public Map<NodeId, List<Finding>> checked() {
    var rules = Rules.all(url -> Map.of("prod", "main"), repositories);
    return new Checks(rules).run(new Estate(hierarchy.orElseThrow()));
  }
}
