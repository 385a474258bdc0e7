package dev.layerscope.ui.compare.matrix;

import dev.layerscope.diff.Change;
import dev.layerscope.diff.manifest.FieldChange;
import dev.layerscope.diff.manifest.ResourceChange;
import dev.layerscope.diff.manifest.Risk;
import dev.layerscope.manifest.ResourceKey;
import dev.layerscope.operation.compare.Comparison.ComparedApplication;
import dev.layerscope.ui.common.Pieces;
import dev.layerscope.ui.compare.CompareSigns;
import dev.layerscope.ui.compare.rule.DifferingField;
import dev.layerscope.ui.compare.rule.RuleItems;
import dev.layerscope.workspace.ExpectedEntry;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Every field a cell differs in, each with a menu that says it is meant to. */
final class MatrixDifferences {
  /** Values of more characters than this together stand below each other. */
  private static final int BESIDE = 34;

  private final Consumer<ExpectedEntry> ignore;
  private final Consumer<DifferingField> acknowledge;

  MatrixDifferences(Consumer<ExpectedEntry> ignore, Consumer<DifferingField> acknowledge) {
    this.ignore = ignore;
    this.acknowledge = acknowledge;
  }

  /** Its own fields, then those of the objects it renders. */
  Stream<Node> of(ComparedApplication application) {
    var node = application.change().node();
    Stream<Node> dangers = application.change().risks().stream().map(MatrixDifferences::risk);
    Stream<Node> own = fields(node.name(), node.manifest().key(), application.change().fields());
    Stream<Node> unknown =
        application.change().reason().or(application::unknown).stream()
            .map(MatrixDifferences::unknown);
    Stream<Node> below =
        application.resources().stream()
            .filter(resource -> resource.change() != Change.SAME)
            .flatMap(resource -> resource(node.name(), resource));
    return Stream.of(dangers, unknown, own, below).flatMap(all -> all);
  }

  private static Label unknown(String why) {
    Label label = Pieces.label("?  " + why, "small");
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  private static Node risk(Risk risk) {
    Label label = Pieces.label(risk.words(), "small", "error");
    label.setGraphic(Pieces.icon("fth-flag", 12, "error"));
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  private Stream<Node> resource(String application, ResourceChange resource) {
    Label head =
        Pieces.label(
            CompareSigns.sign(resource.change())
                + " "
                + resource.key().kind()
                + " "
                + resource.key().name(),
            "strong",
            "small",
            CompareSigns.style(resource.change()));
    return Stream.of(
            Stream.of(head),
            resource.risks().stream().map(MatrixDifferences::risk),
            fields(application, resource.key(), resource.fields()))
        .flatMap(all -> all);
  }

  private Stream<Node> fields(String application, ResourceKey key, List<FieldChange> fields) {
    return fields.stream()
        .map(field -> {
          Node box = field(field);
          var about = new DifferingField(application, application, key, field.path());
          box.setOnContextMenuRequested(event -> {
            var menu = new ContextMenu();
            menu.setAutoHide(true);
            menu.getItems().setAll(RuleItems.of(about, ignore, acknowledge));
            menu.show(box, event.getScreenX(), event.getScreenY());
            event.consume();
          });
          return box;
        });
  }

  private static Node field(FieldChange field) {
    Label path = Pieces.label(field.path(), "small", "muted");
    path.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
    path.setMinWidth(0);
    int length = field.from().orElse("").length() + field.to().orElse("").length();
    Pane values = length > BESIDE ? new VBox(2) : Pieces.row(6);
    field.from().ifPresent(from -> values.getChildren().add(value(from, "removed")));
    field.to().ifPresent(to -> values.getChildren().add(value(to, "added")));
    var box = new VBox(2, path, values);
    box.getStyleClass().add("matrix-difference");
    return box;
  }

  private static Label value(String text, String style) {
    Label value =
        Pieces.label(
            text.lines().findFirst().orElse("") + (text.contains("\n") ? " …" : ""),
            "code",
            "value-" + style);
    value.setMinWidth(20);
    // Versions are at the end, registries at the beginning.
    value.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    value.setTooltip(new Tooltip(text));
    return value;
  }
}
