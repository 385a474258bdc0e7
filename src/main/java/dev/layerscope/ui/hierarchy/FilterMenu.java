package dev.layerscope.ui.hierarchy;

import dev.layerscope.export.picture.LayerLook;
import dev.layerscope.hierarchy.NodeKind;
import dev.layerscope.ui.common.GlyphIcon;
import dev.layerscope.ui.common.Messages;
import dev.layerscope.ui.common.Pieces;
import java.util.Locale;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.HBox;

/** The filter: what may stand out, whether the rest is dimmed or hidden, and how much that is. */
final class FilterMenu extends HBox {
  private final HierarchyViewModel model;
  private final MenuButton button = new MenuButton(Messages.text("filter.title"));
  private final Label hiding = new Label();
  private final Hyperlink clear = new Hyperlink(Messages.text("filter.clear"));

  FilterMenu(HierarchyViewModel model) {
    super(8);
    this.model = model;
    setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    button.setGraphic(Pieces.icon("fth-filter", 13));
    button.setId("filter");
    button.getStyleClass().add("quiet");
    hiding.getStyleClass().addAll("muted", "small");
    hiding.setId("hiding");
    hiding.setMinWidth(USE_PREF_SIZE);
    clear.setOnAction(ignored -> model.filter().set(Filter.NONE));
    getChildren().addAll(button, hiding, clear);
    button.setOnShowing(ignored -> fill());
    fill();
    model.light().addListener(ignored -> say());
    say();
  }

  private void say() {
    Filter filter = model.filter().get();
    int all = model.picture().map(picture -> picture.size()).orElse(0);
    int left = model.light().get().hidden();
    clear.setVisible(filter.isOn());
    clear.setManaged(filter.isOn());
    button.setText(
        filter.isOn() ? Messages.text("filter.on", filter.size()) : Messages.text("filter.title"));
    String key = filter.hides() ? "filter.hiding" : "filter.dimming";
    hiding.setText(filter.isOn() ? Messages.text(key, left, all) : "");
  }

  private void fill() {
    button.getItems().clear();
    for (Filter.State state : Filter.State.values()) {
      String key = "filter.state." + state.name().toLowerCase(Locale.ROOT).replace("_", "");
      boolean on = model.filter().get().states().contains(state);
      add(Messages.text(key), on, () -> model.filter().set(model.filter().get().state(state)));
    }
    button.getItems().add(new SeparatorMenuItem());
    for (NodeKind kind : NodeKind.values()) {
      boolean on = model.filter().get().kinds().contains(kind.text());
      add(kind.text(), on, () -> model.filter().set(model.filter().get().kind(kind.text())));
    }
    button.getItems().addAll(new SeparatorMenuItem(), layers(), new SeparatorMenuItem());
    Filter now = model.filter().get();
    add(
        Messages.text("filter.hide"),
        now.hides(),
        () -> model.filter().set(model.filter().get().hiding(!now.hides())));
  }

  private Menu layers() {
    var menu = new Menu(Messages.text("filter.layers"));
    for (LayerLook look : model.looks().all()) {
      var item = new CheckMenuItem(look.label(), new GlyphIcon(look, false));
      item.setSelected(model.filter().get().layers().contains(look.label()));
      item.setOnAction(ignored -> model.filter().set(model.filter().get().layer(look.label())));
      menu.getItems().add(item);
    }
    menu.setDisable(menu.getItems().isEmpty());
    return menu;
  }

  private void add(String text, boolean on, Runnable action) {
    var item = new CheckMenuItem(text);
    item.setSelected(on);
    item.setOnAction(ignored -> action.run());
    button.getItems().add((MenuItem) item);
  }
}
