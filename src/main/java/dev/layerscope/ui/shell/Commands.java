package dev.layerscope.ui.shell;

import dev.layerscope.export.picture.CardFace;
import dev.layerscope.finding.Location;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.hierarchy.Edge;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.hierarchy.NodeId;
import dev.layerscope.ui.common.FindingRow;
import dev.layerscope.ui.common.GlyphIcon;
import dev.layerscope.ui.common.Messages;
import dev.layerscope.ui.common.Pieces;
import dev.layerscope.ui.hierarchy.HierarchyController;
import dev.layerscope.ui.hierarchy.HierarchyController.Picture;
import dev.layerscope.ui.hierarchy.HierarchyViewModel;
import dev.layerscope.ui.workspace.EditDoor;
import dev.layerscope.ui.workspace.EditWish;
import dev.layerscope.ui.workspace.WorkspaceViewModel.Shown;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Everything the palette goes to: commands first, then environments, repositories, every node of
 * the estate, and the files that declare them.
 */
final class Commands {
  private final ShellController shell;
  private final HierarchyViewModel hierarchy;
  private final EditDoor edits;
  private final List<Palette.Entry> all = new ArrayList<>();

  Commands(ShellController shell, HierarchyViewModel hierarchy, EditDoor edits) {
    this.shell = shell;
    this.hierarchy = hierarchy;
    this.edits = edits;
  }

  List<Palette.Entry> all(Optional<Shown> shown) {
    pages();
    picture();
    edits();
    command("menu.refresh", "F5", shell::refresh);
    command("menu.readagain", "Shift+F5", shell::readAgain);
    command("theme.toggle", "", shell::toggleTheme);
    command("menu.guide", "F1", shell::help);
    command("menu.keys", "?", shell::keys);
    shown.ifPresent(this::places);
    return all;
  }

  private void pages() {
    command("page.hierarchy", "Ctrl+1", shell::goHierarchy);
    command("page.compare", "Ctrl+2", shell::goCompare);
    command("page.matrix", "Ctrl+3", shell::goMatrix);
    command("page.findings", "Ctrl+4", shell::goFindings);
    command("page.changes", "Ctrl+5", shell::goChanges);
    command("page.settings", "Ctrl+,", shell::goSettings);
  }

  private void picture() {
    onPicture("picture.tree", "", pictures -> pictures.show(Picture.TREE));
    onPicture("picture.fleet", "", pictures -> pictures.show(Picture.FLEET));
    onPicture("picture.layers", "", pictures -> pictures.show(Picture.LAYERS));
    command("menu.search", "Ctrl+F", shell::search);
    command("menu.fit", "F", shell::fit);
    onPicture("look.openall", "*", pictures -> selected(hierarchy::openAllBelow));
    onPicture("outline.collapse", "", pictures -> hierarchy.closeAll());
    onPicture("look.focus", "Enter", pictures -> hierarchy.focused().set(true));
    command("menu.blast", "B", shell::blast);
    onPicture("place.title", "Shift+B", HierarchyController::blastPlace);
    onPicture("overlay.next", "F7", pictures -> pictures.nextDifference(1));
    onPicture("finding.next", "F8", pictures -> pictures.nextFinding(1));
    onPicture("unreached.title", "", HierarchyController::unreached);
  }

  private void edits() {
    for (EditWish.Kind kind : EditWish.Kind.values()) {
      command(Menus.title(kind), () -> Menus.begin(kind, edits));
    }
  }

  private void selected(Consumer<NodeId> action) {
    hierarchy.selected().get().ifPresent(action);
  }

  private void onPicture(String key, String keys, Consumer<HierarchyController> action) {
    command(
        key,
        keys,
        () -> {
          shell.goHierarchy();
          action.accept(shell.pictures());
        });
  }

  private void command(String key, String keys, Runnable action) {
    all.add(entry(Messages.text(key), keys, action));
  }

  private void command(String title, Runnable action) {
    all.add(entry(title, "", action));
  }

  private static Palette.Entry entry(String title, String keys, Runnable action) {
    return new Palette.Entry(title, keys, () -> Pieces.icon("fth-chevron-right", 13), action);
  }

  private void places(Shown now) {
    now.opened()
        .workspace()
        .environments()
        .forEach(environment ->
            all.add(
                new Palette.Entry(
                    Messages.text("environment.named", environment.name()),
                    "",
                    () -> Pieces.icon("fth-git-branch", 13),
                    () -> shell.look(environment.name()))));
    now.opened().workspace().repositories().forEach(entry -> repository(entry.url()));
    now.hierarchy().nodes().forEach(this::node);
    files(now);
  }

  /** What reads a repository is lit up. */
  private void repository(RepoUrl url) {
    all.add(
        new Palette.Entry(
            CardFace.repository(url),
            Messages.text("palette.repository"),
            () -> Pieces.icon("mdi2s-source-repository", 13),
            () -> {
              shell.goHierarchy();
              shell.pictures().modes().blastPlace(url, ".");
            }));
  }

  private void node(HierarchyNode node) {
    String where = node.kind().text() + " · " + node.id().controlPlane();
    all.add(
        new Palette.Entry(
            node.label(),
            where,
            () -> new GlyphIcon(hierarchy.looks().of(node), node.isResources()),
            () -> shell.goTo(node.id())));
  }

  /** The files that declare something, each once. */
  private void files(Shown now) {
    Map<String, NodeId> files = new LinkedHashMap<>();
    for (Edge edge : now.hierarchy().edges()) {
      Location place = edge.declaredIn();
      files.putIfAbsent(FindingRow.place(place.atLine(0)), edge.to());
    }
    files.forEach((name, declares) ->
        all.add(
            new Palette.Entry(
                name,
                Messages.text("palette.file", declares.name()),
                () -> Pieces.icon("fth-file-text", 13),
                () -> shell.goTo(declares))));
  }
}
