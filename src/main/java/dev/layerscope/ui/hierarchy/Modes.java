package dev.layerscope.ui.hierarchy;

import dev.layerscope.git.RepoUrl;
import dev.layerscope.hierarchy.Hierarchy;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.hierarchy.NodeId;
import dev.layerscope.operation.Selection;
import dev.layerscope.operation.place.Impact;
import dev.layerscope.operation.place.Traces;
import dev.layerscope.ui.common.Background;
import dev.layerscope.ui.common.Latest;
import dev.layerscope.ui.common.Messages;
import dev.layerscope.ui.workspace.WorkspaceViewModel;
import dev.layerscope.ui.workspace.WorkspaceViewModel.Shown;
import dev.layerscope.work.Progress;
import dev.layerscope.workspace.Workspace.Environment;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.MenuButton;
import org.jspecify.annotations.Nullable;

/** Blast radius and overlay: what turns them on, and what turns them off. */
public final class Modes {
  private static final String LANE = "overlay";

  private final HierarchyViewModel model;
  private final WorkspaceViewModel workspace;
  private Consumer<@Nullable OverlayWalk> whenOverlaid = overlay -> {};
  private final ReadOnlyObjectWrapper<Optional<Overlay>> drawn =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private Optional<Wanted> awaited = Optional.empty();
  private int asked;
  private @Nullable MenuButton button;

  /**
   * What is drawn as soon as its environment is shown.
   *
   * @param node to go to once it is drawn; empty to stay
   */
  private record Wanted(String over, String base, Optional<NodeId> node) {}

  Modes(HierarchyViewModel model, WorkspaceViewModel workspace) {
    this.model = model;
    this.workspace = workspace;
    workspace
        .shown()
        .addListener(ignored -> {
          forget();
          arrived();
        });
  }

  /** What is drawn over each other. */
  public ReadOnlyObjectProperty<Optional<Overlay>> drawn() {
    return drawn.getReadOnlyProperty();
  }

  /** Called when an overlay is drawn, and with null when it is gone. */
  void onOverlay(Consumer<@Nullable OverlayWalk> action) {
    whenOverlaid = action;
  }

  /** Another picture is in force: it is drawn without marks. */
  private void forget() {
    asked++;
    drawn.set(Optional.empty());
    workspace.background().cancel(LANE);
    whenOverlaid.accept(null);
  }

  MenuButton button() {
    MenuButton made = new OverlayMenu(this, workspace).button();
    button = made;
    return made;
  }

  /** The environments that the one shown can be compared with. */
  List<String> others() {
    return bases().stream().map(Environment::name).toList();
  }

  /** Picks what differs from another environment. */
  void filterDiffering(String base) {
    ask(
        base,
        overlay ->
            model
                .filter()
                .set(
                    model
                        .filter()
                        .get()
                        .differing(
                            Optional.of(new Filter.Differs(base, overlay.marks().keySet())))),
        () -> filterDiffering(base));
  }

  List<Environment> bases() {
    Optional<String> now = workspace.wanted().get().environmentName();
    List<Environment> all =
        workspace.opened().get().map(o -> o.workspace().environments()).orElse(List.of());
    return now.isEmpty()
        ? List.of()
        : all.stream().filter(e -> !e.name().equals(now.get())).toList();
  }

  /** Lights up what a change to the selection reaches; a second time puts the light out. */
  public void blast() {
    Optional<HierarchyNode> node = model.selectedNode();
    if (model.blast().get().isPresent() || node.isEmpty()) {
      model.blast().set(Optional.empty());
      return;
    }
    blastNode();
  }

  /** Lights up what a change to the selection reaches, whatever is lit now. */
  void blastNode() {
    model
        .selectedNode()
        .ifPresent(
            node -> radius(node.label(), (hierarchy, progress) -> Impact.ofNode(hierarchy, node)));
  }

  /** Lights up what a change anywhere in a layer reaches. */
  public void blastLayer(String layer) {
    String of = Messages.text("speech.layer", layer);
    radius(of, (hierarchy, progress) -> Impact.ofLayer(hierarchy, layer));
  }

