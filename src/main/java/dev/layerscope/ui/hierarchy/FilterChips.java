package dev.layerscope.ui.hierarchy;

import dev.layerscope.ui.common.Messages;
import dev.layerscope.ui.common.Pieces;
import dev.layerscope.ui.hierarchy.Filter.Facet;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** What the filter picks, as chips to take away, and how much it leaves out. */
final class FilterChips extends HBox {
  private final HierarchyViewModel model;
  private final FlowPane chips = new FlowPane(6, 4);
  private final Label hiding = Pieces.label("", "muted", "small");
  private final Hyperlink other = new Hyperlink();

  FilterChips(HierarchyViewModel model) {
    super(12);
    this.model = model;
    setId("chips");
    getStyleClass().add("chips-row");
    hiding.setId("hiding");
    hiding.setMinWidth(USE_PREF_SIZE);
    other.setMinWidth(USE_PREF_SIZE);
    other.setOnAction(
        ignored -> model.filter().set(model.filter().get().hiding(!model.filter().get().hides())));
    var clear = new Hyperlink(Messages.text("filter.clear"));
    clear.setMinWidth(USE_PREF_SIZE);
    clear.setOnAction(
        ignored -> model.filter().set(Filter.NONE.hiding(model.filter().get().hides())));
    chips.setPrefWrapLength(200);
    HBox.setHgrow(chips, Priority.ALWAYS);
    getChildren().addAll(chips, hiding, other, clear);
    model.filter().addListener(ignored -> fill());
    model.light().addListener(ignored -> say());
    fill();
  }

  private void fill() {
    Filter filter = model.filter().get();
    chips.getChildren().clear();
    for (Facet facet : Facet.values()) {
      for (String value : filter.of(facet).stream().sorted().toList()) {
        String text = FilterMenu.text(facet, value);
        String name =
            facet == Facet.STATE
                ? text
                : Messages.text("filter.chip." + facet.name().toLowerCase(Locale.ROOT), text);
        chip(name, () -> model.filter().set(model.filter().get().flip(facet, value)));
      }
    }
    filter
        .differs()
        .ifPresent(differs ->
            chip(
                Messages.text("filter.chip.differs", differs.environment()),
                () -> model.filter().set(model.filter().get().differing(Optional.empty()))));
    setVisible(filter.isOn());
    setManaged(filter.isOn());
    say();
  }

  private void chip(String text, Runnable take) {
    var chip = new Button(text, Pieces.icon("fth-x", 11));
    chip.setMnemonicParsing(false);
    chip.getStyleClass().setAll("button", "chip", "filter-chip");
    chip.setContentDisplay(javafx.scene.control.ContentDisplay.RIGHT);
    chip.setAccessibleText(Messages.text("filter.take", text));
    chip.setOnAction(ignored -> take.run());
    chips.getChildren().add(chip);
  }

  private void say() {
    Filter filter = model.filter().get();
    int all = model.picture().map(picture -> picture.size()).orElse(0);
    String key = filter.hides() ? "filter.hiding" : "filter.dimming";
    hiding.setText(filter.isOn() ? Messages.text(key, model.light().get().hidden(), all) : "");
    other.setText(Messages.text(filter.hides() ? "filter.dim" : "filter.hide.short"));
  }
}
