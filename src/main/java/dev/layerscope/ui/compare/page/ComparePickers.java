package dev.layerscope.ui.compare.page;

import dev.layerscope.operation.open.Opened;
import dev.layerscope.workspace.Workspace;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ComboBox;

/** The two fields that say what is compared with what. */
final class ComparePickers {
  private final ComboBox<String> base;
  private final ComboBox<String> incoming;
  private boolean filling;

  /**
   * @param changed called when somebody chose two sides that can be compared
   */
  ComparePickers(ComboBox<String> base, ComboBox<String> incoming, Runnable changed) {
    this.base = base;
    this.incoming = incoming;
    for (ComboBox<String> each : List.of(base, incoming)) {
      each.valueProperty()
          .addListener(ignored -> {
            if (!filling && complete()) {
              changed.run();
            }
          });
    }
  }

  /**
   * Offers what a workspace has: the last environment as the base, the first as what comes in.
   *
   * @return whether there are two environments to begin with
   */
  boolean offer(Optional<Opened> opened) {
    List<String> offered = opened.map(CompareSides::offered).orElse(List.of());
    List<String> names =
        opened
            .map(o ->
                o.workspace().environments().stream().map(Workspace.Environment::name).toList())
            .orElse(List.of());
    filling = true;
    base.getItems().setAll(offered);
    incoming.getItems().setAll(offered);
    if (names.isEmpty() && !offered.isEmpty()) {
      base.setValue(CompareSides.DECLARED);
    } else if (!names.isEmpty()) {
      base.setValue(names.size() > 1 ? names.getLast() : null);
      incoming.setValue(names.getFirst());
    }
    filling = false;
    return names.size() > 1;
  }

  /** Writes both, which is no choice of somebody's. */
  void set(String from, String to) {
    filling = true;
    base.setValue(from);
    incoming.setValue(to);
    filling = false;
  }

  /** Whether both are there; the same on both sides is compared, too, and has no difference. */
  boolean complete() {
    return base.getValue() != null && incoming.getValue() != null;
  }

  String base() {
    return base.getValue();
  }

  String incoming() {
    return incoming.getValue();
  }
}
