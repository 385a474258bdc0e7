package dev.layerscope.conformance;

import dev.layerscope.argocd.Destination;
import dev.layerscope.argocd.Settings;
import dev.layerscope.argocd.Source;
import dev.layerscope.argocd.Tools;
import dev.layerscope.finding.Location;
import dev.layerscope.git.NoRepositories;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.Snapshot;
import dev.layerscope.git.TreeFixture;
import dev.layerscope.manifest.Scopes;
import dev.layerscope.render.Context;
import dev.layerscope.render.Rendered;
import dev.layerscope.render.Renderer;
import dev.layerscope.yaml.Mapping;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Rendering one source of a case, as an Application of a name would. */
final class Rendering {
  private static final Renderer RENDERER = new Renderer(Settings.DEFAULT, new NoRepositories());

  private static final Destination NOWHERE =
      new Destination(Optional.empty(), Optional.empty(), Optional.empty());

  private Rendering() {}

  /**
   * Renders a folder.
   *
   * @param blocks the type blocks, as a source has them
   */
  static Rendered render(Snapshot snapshot, String path, Mapping blocks, String application) {
    return RENDERER.render(source(snapshot, path, blocks), snapshot, context(application));
  }

  private static Context context(String application) {
    return new Context(application, "default", Optional.empty());
  }

  private static Source source(Snapshot snapshot, String path, Mapping blocks) {
    return new Source(
        snapshot.url(),
        Optional.of(path),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        blocks.mapping("kustomize"),
        blocks.mapping("helm"),
        blocks.mapping("directory"),
        blocks.mapping("plugin"),
        1);
  }

  /** Renders a folder for a control plane that has some tools switched off. */
  static Rendered without(Set<Tools.Tool> disabled, Snapshot snapshot, String path) {
    Settings settings = Settings.DEFAULT.with(Settings.DEFAULT.tools().withDisabled(disabled));
    return new Renderer(settings, new NoRepositories())
        .render(source(snapshot, path, Mapping.EMPTY), snapshot, context("app"));
  }

  /** The source of a folder as its override files change it. */
  static Source effective(Snapshot snapshot, String path, String application) {
    return RENDERER
        .effective(source(snapshot, path, Mapping.EMPTY), snapshot, context(application))
        .orElseThrow();
  }

  /** A source that has a name for others and nothing of its own. */
  static Rendered lender(String ref) {
    Snapshot snapshot = new TreeFixture("https://x/y.git").file("a.yaml", "").snapshot();
    var source =
        new Source(
            snapshot.url(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(ref),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            1);
    return RENDERER.render(source, snapshot, context("app"));
  }

  /** A chart of a Helm repository. */
  static Rendered chart(String name, String version, Location place) {
    var source =
        new Source(
            new RepoUrl("https://charts.example.com"),
            Optional.empty(),
            Optional.of(version),
            Optional.of(name),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            1);
    return RENDERER.chart(source, context("app"), place);
  }

  /** What becomes of the objects of one source. */
  static Rendered after(Rendered source) {
    return RENDERER.afterRendering(List.of(source), NOWHERE, Scopes.BUILT_IN).rendered();
  }
}
