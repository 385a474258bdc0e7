package dev.layerscope.hierarchy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.layerscope.finding.Certainty;
import dev.layerscope.finding.FindingCode;
import dev.layerscope.git.Clone;
import dev.layerscope.git.GitFixture;
import dev.layerscope.git.ObjectStore;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.Repositories;
import dev.layerscope.git.Snapshot;
import dev.layerscope.work.Progress;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** One source that nobody had thought of, among others. */
class StumbledTest {
  private static final String URL = "https://git.example.com/estate.git";

  private static final String ODD = "https://git.example.com/odd.git";
  private static final String TREE = "7".repeat(40);

  private static String application(String name, String url) {
    return """
    apiVersion: argoproj.io/v1alpha1
    kind: Application
    metadata: {name: %s, namespace: argocd}
    spec:
      project: default
      source: {repoURL: "%s", path: %s, targetRevision: main}
      destination: {name: in-cluster, namespace: x}
    """
        .formatted(name, url, name);
  }

  private static Hierarchy look(Supplier<RuntimeException> fault) {
    GitFixture estate =
        GitFixture.repo(URL)
            .file("root.yaml", application("top", URL))
            .file("top/good.yaml", application("good", URL))
            .file("top/odd.yaml", application("odd", ODD))
            .file("good/c.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\n")
            .commit("All");
    GitFixture odd = GitFixture.repo(ODD).file("odd/c.yaml", "x").commit("All");
    var bootstrap = new Root.Bootstrap.InGit(new RepoUrl(URL), Optional.of("main"), "root.yaml");
    var input =
        new Resolver.Input(
            List.of(new Root("east", "east", "east", "argocd", Set.of(), bootstrap)),
            failing(GitFixture.repositories(estate, odd), fault),
            new OnePlane(),
            RepoUrl::shortName,
            RevisionPolicy.AS_DECLARED);
    return new Resolver(input, new ApplicationRenderer(input.repositories()))
        .resolve(Progress.SILENT);
  }

  @Test
  void theSourceIsOpaqueAndEverythingElseIsShown() {
    Hierarchy hierarchy = look(() -> new ArithmeticException("secret"));
    HierarchyNode odd = node(hierarchy, "odd");
    assertThat(odd.certainty().level()).isEqualTo(Certainty.Level.OPAQUE);
    assertThat(odd.findings())
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.code()).isEqualTo(FindingCode.RENDERING_FAILED_WARNING);
          assertThat(finding.message())
              .contains("rendering odd stumbled", "ArithmeticException at StumbledTest.java")
              .doesNotContain("secret");
        });
    assertThat(node(hierarchy, "good").certainty().exact()).isTrue();
  }

  @Test
  void whoLostInterestIsObeyed() {
    assertThatThrownBy(() -> look(() -> new CancellationException("enough")))
        .isInstanceOf(CancellationException.class);
  }

  private static HierarchyNode node(Hierarchy hierarchy, String name) {
    return hierarchy.nodes().stream().filter(n -> n.name().equals(name)).findFirst().orElseThrow();
  }

  /** The same repositories, but reading the odd one fails. */
  private static Repositories failing(Repositories real, Supplier<RuntimeException> fault) {
    return new Repositories() {
      @Override
      public Access at(RepoUrl url) {
        Access found = real.at(url);
        return url.text().equals(ODD) && found instanceof Access.Available(RepoUrl u, Clone clone)
            ? new Access.Available(u, failing(clone, fault))
            : found;
      }

      @Override
      public List<Access> all() {
        return real.all();
      }
    };
  }

  private static Clone failing(Clone real, Supplier<RuntimeException> fault) {
    return (Clone)
        Proxy.newProxyInstance(
            Clone.class.getClassLoader(),
            new Class<?>[] {Clone.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "settled" -> proxy;
                  case "snapshot" ->
                      Optional.of(
                          new Snapshot(
                              real.url(), (String) arguments[0], TREE, new Failing(fault)));
                  default -> method.invoke(real, arguments);
                });
  }

  private record Failing(Supplier<RuntimeException> fault) implements ObjectStore {
    @Override
    public List<RawEntry> tree(String id) {
      throw fault.get();
    }

    @Override
    public byte[] blob(String id) {
      throw fault.get();
    }

    @Override
    public long size(String id) {
      throw fault.get();
    }
  }
}
