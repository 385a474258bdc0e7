package dev.layerscope.operation.open;

import dev.layerscope.check.CheckMemory;
import dev.layerscope.git.Repositories;
import dev.layerscope.git.SettledRepositories;
import dev.layerscope.git.clones.Clones;
import dev.layerscope.hierarchy.ApplicationRenderer;
import dev.layerscope.render.RenderMemory;
import dev.layerscope.render.helm.HelmRenderer;
import dev.layerscope.render.helm.chart.ChartSupply;
import dev.layerscope.render.kustomize.tool.UsersTool;
import dev.layerscope.workspace.Workspace;
import java.util.Optional;

/**
 * A workspace with its repositories at hand. Closing it closes the clones, and keeps what was
 * rendered for the next program.
 *
 * @param charts who renders charts
 * @param renderer remembers what was rendered while the workspace is open: a second environment
 *     costs what differs
 * @param pairs remembers what was compared
 * @param pictures remembers what environments look like while their repositories stay as they are
 * @param checks remembers what rules found
 * @param lasting what is written down when it is closed; empty for one beside another
 */
public record Opened(
    Workspace workspace,
    OpenRepositories repositories,
    ChartEngine charts,
    ApplicationRenderer renderer,
    ComparedPairs pairs,
    Pictures pictures,
    CheckMemory checks,
    Optional<RenderMemory> lasting)
    implements AutoCloseable {
  /** One that remembers nothing yet, and nothing for the next program. */
  public Opened(Workspace workspace, OpenRepositories repositories) {
    this(workspace, repositories, ChartEngine.of(workspace, path(), remark -> {}));
  }

  Opened(Workspace workspace, OpenRepositories repositories, ChartEngine charts) {
    this(workspace, repositories, charts, UsersTool.find(path()), new Memory(), Optional.empty());
  }

  Opened(
      Workspace workspace,
      OpenRepositories repositories,
      ChartEngine charts,
      Optional<UsersTool> tool,
      Memory memory,
      RenderMemory lasting) {
    this(workspace, repositories, charts, tool, memory, Optional.of(lasting));
  }

  /**
   * @param memory of the same estate with the same charts and tool
   */
  private Opened(
      Workspace workspace,
      OpenRepositories repositories,
      ChartEngine charts,
      Optional<UsersTool> tool,
      Memory memory,
      Optional<RenderMemory> lasting) {
    this(
        workspace,
        repositories,
        charts,
        new ApplicationRenderer(
            repositories,
            new HelmRenderer(new ChartSupply(repositories, workspace.chartFolder()), charts),
            tool,
            workspace.kinds().scopes(),
            memory.renderings(),
            memory.growth()),
        new ComparedPairs(),
        new Pictures(),
        memory.checks(),
        lasting);
  }

  static String path() {
    return System.getenv().getOrDefault("PATH", "");
  }

  /** Another workspace over other repositories, a planned one, with what this one remembers. */
  public Opened beside(Workspace other, OpenRepositories others) {
    var supply = new ChartSupply(others, other.chartFolder());
    ApplicationRenderer besides = renderer.beside(others, new HelmRenderer(supply, charts));
    return new Opened(
        other, others, charts, besides, pairs, new Pictures(), checks, Optional.empty());
  }

  /** The same for one question: each branch is looked up once, however often it is read. */
  public Opened settled() {
    var once = new SettledRepositories(repositories);
    var helm = new HelmRenderer(new ChartSupply(once, workspace.chartFolder()), charts);
    ApplicationRenderer settled = renderer.beside(once, helm);
    return new Opened(
        workspace, repositories, charts, settled, pairs, pictures, checks, Optional.empty());
  }

  /** What a person should know about how charts are rendered; empty when all is as ever. */
  public Optional<String> remark() {
    return charts.said();
  }

  /**
   * What was done so far to look at the estate.
   *
   * @param blobs contents of files that were read
   * @param renders sources that were rendered, and not remembered
   * @param compared pairs of renderings that were compared, and not remembered
   */
  public record Work(long blobs, long renders, long compared) {
    /** What was done since. */
    public Work since(Work before) {
      return new Work(blobs - before.blobs, renders - before.renders, compared - before.compared);
    }
  }

  /** What was done so far. */
  public Work work() {
    long blobs =
        repositories.all().stream()
            .mapToLong(access ->
                access instanceof Repositories.Access.Available available
                    ? Clones.blobsRead(available.repository())
                    : 0)
            .sum();
    return new Work(blobs, renderer.count().renders(), pairs.compared());
  }

  /** The repositories, as the floors below want them. */
  public Repositories access() {
    return repositories;
  }

  @Override
  public void close() {
    lasting.ifPresent(RenderMemory::keepForNextTime);
    repositories.close();
  }
}
