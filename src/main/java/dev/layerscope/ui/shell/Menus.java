package dev.layerscope.ui.shell;

import dev.layerscope.ui.common.Messages;
import dev.layerscope.ui.common.Theme;
import dev.layerscope.ui.edit.EditKind;
import dev.layerscope.ui.workspace.EditDoor;
import dev.layerscope.ui.workspace.EditWish;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;

/** The menus of the window whose items come from what the program can do, not from its layout. */
final class Menus {
  private Menus() {}

  /** One theme at a time. */
  static List<RadioMenuItem> themes(Theme theme) {
    var group = new ToggleGroup();
    return Arrays.stream(Theme.Choice.values()).map(choice -> theme(theme, choice, group)).toList();
  }

  private static RadioMenuItem theme(Theme theme, Theme.Choice choice, ToggleGroup group) {
    var item = new RadioMenuItem(Messages.text("theme." + choice.name().toLowerCase(Locale.ROOT)));
    item.setToggleGroup(group);
    item.setSelected(theme.choice().get() == choice);
    item.setOnAction(ignored -> theme.choice().set(choice));
    return item;
  }

  /** Every form, with nothing filled in. */
  static List<MenuItem> edits(EditDoor door) {
    return Arrays.stream(EditWish.Kind.values()).map(kind -> edit(kind, door)).toList();
  }

  private static MenuItem edit(EditWish.Kind kind, EditDoor door) {
    var item = new MenuItem(title(kind));
    item.setOnAction(ignored -> begin(kind, door));
    return item;
  }

  /** What an edit is called wherever it can be begun. */
  static String title(EditWish.Kind kind) {
    return Messages.text(EditKind.of(kind).title()) + "…";
  }

  static void begin(EditWish.Kind kind, EditDoor door) {
    door.want(new EditWish.Form(kind, Map.of()));
  }
}
