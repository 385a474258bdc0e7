package dev.layerscope.ui.workspace;

import dev.layerscope.export.picture.LayerLooks;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.credential.RemoteQuestion.Login;
import dev.layerscope.hierarchy.Hierarchy;
import dev.layerscope.operation.discovery.Discover;
import dev.layerscope.operation.discovery.Discovered;
import dev.layerscope.operation.discovery.FoundRepository;
import dev.layerscope.operation.discovery.FoundRepository.State;
import dev.layerscope.operation.discovery.Lookalike;
import dev.layerscope.operation.discovery.Start;
import dev.layerscope.operation.discovery.Watcher;
import dev.layerscope.operation.discovery.Wishes;
import dev.layerscope.operation.discovery.WriteWorkspace;
import dev.layerscope.ui.common.Latest;
import dev.layerscope.ui.common.Messages;
import dev.layerscope.work.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** A discovery as a person follows it: begun, watched, left, helped along, drawn. */
public final class DiscoveryViewModel {
  /** The lane of the background it runs in; its page asks for logins itself. */
  public static final String LANE = "discover";

  private final WorkspaceViewModel workspace;
  private final Questions questions;
  private final Latest<UnaryOperator<Seen>> news;
  private final ReadOnlyObjectWrapper<Seen> seen = new ReadOnlyObjectWrapper<>(Seen.NOTHING);
  private final Map<RepoUrl, String> instead = new HashMap<>();
  private final Set<RepoUrl> without = new HashSet<>();
  private Optional<Start> start = Optional.empty();
  private Path folder = Path.of(".");
  private OptionalInt depth = OptionalInt.empty();

  /**
   * How far it is.
   *
   * @param outcome when it has come to its end
   */
  public record Seen(
      List<FoundRepository> found,
      LayerLooks looks,
      int followed,
      int applications,
      boolean running,
      Optional<Discovered> outcome) {
    static final Seen NOTHING =
        new Seen(List.of(), LayerLooks.none(), 0, 0, false, Optional.empty());

    public Seen {
      found = List.copyOf(found);
    }

    /** Those at hand. */
    public long done() {
      return found.stream().filter(f -> f.state() instanceof State.Done).count();
    }

    /** Bytes on disk of those at hand. */
    public long bytes() {
      return found.stream()
          .mapToLong(f -> f.state() instanceof State.Done(long size, int unused) ? size : 0)
          .sum();
    }
  }

  public DiscoveryViewModel(WorkspaceViewModel workspace, Questions questions) {
    this.workspace = workspace;
    this.questions = questions;
    this.news = new Latest<>(change -> seen.set(change.apply(seen.get())));
  }

  public ReadOnlyObjectProperty<Seen> seen() {
    return seen.getReadOnlyProperty();
  }

  /**
   * Begins.
   *
   * @param into the folder that gets {@code workspace.yaml} at the end
   */
  public void begin(Start from, Path into, OptionalInt commits) {
    start = Optional.of(from);
    folder = into.toAbsolutePath().normalize();
    depth = commits;
    instead.clear();
    without.clear();
    seen.set(Seen.NOTHING);
    run(found -> {});
  }

  /** Tries again what failed; what is at hand is not asked for again. */
  public void again() {
    run(found -> {});
  }

  /** Leaves; what is at hand stays for the next time. */
  public void cancel() {
    workspace.background().cancel(LANE);
    Seen now = seen.get();
    seen.set(
        new Seen(
            now.found(), now.looks(), now.followed(), now.applications(), false, now.outcome()));
  }

  /** Tries a host again with a login, kept in memory, or by git's own helper if so wished. */
  public void logIn(FoundRepository repository, String user, String token, boolean keep) {
    questions.know(
        repository.url(), new Login(user, new dev.layerscope.git.credential.Secret(token), keep));
    again();
  }

  /** Clones a repository over SSH from now on; the workspace file will say so. */
  public void useSsh(FoundRepository repository) {
    instead.put(repository.url(), "ssh://git@" + repository.url().identity() + ".git");
    again();
  }

  /** Goes on without a repository. */
  public void skip(FoundRepository repository) {
    without.add(repository.url());
    again();
  }

