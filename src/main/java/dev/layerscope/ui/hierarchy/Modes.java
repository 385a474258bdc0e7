package dev.layerscope.ui.hierarchy;

import dev.layerscope.git.RepoUrl;
import dev.layerscope.hierarchy.Hierarchy;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.operation.Compare;
import dev.layerscope.operation.Impact;
import dev.layerscope.operation.Question;
import dev.layerscope.operation.Selection;
import dev.layerscope.ui.common.Messages;
import dev.layerscope.ui.common.Pieces;
import dev.layerscope.ui.workspace.WorkspaceViewModel;
import dev.layerscope.workspace.Workspace.Environment;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import org.jspecify.annotations.Nullable;

/** Blast radius and overlay: what turns them on, and what turns them off. */
public final class Modes {
  private final HierarchyViewModel model;
  private final WorkspaceViewModel workspace;
  private Consumer<@Nullable Overlay> whenOverlaid = overlay -> {};
  private boolean overlaid;
  private @Nullable MenuButton button;

  Modes(HierarchyViewModel model, WorkspaceViewModel workspace) {
    this.model = model;
    this.workspace = workspace;
    workspace.shown().addListener(ignored -> forget());
  }

  /** Called when an overlay is drawn, and with null when it is gone. */
  void onOverlay(Consumer<@Nullable Overlay> action) {
    whenOverlaid = action;
  }

  /** Another picture is in force: it is drawn without marks. */
  private void forget() {
    overlaid = false;
    whenOverlaid.accept(null);
  }

  MenuButton button() {
    var overlays = new MenuButton(Messages.text("overlay.title"));
    overlays.setId("overlay");
    overlays.setGraphic(Pieces.icon("fth-layers", 15));
    overlays.getStyleClass().add("quiet");
    overlays.getItems().add(new MenuItem());
    overlays.setOnShowing(ignored -> {
      overlays.getItems().clear();
      for (Environment base : bases()) {
        var item = new MenuItem(Messages.text("overlay.over", base.name()));
        item.setOnAction(chosen -> overlay(base.name()));
        overlays.getItems().add(item);
      }
      if (overlays.getItems().isEmpty()) {
        var none = new MenuItem(Messages.text("overlay.none"));
        none.setDisable(true);
        overlays.getItems().add(none);
      }
    });
    button = overlays;
    return overlays;
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

  private List<Environment> bases() {
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
        .ifPresent(node -> radius(node.label(), hierarchy -> Impact.ofNode(hierarchy, node)));
  }

  /** Lights up what a change anywhere in a layer reaches. */
  public void blastLayer(String layer) {
    String of = Messages.text("speech.layer", layer);
    radius(of, hierarchy -> Impact.ofLayer(hierarchy, layer));
  }

  /** Lights up what a change to a file or directory reaches; {@code .} is the whole repository. */
  public void blastPlace(RepoUrl repository, String path) {
    String of = repository.shortName() + (path.equals(".") ? "" : " · " + path);
    radius(of, hierarchy -> Impact.ofPath(hierarchy, repository, path));
  }

  private void radius(String of, Function<Hierarchy, Impact> impact) {
    model
        .hierarchy()
        .get()
        .ifPresent(hierarchy ->
            workspace
                .background()
                .ask(
                    "blast",
                    Messages.text("blast.running"),
                    progress -> Radius.of(hierarchy, of, impact.apply(hierarchy)),
                    radius -> model.blast().set(Optional.of(radius)),
                    error -> workspace.fail(error, () -> radius(of, impact))));
  }

  /** Opens the choice of what to draw over. */
  void overlay() {
    if (overlaid) {
      leave();
    } else if (button != null) {
      button.show();
    }
  }

  /** Draws the environment shown over another one. */
  public void overlay(String base) {
    ask(base, this::draw, () -> overlay(base));
  }

  private void ask(String base, Consumer<Overlay> done, Runnable again) {
    Optional<String> over = workspace.wanted().get().environmentName();
    workspace
        .opened()
        .get()
        .filter(ignored -> over.isPresent())
        .ifPresent(opened ->
            workspace
                .background()
                .ask(
                    "overlay",
                    Messages.text("status.comparing", over.get(), base),
                    progress ->
                        Overlay.of(
                            over.get(),
                            base,
                            Compare.compare(
                                opened,
                                Question.tips(
                                    Selection.environment(base), Selection.environment(over.get())),
                                progress)),
                    done,
                    error -> workspace.fail(error, again)));
  }

  private void draw(Overlay overlay) {
    overlaid = true;
    model.show(overlay.hierarchy(), model.looks(), overlay.marks(), overlay.notes());
    whenOverlaid.accept(overlay);
  }

  /** Ends both. */
  void leave() {
    model.blast().set(Optional.empty());
    if (overlaid) {
      forget();
      workspace.shown().get().ifPresent(now -> model.show(now.hierarchy(), now.looks()));
    }
  }

  /** One step back: focus first, then the mode; false when there was none. */
  boolean stepBack() {
    if (model.focused().get()) {
      model.focused().set(false);
      return true;
    }
    boolean any = overlaid || model.blast().get().isPresent();
    leave();
    return any;
  }
}
