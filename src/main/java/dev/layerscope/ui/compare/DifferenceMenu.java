package dev.layerscope.ui.compare;

import dev.layerscope.ui.common.CodeList;
import dev.layerscope.ui.common.DiffList;
import dev.layerscope.ui.common.DiffRow;
import dev.layerscope.ui.common.Messages;
import dev.layerscope.workspace.ExpectedEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/** The menu of a row of a comparison: copy it, or say that it is meant to differ. */
final class DifferenceMenu {
  private final Supplier<CompareText> text;
  private final Consumer<ExpectedEntry> ignore;
  private final Consumer<CompareText.Field> acknowledge;

  DifferenceMenu(
      Supplier<CompareText> text,
      Consumer<ExpectedEntry> ignore,
      Consumer<CompareText.Field> acknowledge) {
    this.text = text;
    this.ignore = ignore;
    this.acknowledge = acknowledge;
  }

  /** Gives a list its menu, made anew for the row it is opened on. */
  void on(DiffList list) {
    list.setOnContextMenuRequested(event -> {
      ContextMenu menu = of(list);
      menu.setAutoHide(true);
      list.setContextMenu(menu);
      menu.show(list, event.getScreenX(), event.getScreenY());
      event.consume();
    });
  }

  /** The field that the chosen row is about: its own, or that of the nearest row above. */
  Optional<CompareText.Field> field(DiffList list) {
    List<DiffRow> rows = list.getItems();
    for (int i = list.getSelectionModel().getSelectedIndex(); i >= 0 && i < rows.size(); i--) {
      CompareText.Field found = text.get().fields().get(rows.get(i));
      if (found != null) {
        return Optional.of(found);
      }
      if (rows.get(i) instanceof DiffRow.Head) {
        break;
      }
    }
    return Optional.empty();
  }

  ContextMenu of(DiffList list) {
    var menu = new ContextMenu();
    menu.getItems().add(item(Messages.text("compare.copylines"), list::copy));
    int row = list.getSelectionModel().getSelectedIndex();
    menu.getItems()
        .add(item(Messages.text("compare.copypath"), () -> CodeList.copy(list.path(row))));
    field(list).ifPresent(field -> menu.getItems().addAll(rules(field)));
    return menu;
  }

  private List<MenuItem> rules(CompareText.Field field) {
    var items = new ArrayList<MenuItem>();
    items.add(new SeparatorMenuItem());
    String path = ExpectedWords.pattern(field.path());
    String kind = field.key().kind();
    var everywhere = ExpectedEntry.field(path);
    items.add(item(Messages.text("compare.ignoreanywhere", path), () -> ignore.accept(everywhere)));
    items.add(
        item(
            Messages.text("compare.ignorekind", path, kind),
            () -> ignore.accept(everywhere.withKind(kind))));
    items.add(
        item(
            Messages.text("compare.ignoreobject", field.path(), kind, field.key().name()),
            () ->
                ignore.accept(
                    ExpectedEntry.field(field.path())
                        .withKind(kind)
                        .withObject(field.key().name()))));
    items.add(
        item(
            Messages.text("compare.ignoreapplication", path, field.application()),
            () -> ignore.accept(everywhere.withApplication(field.application()))));
    items.add(item(Messages.text("compare.acknowledge"), () -> acknowledge.accept(field)));
    return items;
  }

  private static MenuItem item(String words, Runnable action) {
    var item = new MenuItem(words);
    item.setMnemonicParsing(false);
    item.setOnAction(ignored -> action.run());
    return item;
  }
}
