package dev.layerscope.ui.compare.page;

import dev.layerscope.ui.common.CodeList;
import dev.layerscope.ui.common.DiffList;
import dev.layerscope.ui.common.DiffRow;
import dev.layerscope.ui.common.Messages;
import dev.layerscope.ui.compare.rule.DifferingField;
import dev.layerscope.ui.compare.rule.RuleItems;
import dev.layerscope.ui.compare.text.CompareText;
import dev.layerscope.workspace.ExpectedEntry;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.SeparatorMenuItem;

/** The menu of a row of a comparison: copy it, or say that it is meant to differ. */
final class DifferenceMenu {
  private final Supplier<CompareText> text;
  private final Consumer<ExpectedEntry> ignore;
  private final Consumer<DifferingField> acknowledge;

  DifferenceMenu(
      Supplier<CompareText> text,
      Consumer<ExpectedEntry> ignore,
      Consumer<DifferingField> acknowledge) {
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

  /** The field that a row is about: its own, or that of the nearest row above. */
  Optional<DifferingField> field(DiffList list, int row) {
    List<DiffRow> rows = list.getItems();
    for (int i = row; i >= 0 && i < rows.size(); i--) {
      DifferingField found = text.get().fields().get(rows.get(i));
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
    menu.getItems().add(RuleItems.item(Messages.text("compare.copylines"), list::copy));
    int row = list.getSelectionModel().getSelectedIndex();
    menu.getItems()
        .add(
            RuleItems.item(Messages.text("compare.copypath"), () -> CodeList.copy(list.path(row))));
    field(list, row)
        .ifPresent(field -> {
          menu.getItems().add(new SeparatorMenuItem());
          menu.getItems().addAll(RuleItems.of(field, ignore, acknowledge));
        });
    return menu;
  }
}
