package dev.layerscope.ui.edit;

import dev.layerscope.ui.common.Messages;
import dev.layerscope.ui.common.Pieces;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/**
 * The environments an edit is made in: the first alone, from where the others follow by promotion,
 * or several at once. Its value is their names in promotion order, joined by commas.
 */
final class EnvironmentChoice extends VBox {
  private final Consumer<String> changed;
  private final HBox boxes = Pieces.row(12);
  private final Label advice = Pieces.label("", "hint", "muted");
  private List<String> names = List.of();

  EnvironmentChoice(Consumer<String> changed) {
    super(4);
    this.changed = changed;
    advice.setWrapText(true);
    getChildren().addAll(boxes, advice);
  }

  /**
   * @param value the names ticked; empty for the first
   */
  void offer(List<String> environments, String value) {
    Set<String> ticked = new LinkedHashSet<>(Arrays.asList(value.split(",")));
    ticked.retainAll(environments);
    if (ticked.isEmpty()) {
      environments.stream().findFirst().ifPresent(ticked::add);
    }
    if (!environments.equals(names)) {
      names = List.copyOf(environments);
      boxes.getChildren().clear();
      for (String name : names) {
        var box = new CheckBox(name);
        box.setAccessibleText(Messages.text("field.environment") + " " + name);
        box.setOnAction(ignored -> say());
        boxes.getChildren().add(box);
      }
    }
    boxes.getChildren().forEach(b -> tick((CheckBox) b, ticked));
    say();
  }

  private static void tick(CheckBox box, Set<String> ticked) {
    box.setSelected(ticked.contains(box.getText()));
  }

  private void say() {
    List<String> ticked =
        boxes.getChildren().stream()
            .map(CheckBox.class::cast)
            .filter(CheckBox::isSelected)
            .map(CheckBox::getText)
            .toList();
    advice.setText(
        Messages.text(
            ticked.isEmpty()
                ? "environments.none"
                : ticked.size() == 1 ? "environments.one" : "environments.several"));
    changed.accept(ticked.stream().collect(Collectors.joining(",")));
  }
}
