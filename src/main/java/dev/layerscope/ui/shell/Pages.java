package dev.layerscope.ui.shell;

import dev.layerscope.hierarchy.NodeId;
import dev.layerscope.ui.common.SettingsFile;
import dev.layerscope.ui.common.Views;
import dev.layerscope.ui.compare.CompareController;
import dev.layerscope.ui.compare.CompareViewModel;
import dev.layerscope.ui.compare.MatrixController;
import dev.layerscope.ui.compare.RulesInForce;
import dev.layerscope.ui.edit.ChangesController;
import dev.layerscope.ui.findings.FindingsController;
import dev.layerscope.ui.hierarchy.HierarchyController;
import dev.layerscope.ui.hierarchy.HierarchyViewModel;
import dev.layerscope.ui.workspace.SettingsController;
import dev.layerscope.ui.workspace.WorkspaceViewModel;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.scene.Node;

/** The pages of the window, each made once, and the ways from one to another. */
final class Pages {
  private final HierarchyController hierarchy;
  private final CompareController compare;
  private final Map<Page, Loaded> loaded = new EnumMap<>(Page.class);

  private record Loaded(Node view, Runnable enter) {}

  /**
   * Loads every page.
   *
   * @param remembered what the window remembers
   * @param go brings a page to the front
   * @param toNode brings a node of the hierarchy to the front
   */
  Pages(
      WorkspaceViewModel workspace,
      HierarchyViewModel picture,
      SettingsFile remembered,
      Consumer<Page> go,
      Consumer<NodeId> toNode) {
    hierarchy = new HierarchyController(picture, workspace, remembered);
    var rules = new RulesInForce(workspace);
    compare = new CompareController(workspace, new CompareViewModel(workspace, rules), toNode);
    var matrix =
        new MatrixController(
            workspace,
            rules,
            (base, incoming, node) -> {
              compare.choose(base, incoming, node);
              go.accept(Page.COMPARE);
            });
    hierarchy.onCompare((base, over) -> {
      compare.choose(base, over, picture.selected().get());
      go.accept(Page.COMPARE);
    });
    var findings = new FindingsController(workspace, toNode);
    var changes = new ChangesController(workspace);
    workspace
        .edits()
        .onWish(wish -> {
          changes.start(wish);
          go.accept(Page.CHANGES);
        });
    put(Page.HIERARCHY, hierarchy, () -> hierarchy.view().requestFocus());
    put(Page.COMPARE, compare, compare::enter);
    put(Page.MATRIX, matrix, matrix::enter);
    put(Page.FINDINGS, findings, findings::enter);
    put(Page.CHANGES, changes, changes::enter);
    var settings = new SettingsController(workspace, remembered);
    put(Page.SETTINGS, settings, settings::enter);
  }

  private void put(Page page, Object controller, Runnable enter) {
    loaded.put(page, new Loaded(Views.load(controller), enter));
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
    return Objects.requireNonNull(loaded.get(page), "every page is loaded at the start");
  }
}
