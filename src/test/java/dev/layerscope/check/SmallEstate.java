package dev.layerscope.check;

import dev.layerscope.git.GitFixture;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.Repositories;
import dev.layerscope.hierarchy.ApplicationRenderer;
import dev.layerscope.hierarchy.ControlPlanes;
import dev.layerscope.hierarchy.OwnPlanes;
import dev.layerscope.hierarchy.Resolver;
import dev.layerscope.hierarchy.RevisionPolicy;
import dev.layerscope.hierarchy.Root;
import dev.layerscope.work.Progress;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Roots without anything below them, ready to be checked. */
final class SmallEstate {
  static final String URL = "https://git.example.com/platform/estate.git";

  private static final ControlPlanes PLANES = new OwnPlanes();

  private SmallEstate() {}

  /** One root of each name, in a control plane of its own. */
  static Estate of(String... names) {
    GitFixture git = GitFixture.repo(URL).file("empty/x.txt", "");
    List<Root> roots =
        List.of(names).stream()
            .map(name -> {
              git.file(name + ".yaml", application(name));
              var bootstrap =
                  new Root.Bootstrap.InGit(new RepoUrl(URL), Optional.of("main"), name + ".yaml");
              return new Root(name, name, name, "argocd", Set.of(), bootstrap);
            })
            .toList();
    Repositories repositories = GitFixture.repositories(git.commit("All"));
    var input =
        new Resolver.Input(
            roots, repositories, PLANES, RepoUrl::shortName, RevisionPolicy.AS_DECLARED);
    var resolver = new Resolver(input, new ApplicationRenderer(repositories));
    return new Estate(resolver.resolve(Progress.SILENT));
  }

  private static String application(String name) {
    return """
    apiVersion: argoproj.io/v1alpha1
    kind: Application
    metadata: {name: %s, namespace: argocd}
    spec:
      project: default
      source: {repoURL: "%s", path: empty, targetRevision: main}
      destination: {server: "https://kubernetes.default.svc"}
    """
        .formatted(name, URL);
  }
}
