package dev.layerscope.ui.hierarchy;

import dev.layerscope.export.picture.TreePicture;
import dev.layerscope.ui.common.GlyphIcon;
import dev.layerscope.ui.common.Messages;
import dev.layerscope.ui.common.Pieces;
import dev.layerscope.ui.hierarchy.Filter.Facet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.jspecify.annotations.Nullable;

/** The filter: by what nodes are picked, and whether the rest is dimmed or hidden. */
final class FilterMenu extends MenuButton {
  private static final int MOST = 60;

  private final HierarchyViewModel model;
  private final Modes modes;

  FilterMenu(HierarchyViewModel model, Modes modes) {
    super(Messages.text("filter.title"));
    this.model = model;
    this.modes = modes;
    setGraphic(Pieces.icon("fth-filter", 13));
    setId("filter");
    getStyleClass().add("quiet");
    getItems().add(new MenuItem());
    setOnShowing(ignored -> fill());
    model.filter().addListener((ignored, before, now) -> say(now));
  }

  private void say(Filter filter) {
    setText(
        filter.isOn() ? Messages.text("filter.on", filter.size()) : Messages.text("filter.title"));
  }

  private void fill() {
    getItems().clear();
    for (Filter.State state : Filter.State.values()) {
      getItems().add(item(Facet.STATE, state.name(), text(Facet.STATE, state.name()), null));
    }
    getItems().add(new SeparatorMenuItem());
    for (Facet facet : Facet.values()) {
      if (facet != Facet.STATE) {
        getItems().add(menu(facet));
      }
    }
    getItems().add(differs());
    var hide = new CheckMenuItem(Messages.text("filter.hide"));
    hide.setSelected(model.filter().get().hides());
    hide.setOnAction(
        ignored -> model.filter().set(model.filter().get().hiding(!model.filter().get().hides())));
    getItems().addAll(new SeparatorMenuItem(), hide);
  }

  private Menu menu(Facet facet) {
    var menu = new Menu(Messages.text("filter." + facet.name().toLowerCase(Locale.ROOT)));
    Set<String> values =
        model
            .picture()
            .map((TreePicture picture) -> Filter.all(facet, picture, model.looks()))
            .orElse(Set.of());
    for (String value : values.stream().limit(MOST).toList()) {
      Node sign = facet == Facet.LAYER ? new GlyphIcon(model.looks().of(value), false) : null;
      menu.getItems().add(item(facet, value, text(facet, value), sign));
    }
    if (values.size() > MOST) {
      var more = new MenuItem(Messages.text("graph.more", values.size() - MOST));
      more.setDisable(true);
      menu.getItems().add(more);
    }
    menu.setDisable(menu.getItems().isEmpty());
    return menu;
  }

  private MenuItem item(Facet facet, String value, String text, @Nullable Node sign) {
    var item = new CheckMenuItem(text, sign);
    item.setMnemonicParsing(false);
    item.setSelected(model.filter().get().of(facet).contains(value));
    item.setOnAction(ignored -> model.filter().set(model.filter().get().flip(facet, value)));
    return item;
  }

  private Menu differs() {
    var menu = new Menu(Messages.text("filter.differs"));
    List<String> others = modes.others();
    for (String environment : others) {
      var item = new CheckMenuItem(environment);
      item.setMnemonicParsing(false);
      boolean on =
          model
              .filter()
              .get()
              .differs()
              .filter(d -> d.environment().equals(environment))
              .isPresent();
      item.setSelected(on);
      item.setOnAction(ignored -> {
        if (on) {
          model.filter().set(model.filter().get().differing(java.util.Optional.empty()));
        } else {
          modes.filterDiffering(environment);
        }
      });
      menu.getItems().add(item);
    }
    menu.setDisable(others.isEmpty());
    return menu;
  }

  /** What a person reads of a value. */
  static String text(Facet facet, String value) {
    if (facet == Facet.STATE) {
      return Messages.text("filter.state." + value.toLowerCase(Locale.ROOT).replace("_", ""));
    }
    return value.isEmpty() ? Messages.text("legend.none") : value;
  }
}
