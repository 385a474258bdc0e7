package dev.layerscope.hierarchy;

import dev.layerscope.finding.Certainty;
import dev.layerscope.git.Repositories;
import dev.layerscope.work.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Follows every Application that declares others, from the roots to the leaves: what is where, how
 * it came about, and how sure that is (specification §0). Level by level; a level is rendered over
 * the cores, and the result does not depend on who was first.
 */
public final class Resolver {
  /** A configuration that configures the Argo CD that renders it settles at once or never. */
  private static final int ROUNDS = 4;

  private final Input input;
  private final ApplicationRenderer renderer;

  /** What an estate is made of. */
  public record Input(
      List<Root> roots,
      Repositories repositories,
      ControlPlanes controlPlanes,
      Layers layers,
      RevisionPolicy revisions) {
    public Input {
      roots = List.copyOf(roots);
    }
  }

  public Resolver(Input input, ApplicationRenderer renderer) {
    this.input = input;
    this.renderer = renderer;
  }

  /**
   * Resolves everything the roots reach. What cannot be resolved is in the result, with the reason.
   *
   * <p>Argo CD's own configuration, found on the way, may change how it is set; then everything is
   * followed once more, which costs what differs.
   */
  public Hierarchy resolve(Progress progress) {
    ControlPlanes planes = input.controlPlanes();
    Growth growth = grow(planes, progress);
    for (int round = 1; round < ROUNDS; round++) {
      ControlPlanes next = growth.configuration().over(input.controlPlanes());
      if (growth.configuration().saysNothingNew(planes, next)) {
        break;
      }
      planes = next;
      growth = grow(planes, progress);
    }
    return growth.hierarchy();
  }

  private Growth grow(ControlPlanes planes, Progress progress) {
    var growth = new Growth(input, planes);
    var reader = new RootReader(input);
    for (Root root : input.roots()) {
      progress.stopIfCancelled();
      growth.plant(reader.read(root));
    }
    for (List<Growth.Bud> level = growth.takeBuds(); !level.isEmpty(); level = growth.takeBuds()) {
      progress.report("Rendering", growth.size() - level.size(), growth.size());
      growth.graft(render(level, planes, progress));
    }
    return growth;
  }

  private Map<NodeId, RenderedApplication> render(
      List<Growth.Bud> level, ControlPlanes planes, Progress progress) {
    List<Map.Entry<NodeId, RenderedApplication>> rendered =
        level.parallelStream()
            .map(bud -> {
              progress.stopIfCancelled();
              return Map.entry(bud.id(), render(bud, planes));
            })
            .toList();
    var byId = new java.util.LinkedHashMap<NodeId, RenderedApplication>();
    rendered.forEach(entry -> byId.put(entry.getKey(), entry.getValue()));
    return byId;
  }

  private RenderedApplication render(Growth.Bud bud, ControlPlanes planes) {
    var settings = planes.settings(bud.id().controlPlane());
    var choices = new ArrayList<RevisionPolicy.Choice>();
    for (var source : bud.application().sources()) {
      choices.add(
          bud.localRoot()
              .map(root ->
                  input.revisions().rootSource(root, source.repoURL(), source.targetRevision()))
              .orElseGet(() -> input.revisions().below(source.repoURL(), source.targetRevision())));
    }
    return renderer.render(bud.application(), bud.id(), settings, choices, Certainty.EXACT);
  }
}