  /** Two addresses are one repository: the workspace file will say so. */
  public void merge(Lookalike pair) {
    seen.get().outcome().ifPresent(outcome -> finished(outcome.merged(pair)));
  }

  static String hostOf(RepoUrl url) {
    return url.identity().replaceFirst("/.*", "");
  }

  /** Writes the workspace with what is there, and opens it. */
  public void draw() {
    Optional<Discovered> outcome = seen.get().outcome();
    if (outcome.isPresent()) {
      write(outcome.get());
      return;
    }
    seen.get().found().stream()
        .filter(f -> !(f.state() instanceof State.Done))
        .forEach(f -> without.add(f.url()));
    run(this::write);
  }

  private void write(Discovered discovered) {
    try {
      Path file = WriteWorkspace.write(discovered, folder);
      questions.leave(discovered.missing().stream().map(FoundRepository::url).toList());
      workspace.open(file);
      seen.set(Seen.NOTHING);
      start = Optional.empty();
    } catch (IOException e) {
      workspace.fail(
          new dev.layerscope.workspace.WorkspaceException(
              Messages.text("discover.taken", folder, String.valueOf(e.getMessage()))),
          () -> write(discovered));
    }
  }

  private void run(java.util.function.Consumer<Discovered> then) {
    if (start.isEmpty()) {
      return;
    }
    workspace.problem().set(Optional.empty());
    Seen now = seen.get();
    seen.set(
        new Seen(
            now.found(), now.looks(), now.followed(), now.applications(), true, Optional.empty()));
    var wishes = new Wishes(instead, without, depth);
    Start from = start.get();
    workspace
        .background()
        .ask(
            LANE,
            Messages.text("discover.running"),
            progress -> discover(from, wishes, progress),
            discovered -> {
              finished(discovered);
              then.accept(discovered);
            },
            error -> {
              cancel();
              workspace.fail(error, this::again);
            });
  }

  private Discovered discover(Start from, Wishes wishes, Progress progress)
      throws dev.layerscope.workspace.WorkspaceException {
    var watcher =
        new Watcher() {
          private volatile List<FoundRepository> found = List.of();
          private volatile LayerLooks looks = LayerLooks.none();
          private volatile int[] counts = {0, 0};

          @Override
          public void found(List<FoundRepository> all) {
            found = all;
            tell();
          }

          @Override
          public void followed(Hierarchy hierarchy, int followed, int all) {
            looks = LayerLooks.of(hierarchy);
            counts = new int[] {followed, all};
            tell();
          }

          private void tell() {
            var fresh = new Seen(found, looks, counts[0], counts[1], true, Optional.empty());
            news.offer(before -> before.running() && !progress.cancelled() ? fresh : before);
          }
        };
    return new Discover(workspace.clones(), wishes, watcher)
        .from(from, String.valueOf(folder.getFileName()), folder, progress);
  }

  private void finished(Discovered discovered) {
    Seen now = seen.get();
    seen.set(
        new Seen(
            discovered.repositories(),
            now.looks(),
            now.followed(),
            now.applications(),
            false,
            Optional.of(discovered)));
  }

  /** Repositories below the one that names them, in the order found. */
  static List<FoundRepository> arranged(List<FoundRepository> found) {
    Map<String, List<FoundRepository>> below =
        found.stream()
            .collect(
                Collectors.groupingBy(
                    f -> f.in().map(RepoUrl::identity).orElse(""),
                    LinkedHashMap::new,
                    Collectors.toList()));
    var all = new ArrayList<FoundRepository>();
    Set<String> known = new HashSet<>();
    found.stream().filter(f -> f.level() == 0).forEach(f -> add(f, below, known, all));
    found.stream().filter(f -> !known.contains(f.url().identity())).forEach(all::add);
    return all;
  }

  private static void add(
      FoundRepository one,
      Map<String, List<FoundRepository>> below,
      Set<String> known,
      List<FoundRepository> all) {
    if (known.add(one.url().identity())) {
      all.add(one);
      below
          .getOrDefault(one.url().identity(), List.of())
          .forEach(child -> add(child, below, known, all));
    }
  }
}
