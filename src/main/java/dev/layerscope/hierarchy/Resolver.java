package dev.layerscope.hierarchy;

import dev.layerscope.argocd.Source;
import dev.layerscope.finding.Certainty;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.Repositories;
import dev.layerscope.git.SettledRepositories;
import dev.layerscope.render.generator.ApplicationSetRenderer;
import dev.layerscope.render.generator.Generated;
import dev.layerscope.work.AtOnce;
import dev.layerscope.work.Progress;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Follows every Application that declares others, from the roots to the leaves: what is where, how
 * it came about, and how sure that is (specification §0). Level by level; a level is rendered over
 * the cores, and the result does not depend on who was first.
 */
public final class Resolver {
  /** A configuration that configures the Argo CD that renders it settles at once or never. */
  private static final int ROUNDS = 4;

  /** Whoever waits for Helm leaves the core to the others. */
  private static final AtOnce AT_ONCE = AtOnce.all();

  /** How many of a large level go together. */
  private static final int HANDFUL = 8;

  private static final int MANY = 500;

  private final Input input;
  private final ApplicationRenderer renderer;
  private final Asking asking;

  /** What an estate is made of. */
  public record Input(
      List<Root> roots,
      Repositories repositories,
      ControlPlanes controlPlanes,
      Layers layers,
      RevisionPolicy revisions,
      SampleParameters samples) {
    public Input {
      roots = List.copyOf(roots);
    }

    /** The same with repositories as they are now. */
    private Input settled() {
      var settled = new SettledRepositories(repositories);
      return new Input(roots, settled, controlPlanes, layers, revisions, samples);
    }

    /** Without samples for generators that need more than git. */
    public Input(
        List<Root> roots,
        Repositories repositories,
        ControlPlanes controlPlanes,
        Layers layers,
        RevisionPolicy revisions) {
      this(roots, repositories, controlPlanes, layers, revisions, SampleParameters.NONE);
    }
  }

  public Resolver(Input input, ApplicationRenderer renderer) {
    this.input = input.settled();
    this.asking = new Asking(this.input);
    this.renderer = renderer.over(this.input.repositories());
  }

  /**
   * Resolves everything the roots reach. What cannot be resolved is in the result, with the reason.
   *
   * <p>Argo CD's own configuration, found on the way, may change how it is set; then everything is
   * followed once more, which costs what differs.
   */
  public Hierarchy resolve(Progress progress) {
    ControlPlanes planes = input.controlPlanes();
    GrowthMemory.Nodes memory = memory(planes);
    Growth growth = grow(planes, memory, progress);
    for (int round = 1; round < ROUNDS; round++) {
      ControlPlanes next = growth.configuration().over(input.controlPlanes());
      if (growth.configuration().saysNothingNew(planes, next)) {
        break;
      }
      planes = next;
      memory = memory(planes);
      growth = grow(planes, memory, progress);
    }
    return growth.hierarchy(memory);
  }

  private GrowthMemory.Nodes memory(ControlPlanes planes) {
    return renderer
        .growth()
        .under(new GrowthMemory.Setting(planes, input.layers(), input.samples()));
  }

  private Growth grow(ControlPlanes planes, GrowthMemory.Nodes before, Progress progress) {
    var sprouting = new Sprouting(planes, input.layers());
    var growth = new Growth(sprouting);
    var reader = new RootReader(input);
    for (Root root : input.roots()) {
      progress.stopIfCancelled();
      growth.plant(reader.read(root));
    }
    for (List<Bud> level = growth.takeBuds(); !level.isEmpty(); level = growth.takeBuds()) {
      progress.report("Rendering", growth.size() - level.size(), growth.size());
      growth.graft(lookInto(level, sprouting, before, progress));
    }
    return growth;
  }

