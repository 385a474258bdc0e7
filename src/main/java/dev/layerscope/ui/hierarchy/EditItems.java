package dev.layerscope.ui.hierarchy;

import dev.layerscope.edit.intention.ApplicationName;
import dev.layerscope.hierarchy.Hierarchy;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.hierarchy.NodeKind;
import dev.layerscope.operation.Selection;
import dev.layerscope.ui.common.Messages;
import dev.layerscope.ui.workspace.EditWish;
import dev.layerscope.ui.workspace.EditWish.Kind;
import dev.layerscope.ui.workspace.WorkspaceViewModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.MenuItem;

/** The edits a node of the picture can be the beginning of, with what it knows filled in. */
final class EditItems {
  private final WorkspaceViewModel workspace;

  EditItems(WorkspaceViewModel workspace) {
    this.workspace = workspace;
  }

  /** For the menu of a node; empty for one that cannot be edited. */
  List<MenuItem> of(Hierarchy hierarchy, HierarchyNode node) {
    var items = new ArrayList<MenuItem>();
    if (node.kind() != NodeKind.APPLICATION || node.dormant().isPresent()) {
      return items;
    }
    Map<String, String> known = known(hierarchy, node);
    boolean declares =
        hierarchy.childrenOf(node.id()).stream().anyMatch(c -> c.kind() == NodeKind.APPLICATION);
    if (declares) {
      for (Kind kind : List.of(Kind.TEAM, Kind.APPLICATION, Kind.LAYER, Kind.CLUSTER)) {
        items.add(item(kind, known));
      }
    }
    for (Kind kind :
        List.of(Kind.RELEASE, Kind.PROMOTE, Kind.RETARGET, Kind.RENAME, Kind.MOVE, Kind.REMOVE)) {
      items.add(item(kind, known));
    }
    return items;
  }

  private Map<String, String> known(Hierarchy hierarchy, HierarchyNode node) {
    var known = new LinkedHashMap<String, String>();
    String layer = node.layer();
    String root =
        hierarchy.rootsReaching(node.id()).stream().findFirst().map(r -> r.name()).orElse("");
    boolean isRoots = hierarchy.roots().stream().anyMatch(r -> r.declared().contains(node.id()));
    String host = isRoots || layer.isEmpty() ? root : layer;
    known.put("in", host);
    known.put("over", layer.isEmpty() ? root : layer);
    boolean several =
        ApplicationName.meant(hierarchy, node.name()).stream()
                .map(n -> n.manifest().location().pathAndLine())
                .distinct()
                .count()
            > 1;
    known.put("application", several ? ApplicationName.full(hierarchy, node) : node.name());
    workspace
        .shown()
        .get()
        .map(WorkspaceViewModel.Shown::selection)
        .flatMap(Selection::environmentName)
        .ifPresent(name -> {
          known.put("environment", name);
          known.put("from", name);
        });
    return known;
  }

  private MenuItem item(Kind kind, Map<String, String> known) {
    String key = "menu.edit." + kind.name().toLowerCase(java.util.Locale.ROOT);
    var item = new MenuItem(Messages.text(key));
    item.setId(key.replace('.', '-'));
    item.setOnAction(ignored -> workspace.edits().want(new EditWish.Form(kind, known)));
    return item;
  }
}
