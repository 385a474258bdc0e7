package dev.layerscope.ui.workspace;

import dev.layerscope.ui.common.Messages;
import dev.layerscope.ui.common.Pieces;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

/** What there is to do while nothing is open. */
public final class WelcomeController {
  private final WorkspaceViewModel workspace;
  private final Runnable choose;

  @FXML private VBox choices;

  public WelcomeController(WorkspaceViewModel workspace, Runnable choose) {
    this.workspace = workspace;
    this.choose = choose;
  }

  @FXML
  void initialize() {
    Button open = choice("fth-folder", "welcome.open", "welcome.open.more");
    open.setOnAction(ignored -> choose.run());
    Button sample = choice("fth-book-open", "welcome.sample", "welcome.sample.more");
    Optional<Path> at = sample();
    at.ifPresent(path -> sample.setOnAction(ignored -> workspace.open(path)));
    sample.setDisable(at.isEmpty());
    Node shown = sample;
    if (at.isEmpty()) {
      // A disabled button shows no tooltip: its place does.
      var place = new VBox(sample);
      Tooltip.install(place, new Tooltip(Messages.text("welcome.sample.none")));
      shown = place;
    }
    choices.getChildren().setAll(open, shown);
  }

  private static Optional<Path> sample() {
    return Optional.ofNullable(System.getProperty("layerscope.sample"))
        .map(Path::of)
        .or(() -> Optional.of(Path.of("sample-workspace")))
        .filter(Files::isDirectory);
  }

  private static Button choice(String icon, String title, String more) {
    var words =
        new VBox(
            2,
            Pieces.label(Messages.text(title), "strong"),
            Pieces.label(Messages.text(more), "muted", "caption"));
    words.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    var button = new Button("", Pieces.row(14, Pieces.icon(icon, 18), words));
    button.getStyleClass().add("choice-row");
    button.setAccessibleText(Messages.text(title));
    return button;
  }
}