  private List<Grown> lookInto(
      List<Bud> level, Sprouting sprouting, GrowthMemory.Nodes before, Progress progress) {
    List<Optional<Grown>> known =
        level.parallelStream()
            .map(bud -> {
              progress.stopIfCancelled();
              return before.again(asking, bud);
            })
            .toList();
    List<Bud> fresh =
        IntStream.range(0, level.size())
            .filter(i -> known.get(i).isEmpty())
            .mapToObj(level::get)
            .toList();
    Iterator<Grown> found =
        AT_ONCE
            .each(
                handfuls(fresh),
                some -> {
                  var grown = new ArrayList<Grown>(some.size());
                  for (Bud bud : some) {
                    progress.stopIfCancelled();
                    grown.add(lookInto(bud, sprouting, before));
                  }
                  return grown;
                })
            .stream()
            .flatMap(List::stream)
            .iterator();
    return known.stream().map(one -> one.orElseGet(found::next)).toList();
  }

  /** Most buds cost less than a thread: of many, some go together. */
  private static List<List<Bud>> handfuls(List<Bud> buds) {
    int size = buds.size() < MANY ? 1 : HANDFUL;
    var handfuls = new ArrayList<List<Bud>>(buds.size() / size + 1);
    for (int from = 0; from < buds.size(); from += size) {
      handfuls.add(buds.subList(from, Math.min(from + size, buds.size())));
    }
    return handfuls;
  }

  private Grown lookInto(Bud bud, Sprouting sprouting, GrowthMemory.Nodes memory) {
    return switch (bud) {
      case Bud.OfApplication application -> {
        RenderedApplication rendered = render(application, sprouting.planes());
        Grown grown = sprouting.grown(application, rendered);
        if (rendered.fromCommits()) {
          asked(application).ifPresent(asked -> memory.keep(bud, asked, grown));
        }
        yield grown;
      }
      case Bud.OfSet set -> {
        var ground = new SetGround(input, asking, sprouting.planes(), set, renderer.parsed());
        Grown grown = sprouting.grown(set, generate(set, ground));
        ground.asked().ifPresent(asked -> memory.keep(bud, asked, grown));
        yield grown;
      }
    };
  }

  private static Generated generate(Bud.OfSet bud, SetGround ground) {
    return ground.told(ApplicationSetRenderer.render(bud.set(), bud.id().namespace(), ground));
  }

  /** The commits of all sources; empty when one of them has none. */
  private Optional<List<Asked>> asked(Bud.OfApplication bud) {
    var all = new ArrayList<Asked>(bud.application().sources().size());
    for (Source source : bud.application().sources()) {
      // What lends to others is looked up without its prefix of tags as well.
      String prefix = source.tagPrefix().orElse("");
      if (!asked(bud, source, "", all) || !prefix.isEmpty() && !asked(bud, source, prefix, all)) {
        return Optional.empty();
      }
    }
    return Optional.of(all);
  }

  private boolean asked(Bud bud, Source source, String tagPrefix, List<Asked> all) {
    Optional<Asked> answer =
        asking.ask(bud, new Asked.Question(source.repoURL(), source.targetRevision(), tagPrefix));
    answer.ifPresent(all::add);
    return answer.isPresent();
  }

  private RenderedApplication render(Bud.OfApplication bud, ControlPlanes planes) {
    var settings = planes.settings(bud.id().controlPlane());
    var choices = new ArrayList<RevisionPolicy.Choice>();
    for (var source : bud.application().sources()) {
      choices.add(choice(input, bud, source.repoURL(), source.targetRevision()));
    }
    return renderer.render(bud.application(), bud.id(), settings, choices, Certainty.EXACT);
  }

  /** At which revision a node reads a repository. */
  static RevisionPolicy.Choice choice(
      Input input, Bud bud, RepoUrl repository, Optional<String> declared) {
    return bud.localRoot()
        .map(root -> input.revisions().rootSource(root, repository, declared))
        .orElseGet(() -> input.revisions().below(repository, declared));
  }
}
