package dev.layerscope.conformance;

import dev.layerscope.argocd.Destination;
import dev.layerscope.argocd.Settings;
import dev.layerscope.argocd.Source;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.Repositories;
import dev.layerscope.git.Snapshot;
import dev.layerscope.manifest.Scopes;
import dev.layerscope.render.Context;
import dev.layerscope.render.Rendered;
import dev.layerscope.render.Renderer;
import dev.layerscope.yaml.Mapping;
import java.util.List;
import java.util.Optional;

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
    var source =
        new Source(
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
    return RENDERER.render(source, snapshot, new Context(application, "default", Optional.empty()));
  }

  /** What becomes of the objects of one source. */
  static Rendered after(Rendered source) {
    return RENDERER.afterRendering(List.of(source), NOWHERE, Scopes.BUILT_IN);
  }

  private static final class NoRepositories implements Repositories {
    @Override
    public Access at(RepoUrl url) {
      return new Access.Unknown(url);
    }

    @Override
    public List<Access> all() {
      return List.of();
    }
  }
}
