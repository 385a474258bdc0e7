package dev.layerscope.ui.shell;

import dev.layerscope.hierarchy.NodeId;
import dev.layerscope.ui.common.Late;
import dev.layerscope.ui.common.SettingsFile;
import dev.layerscope.ui.common.Views;
import dev.layerscope.ui.compare.matrix.MatrixController;
import dev.layerscope.ui.compare.page.CompareController;
import dev.layerscope.ui.compare.page.CompareDoors;
import dev.layerscope.ui.compare.page.CompareViewModel;
import dev.layerscope.ui.compare.rule.RulesInForce;
import dev.layerscope.ui.edit.ChangesController;
import dev.layerscope.ui.findings.FindingsController;
import dev.layerscope.ui.hierarchy.HierarchyController;
import dev.layerscope.ui.hierarchy.HierarchyViewModel;
import dev.layerscope.ui.workspace.EditWish;
import dev.layerscope.ui.workspace.Releases;
import dev.layerscope.ui.workspace.SettingsController;
import dev.layerscope.ui.workspace.WorkspaceViewModel;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;

/** The pages of the window, each made once, when it is first gone to, and the ways between them. */
final class Pages {
  private final HierarchyController hierarchy;
  private final Late<CompareController> compare;
  private final Late<ChangesController> changes;
  private final Late<MatrixController> matrix;
  private final Consumer<Page> go;
  private final Map<Page, Late<Loaded>> pages = new EnumMap<>(Page.class);

  private record Loaded(Node view, Runnable enter) {}

  /**
   * Loads the page that comes first, the hierarchy.
   *
   * @param remembered what the window remembers
   * @param releases the hint at newer ones
   * @param go brings a page to the front
   * @param toNode brings a node of the hierarchy to the front
   * @param start leads to where one begins while nothing is open
   */
  Pages(
      WorkspaceViewModel workspace,
      HierarchyViewModel picture,
      SettingsFile remembered,
      Releases releases,
      Consumer<Page> go,
      Consumer<NodeId> toNode,
      Runnable start) {
    this.go = go;
    hierarchy = new HierarchyController(picture, workspace, remembered);
    hierarchy.onCompare((base, over) -> compare(base, over, picture.selected().get()));
    var rules = new RulesInForce(workspace);
    compare =
        new Late<>(() ->
            new CompareController(
                workspace,
                new CompareViewModel(workspace, rules),
                new CompareDoors(
                    toNode, this::matrix, this::overlay, () -> go.accept(Page.SETTINGS))));
    changes = new Late<>(() -> new ChangesController(workspace));
    matrix =
        new Late<>(
            () -> new MatrixController(workspace, rules, this::compare, this::overlay, toNode));
    var findings = new Late<>(() -> new FindingsController(workspace, toNode));
    var settings = new Late<>(() -> new SettingsController(workspace, remembered, releases, start));
    put(Page.HIERARCHY, new Late<>(() -> hierarchy), HierarchyController::focus);
    put(Page.COMPARE, compare, CompareController::enter);
    put(Page.MATRIX, matrix, MatrixController::enter);
    put(Page.FINDINGS, findings, FindingsController::enter);
    put(Page.CHANGES, changes, ChangesController::enter);
    put(Page.SETTINGS, settings, SettingsController::enter);
    workspace.edits().onWish(this::change);
    of(Page.HIERARCHY);
  }

  private <C> void put(Page page, Late<C> controller, Consumer<C> enter) {
    pages.put(
        page,
        new Late<>(
            () -> new Loaded(Views.load(controller.get()), () -> enter.accept(controller.get()))));
  }

  private void compare(String base, String incoming, Optional<NodeId> node) {
    of(Page.COMPARE);
    compare.get().choose(base, incoming, node);
    go.accept(Page.COMPARE);
  }

  private void overlay(String base, String incoming, Optional<NodeId> node) {
    go.accept(Page.HIERARCHY);
    hierarchy.show(HierarchyController.Picture.TREE);
    hierarchy.modes().overlay(incoming, base, node);
  }

  private void matrix(NodeId node) {
    of(Page.MATRIX);
    matrix.get().find(node);
    go.accept(Page.MATRIX);
  }

  private void change(EditWish wish) {
    of(Page.CHANGES);
    changes.get().start(wish);
    go.accept(Page.CHANGES);
  }

  /** What a page shows. */
  Node view(Page page) {
    return of(page).view();
  }

  /** Tells a page that it has come to the front. */
  void enter(Page page) {
    of(page).enter().run();
  }

  HierarchyController hierarchy() {
    return hierarchy;
  }

  private Loaded of(Page page) {
    return Objects.requireNonNull(pages.get(page), "every page is here").get();
  }
}
