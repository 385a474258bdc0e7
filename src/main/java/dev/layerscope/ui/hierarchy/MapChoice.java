package dev.layerscope.ui.hierarchy;

import dev.layerscope.export.picture.LayerLooks;
import dev.layerscope.export.picture.MapBuilder;
import dev.layerscope.export.picture.MapPicture;
import dev.layerscope.hierarchy.Hierarchy;
import dev.layerscope.ui.common.Background;
import dev.layerscope.ui.common.Messages;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.ToggleButton;

/** Which map is drawn of an estate: fleet or layers, by revision or not, with teams or without. */
final class MapChoice {
  private final Background background;
  private final ToggleButton split = new ToggleButton(Messages.text("map.split"));
  private final ToggleButton teams = new ToggleButton(Messages.text("map.teams"));
  private boolean fleet = true;

  /**
   * @param changed called when a person wants another map
   */
  MapChoice(Background background, Runnable changed) {
    this.background = background;
    split.setId("split");
    teams.setId("teams");
    for (ToggleButton chip : switches()) {
      chip.getStyleClass().add("chip");
      chip.selectedProperty().addListener(ignored -> changed.run());
    }
    offer(false);
  }

  /** Draws a layer once for each revision; draws what belongs to one team. */
  List<ToggleButton> switches() {
    return List.of(split, teams);
  }

  void splits() {
    split.fire();
  }

  void teams() {
    teams.fire();
  }

  boolean isFleet() {
    return fleet;
  }

  void choose(boolean wantFleet) {
    fleet = wantFleet;
  }

  /** Shows the switches where they do something. */
  void offer(boolean shown) {
    for (ToggleButton chip : switches()) {
      chip.setVisible(shown && fleet);
      chip.setManaged(shown && fleet);
    }
  }

  /** Makes the map in the background. */
  void make(Hierarchy hierarchy, LayerLooks looks, Consumer<MapPicture> made) {
    boolean wanted = fleet;
    boolean apart = split.isSelected();
    boolean all = teams.isSelected();
    background.ask(
        "map",
        Messages.text("map.running"),
        progress ->
            wanted
                ? MapBuilder.fleet(hierarchy, looks, apart, all)
                : MapBuilder.layers(hierarchy, looks),
        made,
        error -> {
          throw new IllegalStateException("a map of a hierarchy always draws", error);
        });
  }
}
