package dev.layerscope.ui.common;

import dev.layerscope.finding.Finding;
import dev.layerscope.finding.Location;
import dev.layerscope.finding.Severity;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * A finding as every page shows it: shape and colour of its severity, code, sentence, places to
 * copy.
 */
public final class FindingRow {
  private FindingRow() {}

  public static Node of(Finding finding) {
    var words = new VBox(2);
    words.getChildren().add(Pieces.label(finding.code().text(), "strong", "small"));
    Label message = Pieces.label(finding.message(), "small");
    message.setWrapText(true);
    message.setMinHeight(javafx.scene.layout.Region.USE_PREF_SIZE);
    words.getChildren().add(message);
    for (Location location : finding.locations()) {
      String place = place(location);
      words.getChildren().add(Pieces.copyLink(place, place, "code"));
    }
    HBox.setHgrow(words, Priority.ALWAYS);
    var row = new HBox(8, icon(finding.severity()), words);
    row.setPadding(new Insets(4, 0, 4, 0));
    return row;
  }

  public static FontIcon icon(Severity severity) {
    return switch (severity) {
      case ERROR -> Pieces.icon("mdi2a-alert-circle", 15, "error");
      case WARNING -> Pieces.icon("mdi2a-alert", 15, "warning");
      case INFO -> Pieces.icon("mdi2i-information", 15, "info");
    };
  }

  /** {@code baseline · deps/x.yaml:3}; just the path for a file beside the workspace file. */
  public static String place(Location location) {
    String line = location.line() > 0 ? ":" + location.line() : "";
    String path = location.path().isEmpty() ? "/" : location.path();
    if (location.repoUrl().isEmpty()) {
      return path + line;
    }
    return new dev.layerscope.git.RepoUrl(location.repoUrl()).shortName() + " · " + path + line;
  }
}
