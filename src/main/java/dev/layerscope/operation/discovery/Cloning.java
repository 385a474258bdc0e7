package dev.layerscope.operation.discovery;

import dev.layerscope.git.Clone;
import dev.layerscope.git.GitException;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.Repositories.Access;
import dev.layerscope.git.clones.Clones;
import dev.layerscope.git.clones.KeptClones;
import dev.layerscope.operation.discovery.FoundRepository.State;
import dev.layerscope.work.AtOnce;
import dev.layerscope.work.Progress;
import dev.layerscope.work.Question;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The repositories met so far, and what came of cloning each. Several threads tell of progress. */
final class Cloning implements AutoCloseable {
  private static final AtOnce FOUR = new AtOnce(4);

  private final Clones clones;
  private final KeptClones sizes;
  private final Progress progress;
  private final Watcher watcher;
  private final Wishes wishes;
  private final Map<String, FoundRepository> found = new LinkedHashMap<>();
  private final Map<String, Clone> opened = new LinkedHashMap<>();

  Cloning(Path folder, Wishes wishes, Progress progress, Watcher watcher) {
    this.clones = new Clones(folder);
    this.sizes = new KeptClones(folder);
    this.wishes = wishes;
    this.progress = progress;
    this.watcher = watcher;
  }

  /** Takes in what is new among the named; false when nothing is. */
  synchronized boolean add(List<Named> named) {
    boolean grown = false;
    Map<String, Integer> naming = new HashMap<>();
    for (Named one : named) {
      String identity = one.url().identity();
      naming.merge(identity, one.by().isEmpty() ? 0 : 1, Integer::sum);
      if (!found.containsKey(identity)) {
        found.put(
            identity,
            new FoundRepository(one.url(), one.by(), one.in(), 0, level(one), first(one)));
        grown = true;
      }
    }
    found.replaceAll(
        (identity, one) -> one.namedBy(Math.max(one.naming(), naming.getOrDefault(identity, 0))));
    watcher.found(List.copyOf(found.values()));
    return grown;
  }

  /** One more than the repository it is named in. */
  private int level(Named one) {
    return one.in().map(in -> found.get(in.identity())).map(in -> in.level() + 1).orElse(0);
  }

  private State first(Named one) {
    if (wishes.leavesOut(one.url())) {
      return new State.LeftAlone("It was left out.");
    }
    return Start.isLocal(one.url()) && !one.onThisMachine()
        ? new State.LeftAlone(
            one.url().display()
                + " lies on this machine, and the repository that names it does not: it is not"
                + " opened.")
        : new State.Waiting();
  }

  /** Clones everything that waits, four at a time. */
  void cloneWaiting() {
    List<FoundRepository> waiting =
        found().stream().filter(f -> f.state() instanceof State.Waiting).toList();
    FOUR.each(waiting, this::cloneOne);
  }

  private FoundRepository cloneOne(FoundRepository one) {
    progress.stopIfCancelled();
    set(one.in(new State.Cloning(-1)));
    try {
      Optional<Path> inPlace = wishes.clone(one.url());
      Clone clone =
          inPlace.isPresent()
              ? clones.openLocal(one.url(), inPlace.get(), Optional.empty())
              : managed(one);
      synchronized (this) {
        opened.put(one.url().identity(), clone);
      }
      long bytes = inPlace.isPresent() ? 0 : sizes.sizeOf(one.url());
      return set(one.in(new State.Done(bytes, clone.branches().size())));
    } catch (GitException e) {
      return set(one.in(new State.Failed(e.kind(), e.getMessage())));
    }
  }

  private Clone managed(FoundRepository one) throws GitException {
    String remote = wishes.remote(one.url()).orElse(one.url().text());
    return clones.open(
        one.url(), remote, Optional.empty(), wishes.depth(), new Percent(progress, one));
  }

  private synchronized FoundRepository set(FoundRepository changed) {
    found.merge(
        changed.url().identity(),
        changed,
        (old, now) -> now.namedBy(Math.max(old.naming(), now.naming())));
    watcher.found(List.copyOf(found.values()));
    return changed;
  }

  synchronized List<FoundRepository> found() {
    return List.copyOf(found.values());
  }

  List<RepoUrl> urls() {
    return found().stream().map(FoundRepository::url).toList();
  }

  /** In the order of {@link #urls}. */
  synchronized List<Access> access() {
    var all = new ArrayList<Access>();
    for (FoundRepository one : found.values()) {
      all.add(access(one));
    }
    return all;
  }

  private Access access(FoundRepository one) {
    return switch (one.state()) {
      case State.Failed(GitException.Kind kind, String reason) ->
          new Access.Unavailable(one.url(), kind, reason);
      case State.LeftAlone(String reason) ->
          new Access.Unavailable(one.url(), GitException.Kind.UNSUPPORTED, reason);
      case State.Waiting ignored -> new Access.Unknown(one.url());
      case State.Cloning ignored -> new Access.Unknown(one.url());
      case State.Done ignored ->
          Optional.ofNullable(opened.get(one.url().identity()))
              .<Access>map(clone -> new Access.Available(one.url(), clone))
              .orElseGet(() -> new Access.Unknown(one.url()));
    };
  }

  @Override
  public void close() {
    opened.values().forEach(Clone::close);
  }

  /** One clone's progress as a percentage of the step git is at. */
  private final class Percent implements Progress {
    private final Progress whole;
    private final FoundRepository one;
    private int last = -1;

    Percent(Progress whole, FoundRepository one) {
      this.whole = whole;
      this.one = one;
    }

    @Override
    public void report(String what, long done, long total) {
      whole.report(what, done, total);
      int percent = total > 0 ? (int) Math.min(100, 100 * done / total) : -1;
      if (percent != last) {
        last = percent;
        set(one.in(new State.Cloning(percent)));
      }
    }

    @Override
    public boolean cancelled() {
      return whole.cancelled();
    }

    @Override
    public <T> Optional<T> ask(Question<T> question) {
      return whole.ask(question);
    }
  }
}
