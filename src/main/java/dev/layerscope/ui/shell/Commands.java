package dev.layerscope.ui.shell;

import dev.layerscope.export.picture.CardFace;
import dev.layerscope.finding.Location;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.hierarchy.Edge;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.hierarchy.NodeId;
import dev.layerscope.hierarchy.ResolvedRoot;
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
 * Everything the palette goes to: commands first, then environments, repositories, roots, every
 * node of the estate, and the files that declare them.
 */
final class Commands {
  private final ShellController shell;
  private final HeaderController menus;
  private final HierarchyViewModel hierarchy;
  private final EditDoor edits;
  private final List<Palette.Entry> all = new ArrayList<>();

  Commands(
      ShellController shell, HeaderController menus, HierarchyViewModel hierarchy, EditDoor edits) {
    this.shell = shell;
    this.menus = menus;
    this.hierarchy = hierarchy;
    this.edits = edits;
  }

  /** Commands, environments, repositories and roots: few, and there at once. */
  List<Palette.Entry> few(Optional<Shown> shown) {
    pages();
    picture();
    edits();
    command("menu.refresh", "F5", menus::refresh);
    command("menu.readagain", "Shift+F5", menus::readAgain);
    command("theme.toggle", "", menus::toggleTheme);
    command("menu.guide", "F1", menus::help);
    command("menu.keys", "?", shell::keys);
    shown.ifPresent(this::places);
    return all;
  }

  /** Nodes and files: of a large estate tens of thousands, made where nobody waits for them. */
  List<Palette.Entry> many(Shown now) {
    var entries = new ArrayList<Palette.Entry>();
    now.hierarchy().nodes().forEach(node -> entries.add(node(node)));
    files(now, entries);
    return entries;
  }

  private void pages() {
    command("page.hierarchy", "Ctrl+1", menus::goHierarchy);
    command("page.compare", "Ctrl+2", menus::goCompare);
    command("page.matrix", "Ctrl+3", menus::goMatrix);
    command("page.findings", "Ctrl+4", menus::goFindings);
    command("page.changes", "Ctrl+5", menus::goChanges);
    command("page.settings", "Ctrl+,", menus::goSettings);
  }

  private void picture() {
    onPicture("picture.tree", "", pictures -> pictures.show(Picture.TREE));
    onPicture("picture.fleet", "", pictures -> pictures.show(Picture.FLEET));
    onPicture("picture.layers", "", pictures -> pictures.show(Picture.LAYERS));
    command("menu.search", "Ctrl+F", menus::search);
    command("menu.fit", "F", menus::fit);
    onPicture("look.openall", "*", pictures -> selected(hierarchy::openAllBelow));
    onPicture("outline.collapse", "", pictures -> hierarchy.closeAll());
    onPicture("look.focus", "Enter", pictures -> hierarchy.focused().set(true));
    command("menu.blast", "B", menus::blast);
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
          shell.go(Page.HIERARCHY);
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
    now.hierarchy().roots().forEach(this::root);
  }

  /** One that could not be read has no node, and still is what somebody looks for. */
  private void root(ResolvedRoot root) {
    String reached = Messages.count("count.nodes", hierarchy.reached(root));
    all.add(
        new Palette.Entry(
            root.name(),
            Messages.text("palette.root", root.unknown().orElse(reached)),
            () -> Pieces.icon("mdi2f-file-tree-outline", 13),
            () -> {
              shell.go(Page.HIERARCHY);
              hierarchy.chooseRoot(root.name());
              root.declared().stream()
                  .findFirst()
                  .ifPresentOrElse(
                      hierarchy::select, () -> hierarchy.selected().set(Optional.empty()));
            }));
  }

  /** What reads a repository is lit up. */
  private void repository(RepoUrl url) {
    all.add(
        new Palette.Entry(
            CardFace.repository(url),
            Messages.text("palette.repository"),
            () -> Pieces.icon("mdi2s-source-repository", 13),
            () -> {
              shell.go(Page.HIERARCHY);
              shell.pictures().modes().blastPlace(url, ".");
            }));
  }

  private Palette.Entry node(HierarchyNode node) {
    String where = node.kind().text() + " · " + node.id().controlPlane();
    return new Palette.Entry(
        node.label(),
        where,
        () -> new GlyphIcon(hierarchy.looks().of(node), node.isResources()),
        () -> shell.goTo(node.id()));
  }

  /** The files that declare something, each once. */
  private void files(Shown now, List<Palette.Entry> entries) {
    Map<String, NodeId> files = new LinkedHashMap<>();
    for (Edge edge : now.hierarchy().edges()) {
      Location place = edge.declaredIn();
      files.putIfAbsent(FindingRow.place(place.atLine(0)), edge.to());
    }
    files.forEach((name, declares) ->
        entries.add(
            new Palette.Entry(
                name,
                Messages.text("palette.file", declares.name()),
                () -> Pieces.icon("fth-file-text", 13),
                () -> shell.goTo(declares))));
  }
}
