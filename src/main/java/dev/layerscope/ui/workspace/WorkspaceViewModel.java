package dev.layerscope.ui.workspace;

import dev.layerscope.export.picture.LayerLooks;
import dev.layerscope.hierarchy.Hierarchy;
import dev.layerscope.operation.FetchAll;
import dev.layerscope.operation.OpenWorkspace;
import dev.layerscope.operation.Opened;
import dev.layerscope.operation.Resolve;
import dev.layerscope.operation.Selection;
import dev.layerscope.ui.common.Background;
import dev.layerscope.ui.common.Messages;
import dev.layerscope.work.Fault;
import dev.layerscope.workspace.WorkspaceException;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
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
  private final ReadOnlyObjectWrapper<Optional<Opened>> opened =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Shown>> shown =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Selection> wanted =
      new ReadOnlyObjectWrapper<>(Selection.DECLARED);
  private final ObjectProperty<Optional<Problem>> problem =
      new SimpleObjectProperty<>(Optional.empty());

  /**
   * The picture in force. It stays until the next one is there.
   *
   * @param at when it was read, as the status line says it
   */
  public record Shown(
      Opened opened, Selection selection, Hierarchy hierarchy, LayerLooks looks, String at) {}

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

  public ObjectProperty<Optional<Problem>> problem() {
    return problem;
  }

  public Background background() {
    return background;
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
    opened.set(Optional.of(fresh));
    before.ifPresent(Opened::close);
    resolve();
  }

  /** Looks at the estate at other revisions. */
  public void look(Selection selection) {
    if (!selection.equals(wanted.get())) {
      problem.set(Optional.empty());
      wanted.set(selection);
      resolve();
    }
  }

  /** Reads everything again, as after a commit. */
  public void resolve() {
    opened.get().ifPresent(this::resolve);
  }

  /** Asks every remote what is new, and reads again. What could not be reached is said. */
  public void fetch() {
    opened
        .get()
        .ifPresent(current ->
            background.ask(
                FETCH,
                Messages.text("status.fetching"),
                progress -> new FetchAll(clones).fetch(current, progress),
                this::fetched,
                error -> fail(error, this::fetch)));
  }

  private void fetched(List<FetchAll.Fetched> all) {
    resolve();
    List<FetchAll.Fetched> failed = all.stream().filter(f -> f.trouble().isPresent()).toList();
    if (!failed.isEmpty()) {
      String first = failed.getFirst().trouble().orElse("");
      String details =
          failed.stream()
              .map(f -> f.url().display() + ": " + f.trouble().orElse(""))
              .collect(java.util.stream.Collectors.joining("\n"));
      problem.set(
          Optional.of(
              new Problem(
                  Messages.text("fetch.trouble", failed.size(), all.size(), first),
                  details,
                  this::fetch)));
    }
  }

  private void resolve(Opened current) {
    Selection selection = wanted.get();
    background.ask(
        "resolve",
        Messages.text("status.resolving"),
        progress -> {
          Hierarchy hierarchy = Resolve.resolve(current, selection, progress);
          String at = LocalTime.now(java.time.ZoneId.systemDefault()).format(CLOCK);
          return new Shown(current, selection, hierarchy, LayerLooks.of(hierarchy), at);
        },
        answer -> {
          shown.set(Optional.of(answer));
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

  /** Closes the clones; called once at the end. */
  public void close() {
    background.cancelAll();
    opened.get().ifPresent(Opened::close);
  }
}
