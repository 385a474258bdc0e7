package dev.layerscope.operation;

import dev.layerscope.git.Repositories;
import dev.layerscope.hierarchy.ApplicationRenderer;
import dev.layerscope.render.helm.HelmRenderer;
import dev.layerscope.render.helm.chart.ChartSupply;
import dev.layerscope.render.kustomize.tool.UsersTool;
import dev.layerscope.workspace.Workspace;

/**
 * A workspace with its repositories at hand. Closing it closes the clones.
 *
 * @param renderer remembers what was rendered while the workspace is open: a second environment
 *     costs what differs
 * @param pairs remembers what was compared
 * @param pictures remembers what environments look like while their repositories stay as they are
 */
public record Opened(
    Workspace workspace,
    OpenRepositories repositories,
    ApplicationRenderer renderer,
    ResourcePairs pairs,
    Pictures pictures)
    implements AutoCloseable {
  public Opened(Workspace workspace, OpenRepositories repositories) {
    this(
        workspace,
        repositories,
        new ApplicationRenderer(
            repositories,
            HelmRenderer.of(new ChartSupply(repositories, workspace.chartFolder())),
            UsersTool.find(System.getenv().getOrDefault("PATH", "")),
            workspace.kinds().scopes()),
        new ResourcePairs(),
        new Pictures());
  }

  /** Another workspace over other repositories, a planned one, with what this one remembers. */
  Opened beside(Workspace other, OpenRepositories others) {
    HelmRenderer charts = HelmRenderer.of(new ChartSupply(others, other.chartFolder()));
    return new Opened(other, others, renderer.beside(others, charts), pairs, new Pictures());
  }

  /** The repositories, as the floors below want them. */
  public Repositories access() {
    return repositories;
  }

  @Override
  public void close() {
    repositories.close();
  }
}
