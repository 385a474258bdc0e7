package dev.layerscope.ui.workspace;

import dev.layerscope.export.picture.Estate;
import dev.layerscope.export.picture.LayerLooks;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.hierarchy.Hierarchy;
import dev.layerscope.operation.Selection;
import dev.layerscope.operation.open.FetchAll.Fetched;
import dev.layerscope.operation.open.OpenWorkspace;
import dev.layerscope.operation.open.Opened;
import dev.layerscope.operation.resolve.MovedNodes;
import dev.layerscope.operation.resolve.Resolve;
import dev.layerscope.ui.common.Background;
import dev.layerscope.ui.common.Messages;
import dev.layerscope.work.Fault;
import dev.layerscope.workspace.WorkspaceException;
import dev.layerscope.workspace.WorkspaceFile;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/**
 * What is open, at which revisions it is looked at, and what became of that. Every page listens to
 * this.
 */
public final class WorkspaceViewModel {
  /** The lane in which remotes are asked what is new. */
  public static final String FETCH = "fetch";

  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

  private final Background background;
  private final Path clones;
  private final EditDoor edits = new EditDoor();
  private final Desk desk = new Desk();
  private final ReadOnlyObjectWrapper<Optional<Opened>> opened =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Shown>> shown =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Selection> wanted =
      new ReadOnlyObjectWrapper<>(Selection.DECLARED);
  private final ObjectProperty<Optional<Problem>> problem =
      new SimpleObjectProperty<>(Optional.empty());

  private final Fetches fetches = new Fetches(this);
  private final LastLook lastLook = new LastLook();

  /**
   * The picture in force. It stays until the next one is there.
   *
   * @param at when it was read, as the status line says it
   */
  public record Shown(Opened opened, Selection selection, Estate estate, String at) {
    public Hierarchy hierarchy() {
      return estate.hierarchy();
    }

    public LayerLooks looks() {
      return estate.looks();
    }
  }

  /**
   * What went wrong, as the banner says it.
   *
   * @param details to copy
   * @param retry what "Try again" does
   */
  public record Problem(String message, String details, Runnable retry) {}

  public WorkspaceViewModel(Background background, Path clones) {
    this.background = background;
    this.clones = clones;
  }

