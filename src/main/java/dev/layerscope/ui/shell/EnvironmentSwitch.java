package dev.layerscope.ui.shell;

import dev.layerscope.operation.Selection;
import dev.layerscope.ui.common.Messages;
import dev.layerscope.ui.common.Pieces;
import dev.layerscope.ui.workspace.WorkspaceViewModel;
import dev.layerscope.workspace.Workspace.Environment;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;

/**
 * The environments of the workspace as segments, after "as declared". What is chosen here is what
 * is resolved next; what something else chose is marked here.
 */
final class EnvironmentSwitch extends HBox {
  private final WorkspaceViewModel workspace;
  private final ToggleGroup group = new ToggleGroup();
  private final HBox segments = new HBox();

  EnvironmentSwitch(WorkspaceViewModel workspace) {
    this.workspace = workspace;
    getStyleClass().add("environment-switch");
    segments.setId("environmentBox");
    segments.getStyleClass().add("segments");
    getChildren()
        .setAll(Pieces.label(Messages.text("environment.label"), "muted", "small"), segments);
    setVisible(false);
    workspace.opened().addListener(ignored -> opened());
    workspace.wanted().addListener(ignored -> mark());
  }

  private void opened() {
    List<Environment> all =
        workspace.opened().get().map(o -> o.workspace().environments()).orElse(List.of());
    group.getToggles().clear(); // those of the workspace before
    var buttons = new ArrayList<ToggleButton>();
    buttons.add(segment(Messages.text("environment.declared"), Selection.DECLARED));
    all.forEach(e -> buttons.add(segment(e.name(), Selection.environment(e.name()))));
    segments.getChildren().setAll(buttons);
    setVisible(!all.isEmpty());
    mark();
  }

  private ToggleButton segment(String name, Selection selection) {
    var button = new ToggleButton(name);
    button.setToggleGroup(group);
    button.setUserData(selection);
    button.setAccessibleText(Messages.text("environment.named", name));
    button.setOnAction(ignored -> {
      button.setSelected(true);
      workspace.look(selection);
    });
    return button;
  }

  private void mark() {
    group.getToggles().stream()
        .filter(toggle -> workspace.wanted().get().equals(toggle.getUserData()))
        .findFirst()
        .ifPresent(group::selectToggle);
  }
}
