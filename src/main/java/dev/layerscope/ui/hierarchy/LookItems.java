package dev.layerscope.ui.hierarchy;

import dev.layerscope.git.RepoUrl;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.hierarchy.ResolvedSource;
import dev.layerscope.ui.common.CodeList;
import dev.layerscope.ui.common.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/** The ways to look at a node, for its menu. */
final class LookItems {
  private final Runnable fit;
  private final HierarchyViewModel model;
  private final Modes modes;

  /**
   * @param fit shows the selection alone
   */
  LookItems(HierarchyViewModel model, Modes modes, Runnable fit) {
    this.fit = fit;
    this.model = model;
    this.modes = modes;
  }

  List<MenuItem> of(HierarchyNode node) {
    var items = new ArrayList<MenuItem>();
    boolean folds =
        model
            .picture()
            .filter(picture -> picture.has(node.id()))
            .filter(picture -> !picture.foldable(picture.indexOf(node.id())).isEmpty())
            .isPresent();
    if (folds) {
      String key = model.isOpen(node.id()) ? "look.close" : "look.open";
      items.add(item(Messages.text(key), () -> model.toggle(node.id())));
      items.add(item(Messages.text("look.openall"), () -> model.openAllBelow(node.id())));
    }
    items.add(item(Messages.text("look.focus"), () -> model.focused().set(true)));
    items.add(item(Messages.text("look.fit"), fit));
    items.add(radius(node));
    items.add(new SeparatorMenuItem());
    items.add(item(Messages.text("look.copy"), () -> CodeList.copy(node.name())));
    return items;
  }

  private Menu radius(HierarchyNode node) {
    var menu = new Menu(Messages.text("look.blast"));
    menu.getItems().add(item(Messages.text("look.blast.node"), modes::blastNode));
    if (!node.layer().isEmpty()) {
      menu.getItems()
          .add(
              item(
                  Messages.text("look.blast.layer", node.layer()),
                  () -> modes.blastLayer(node.layer())));
    }
    Optional<ResolvedSource> source = node.sources().stream().findFirst();
    source.ifPresent(from -> {
      RepoUrl repository = new RepoUrl(from.repository());
      from.declared()
          .path()
          .filter(path -> !path.isEmpty() && !path.equals("."))
          .ifPresent(path ->
              menu.getItems()
                  .add(
                      item(
                          Messages.text("look.blast.path", repository.shortName() + " · " + path),
                          () -> modes.blastPlace(repository, path))));
      menu.getItems()
          .add(
              item(
                  Messages.text("look.blast.repository", repository.shortName()),
                  () -> modes.blastPlace(repository, ".")));
    });
    return menu;
  }

  private static MenuItem item(String text, Runnable action) {
    var item = new MenuItem(text);
    item.setMnemonicParsing(false);
    item.setOnAction(ignored -> action.run());
    return item;
  }
}