  public ReadOnlyObjectProperty<Optional<Opened>> opened() {
    return opened.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Optional<Shown>> shown() {
    return shown.getReadOnlyProperty();
  }

  /** The selection last asked for; {@link #shown()} follows when it is resolved. */
  public ReadOnlyObjectProperty<Selection> wanted() {
    return wanted.getReadOnlyProperty();
  }

  /** What the last fetch of each repository brought, by the workspace's spelling. */
  public ReadOnlyObjectProperty<Map<RepoUrl, Fetched>> news() {
    return fetches.news();
  }

  /**
   * Nodes that are not as they were before the fetches since the last look; nothing once it is
   * taken.
   */
  public ReadOnlyObjectProperty<MovedNodes> moved() {
    return lastLook.moved();
  }

  public ObjectProperty<Optional<Problem>> problem() {
    return problem;
  }

  public Background background() {
    return background;
  }

  /** The person's browser and editor. */
  public Desk desk() {
    return desk;
  }

  /** The way to the page of changes. */
  public EditDoor edits() {
    return edits;
  }

  /** The folder of the managed clones. */
  public Path clones() {
    return clones;
  }

  /**
   * Opens a workspace in place of the one that is open, which stays until the new one can be read.
   */
  public void open(Path workspace) {
    background.ask(
        "open",
        Messages.text("status.opening", String.valueOf(workspace.getFileName())),
        progress -> new OpenWorkspace(clones).open(workspace, progress),
        this::take,
        error -> fail(error, () -> open(workspace)));
  }

  private void take(Opened fresh) {
    Optional<Opened> before = opened.get();
    problem.set(Optional.empty());
    wanted.set(Selection.DECLARED);
    background.cancelAll();
    fetches.forget();
    lastLook.taken();
    opened.set(Optional.of(fresh));
    resolve();
    before.ifPresent(this::close);
  }

  /** Looks at the estate at other revisions. */
  public void look(Selection selection) {
    if (!selection.equals(wanted.get())) {
      problem.set(Optional.empty());
      wanted.set(selection);
      lastLook.taken();
      resolve();
    }
  }

  /** Reads everything again, as after a commit. */
  public void resolve() {
    opened.get().ifPresent(this::resolve);
  }

  /**
   * Reads everything again, the workspace file as well: somebody may have edited it elsewhere. One
   * that cannot be read is said, and the picture before stays.
   */
  public void readAgain() {
    opened.get().ifPresent(this::readAgain);
  }

  private void readAgain(Opened now) {
    Path file = now.workspace().file();
    background.ask(
        "read again",
        Messages.text("status.reading", String.valueOf(file.getFileName())),
        progress -> WorkspaceFile.read(file),
        read -> {
          if (read.equals(now.workspace())) {
            problem.set(Optional.empty());
            resolve(now);
          } else {
            open(file);
          }
        },
        error -> fail(error, this::readAgain));
  }

  /** Asks every remote what is new, and reads again. What could not be reached is said. */
  public void fetch() {
    fetches.all();
  }

  /** Asks one remote what is new, and reads again. */
  public void fetch(RepoUrl url) {
    fetches.one(url);
  }

  /** A fetch brought something: what becomes of the picture is told apart from other readings. */
  void fetched() {
    lastLook.fetched(shown.get());
    if (shown.get().isPresent()) { // else the first one is on its way
      resolve();
    }
  }

  /** What moved was looked at: it is no news any more. */
  public void looked() {
    lastLook.taken();
  }

  /** Opens the same file again, after it was changed or when something was missing. */
  public void openAgain() {
    Optional<Opened> now = opened.get();
    if (now.isEmpty()) {
      return;
    }
    Path file = now.get().workspace().file();
    Selection selection = wanted.get();
    background.ask(
        "open",
        Messages.text("status.opening", String.valueOf(file.getFileName())),
        progress -> new OpenWorkspace(clones).open(file, progress),
        fresh -> {
          Map<RepoUrl, Fetched> known = news().get();
          Optional<Problem> trouble = problem.get();
          take(fresh);
          fetches.remember(known);
          problem.set(trouble);
          boolean there =
              selection
                  .environmentName()
                  .map(name -> fresh.workspace().environment(name).isPresent())
                  .orElse(true);
          if (there) {
            look(selection);
          }
        },
        error -> fail(error, this::openAgain));
  }

  private void resolve(Opened current) {
    Selection selection = wanted.get();
    background.ask(
        "resolve",
        Messages.text("status.resolving"),
        progress -> {
          Hierarchy hierarchy = Resolve.resolve(current, selection, progress);
          String at = LocalTime.now(java.time.ZoneId.systemDefault()).format(CLOCK);
          Estate estate = Estate.ready(hierarchy, LayerLooks.of(hierarchy));
          return new Shown(current, selection, estate, at);
        },
        answer -> {
          shown.set(Optional.of(answer));
          if (lastLook.sees(answer)) {
            fetched(); // what is shown was read while a fetch went on
          }
        },
        error -> fail(error, this::resolve));
  }

  /** Shows a failure as a banner; the picture stays. */
  public void fail(Throwable error, Runnable retry) {
    Fault fault = Fault.of(error);
    String message =
        switch (error) {
          case WorkspaceException e -> String.valueOf(e.getMessage());
          case dev.layerscope.git.GitException e -> String.valueOf(e.getMessage());
          default -> Messages.text("problem.ours", fault.code());
        };
    problem.set(Optional.of(new Problem(message, fault.details(), retry)));
  }

  /** What was rendered is written down meanwhile, which is no work for the window's thread. */
  private void close(Opened before) {
    background.ask(
        "close " + System.identityHashCode(before), // none is cancelled for another
        "",
        progress -> {
          before.close();
          return before;
        },
        closed -> {},
        error -> fail(error, () -> {}));
  }

  /** Closes the clones; called once at the end. */
  public void close() {
    background.end();
    opened.get().ifPresent(Opened::close);
  }
}
