package dev.layerscope.ui.shell;

import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.ui.common.GlyphIcon;
import dev.layerscope.ui.common.Messages;
import dev.layerscope.ui.common.Pieces;
import dev.layerscope.ui.hierarchy.HierarchyViewModel;
import dev.layerscope.ui.workspace.WorkspaceViewModel.Shown;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Everything the palette goes to: commands first, then every node of the estate. */
final class Commands {
  private final ShellController shell;
  private final HierarchyViewModel hierarchy;

  Commands(ShellController shell, HierarchyViewModel hierarchy) {
    this.shell = shell;
    this.hierarchy = hierarchy;
  }

  List<Palette.Entry> all(Optional<Shown> shown) {
    var all = new ArrayList<Palette.Entry>();
    command(all, "page.hierarchy", "Ctrl+1", shell::goHierarchy);
    command(all, "page.compare", "Ctrl+2", shell::goCompare);
    command(all, "page.findings", "Ctrl+4", shell::goFindings);
    command(all, "menu.bindteam", "Ctrl+5", shell::goChanges);
    command(all, "menu.refresh", "F5", shell::refresh);
    command(all, "menu.fit", "F", shell::fit);
    command(all, "menu.blast", "B", shell::blast);
    command(all, "theme.toggle", "", shell::toggleTheme);
    command(all, "menu.keys", "?", shell::keys);
    shown.ifPresent(now -> {
      now.opened()
          .workspace()
          .environments()
          .forEach(environment ->
              all.add(
                  new Palette.Entry(
                      Messages.text("environment.named", environment.name()),
                      "",
                      Pieces.icon("fth-git-branch", 13),
                      () -> shell.look(environment.name()))));
      now.hierarchy().nodes().forEach(node -> all.add(node(node)));
    });
    return all;
  }

  private static void command(List<Palette.Entry> all, String key, String keys, Runnable action) {
    var sign = Pieces.icon("fth-chevron-right", 13);
    all.add(new Palette.Entry(Messages.text(key), keys, sign, action));
  }

  private Palette.Entry node(HierarchyNode node) {
    String where = node.kind().text() + " · " + node.id().controlPlane();
    var sign = new GlyphIcon(hierarchy.looks().of(node), node.isResources());
    return new Palette.Entry(node.label(), where, sign, () -> shell.goTo(node.id()));
  }
}
