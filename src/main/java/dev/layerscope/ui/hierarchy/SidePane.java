package dev.layerscope.ui.hierarchy;

import dev.layerscope.ui.common.Messages;
import dev.layerscope.ui.common.Pieces;
import dev.layerscope.ui.workspace.WorkspaceViewModel;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/**
 * Right of the picture: the node selected; and while a blast radius is lit or two environments are
 * drawn, the list of what that shows. A person switches between the two.
 */
final class SidePane extends BorderPane {
  private final HierarchyViewModel model;
  private final Node inspector;
  private final RadiusPane radius;
  private final DifferencesPane differences;
  private final ToggleButton listed = new ToggleButton(Messages.text("side.list"));
  private final ToggleButton node = new ToggleButton(Messages.text("side.node"));
  private final HBox choice;
  private final StackPane body = new StackPane();
  private Optional<OverlayWalk> overlay = Optional.empty();

  /**
   * @param compare opens the comparison of two environments: the base, then the other
   */
  SidePane(
      HierarchyViewModel model,
      WorkspaceViewModel workspace,
      BiConsumer<String, String> compare,
      Node inspector) {
    this.model = model;
    this.inspector = inspector;
    radius = new RadiusPane(model, workspace);
    differences = new DifferencesPane(model, compare);
    getStyleClass().add("inspector");
    var group = new ToggleGroup();
    listed.setToggleGroup(group);
    node.setToggleGroup(group);
    listed.setSelected(true);
    group
        .selectedToggleProperty()
        .addListener((ignored, before, now) -> {
          if (now == null) {
            before.setSelected(true);
          } else {
            show();
          }
        });
    var segments = new HBox(listed, node);
    segments.getStyleClass().add("segments");
    choice = Pieces.row(0, segments);
    choice.getStyleClass().addAll("tool-row", "last");
    model.blast().addListener((ignored, before, now) -> begin(now.isPresent()));
    body.getStyleClass().add("slice");
    setCenter(body);
    show();
  }

  private void body(Node content) {
    if (!body.getChildren().equals(List.of(content))) {
      body.getChildren().setAll(content);
    }
  }

  /** An overlay is drawn; null when it is gone. */
  void overlay(@Nullable OverlayWalk shown) {
    boolean already = overlay.isPresent();
    overlay = Optional.ofNullable(shown);
    overlay.ifPresent(differences::show);
    if (!already || overlay.isEmpty()) {
      begin(overlay.isPresent());
    }
  }

  private void begin(boolean any) {
    if (any) {
      listed.setSelected(true);
    }
    show();
  }

  private void show() {
    Optional<Radius> blast = model.blast().get();
    boolean any = overlay.isPresent() || blast.isPresent();
    setTop(any ? choice : null);
    if (!any || node.isSelected()) {
      body(inspector);
    } else if (overlay.isPresent()) {
      body(differences);
    } else {
      blast.ifPresent(radius::show);
      body(radius);
    }
  }
}