  /** Lights up what a change to a file or directory reaches; {@code .} is the whole repository. */
  public void blastPlace(RepoUrl repository, String path) {
    String of = repository.shortName() + (path.equals(".") ? "" : " · " + path);
    workspace
        .shown()
        .get()
        .ifPresent(shown ->
            radius(
                of,
                (hierarchy, progress) ->
                    Impact.ofPath(
                        hierarchy,
                        Traces.of(shown.opened(), hierarchy),
                        repository,
                        path,
                        progress)));
  }

  private void radius(String of, BiFunction<Hierarchy, Progress, Impact> impact) {
    model
        .hierarchy()
        .get()
        .ifPresent(hierarchy ->
            workspace
                .background()
                .ask(
                    "blast",
                    Messages.text("blast.running"),
                    progress -> Radius.of(hierarchy, of, impact.apply(hierarchy, progress)),
                    radius -> model.blast().set(Optional.of(radius)),
                    error -> workspace.fail(error, () -> radius(of, impact))));
  }

  /** Opens the choice of what to draw over. */
  void overlay() {
    if (drawn.get().isPresent()) {
      leave();
    } else if (button != null) {
      button.show();
    }
  }

  /** Draws the environment shown over another one. */
  public void overlay(String base) {
    overlay(base, Optional.empty());
  }

  private void overlay(String base, Optional<NodeId> node) {
    Runnable go =
        () ->
            node.filter(id ->
                    drawn.get().filter(shown -> shown.hierarchy().node(id).isPresent()).isPresent())
                .ifPresent(model::select);
    var first = new AtomicBoolean(true);
    ask(
        base,
        overlay -> {
          draw(overlay);
          if (first.getAndSet(false)) {
            go.run();
          }
        },
        () -> overlay(base, node));
  }

  /**
   * Draws one environment over another, whatever is shown now.
   *
   * @param node to go to; empty to stay
   */
  public void overlay(String over, String base, Optional<NodeId> node) {
    if (shows(over)) {
      overlay(base, node);
    } else {
      awaited = Optional.of(new Wanted(over, base, node));
      workspace.look(Selection.environment(over));
    }
  }

  private boolean shows(String environment) {
    return workspace
        .shown()
        .get()
        .flatMap(shown -> shown.selection().environmentName())
        .equals(Optional.of(environment));
  }

  private void arrived() {
    Optional<Wanted> now = awaited.filter(wanted -> shows(wanted.over()));
    awaited = Optional.empty();
    // Whoever draws what is shown has drawn it by then.
    now.ifPresent(wanted -> Background.afterFrames(1, () -> overlay(wanted.base(), wanted.node())));
  }

  /**
   * Compares what is shown with another environment; what is known is drawn while the rest is still
   * compared.
   */
  private void ask(String base, Consumer<Overlay> done, Runnable again) {
    Optional<Shown> shown = workspace.shown().get();
    Optional<String> over = shown.flatMap(now -> now.selection().environmentName());
    if (over.isEmpty()) {
      return;
    }
    int asking = ++asked;
    var early =
        new Latest<Overlay>(overlay -> {
          if (asking == asked) {
            done.accept(overlay);
          }
        });
    workspace
        .background()
        .ask(
            LANE,
            Messages.text("status.comparing", over.get(), base),
            progress -> Overlay.of(shown.orElseThrow(), base, early::offer, progress),
            done,
            error -> workspace.fail(error, again));
  }

  private void draw(Overlay overlay) {
    boolean same =
        drawn.get().filter(before -> before.estate().equals(overlay.estate())).isPresent();
    drawn.set(Optional.of(overlay));
    if (same) {
      model.mark(overlay.marks(), overlay.notes());
    } else {
      model.show(overlay.estate(), overlay.marks(), overlay.notes(), overlay.ghosts());
    }
    whenOverlaid.accept(new OverlayWalk(model, overlay));
  }

  /** Ends both; where neither is on, what moved is no news any more. */
  void leave() {
    if (drawn.get().isEmpty() && model.blast().get().isEmpty()) {
      workspace.looked();
    }
    model.blast().set(Optional.empty());
    if (drawn.get().isPresent()) {
      workspace.shown().get().ifPresent(now -> model.show(now.estate()));
      forget();
    }
  }

  /** One step back: focus first, then the mode; false when there was none. */
  boolean stepBack() {
    if (model.focused().get()) {
      model.focused().set(false);
      return true;
    }
    boolean any =
        drawn.get().isPresent()
            || model.blast().get().isPresent()
            || workspace.moved().get().size() > 0;
    leave();
    return any;
  }
}
