package dev.layerscope.ui.compare;

import dev.layerscope.diff.Change;
import dev.layerscope.diff.manifest.FieldChange;
import dev.layerscope.diff.manifest.ResourceChange;
import dev.layerscope.edit.Promotion;
import dev.layerscope.edit.Tick;
import dev.layerscope.operation.Comparison.ComparedApplication;
import dev.layerscope.ui.common.Messages;
import dev.layerscope.ui.common.Pieces;
import dev.layerscope.ui.workspace.EditWish;
import dev.layerscope.ui.workspace.WorkspaceViewModel;
import dev.layerscope.workspace.ExpectedEntry;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;

/** What a cell of the matrix differs in from its left, beside the table. */
final class MatrixPane extends BorderPane {
  private static final int MOST = 200;

  /** Values of more characters than this together stand below each other. */
  private static final int BESIDE = 34;

  private final WorkspaceViewModel workspace;
  private final RulesInForce rules;
  private final ToComparison compare;
  private final VBox rows = new VBox();

  /**
   * A chosen cell.
   *
   * @param left the environment it is compared with
   * @param here its own
   */
  record Chosen(String name, String left, String here, Optional<ComparedApplication> compared) {}

  MatrixPane(WorkspaceViewModel workspace, RulesInForce rules, ToComparison compare) {
    this.workspace = workspace;
    this.rules = rules;
    this.compare = compare;
    getStyleClass().add("matrix-pane");
    setPrefWidth(320);
    setMinWidth(280);
    rows.getStyleClass().add("section");
    var scroll = new ScrollPane(rows);
    scroll.setFitToWidth(true);
    setCenter(scroll);
    clear();
  }

  void clear() {
    setTop(null);
    setBottom(null);
    rows.getChildren().setAll(Pieces.label(Messages.text("matrix.choosecell"), "muted"));
  }

  void show(Chosen chosen) {
    List<Node> differences =
        chosen.compared().stream().flatMap(MatrixPane::differences).limit(MOST).toList();
    setTop(head(chosen));
    rows.getChildren()
        .setAll(
            differences.isEmpty()
                ? List.of(Pieces.label(Messages.text("matrix.nothing"), "muted"))
                : differences);
    setBottom(foot(chosen));
  }

  private Node head(Chosen chosen) {
    int count = chosen.compared().map(c -> c.size() + c.change().fields().size()).orElse(0);
    Label words =
        Pieces.label(
            Messages.text("matrix.between", chosen.left(), chosen.here())
                + "  "
                + Messages.count("count.differences", count),
            "small",
            "muted");
    var open = new Button(Messages.text("matrix.open"), Pieces.icon("fth-columns", 13));
    open.getStyleClass().add("accent");
    open.setOnAction(ignored -> open(chosen));
    var promote = new Button(Messages.text("compare.promote"), Pieces.icon("fth-git-merge", 13));
    promote.setOnAction(ignored -> promote(chosen));
    var box =
        new VBox(8, Pieces.label(chosen.name(), "heading"), words, Pieces.row(8, open, promote));
    box.getStyleClass().add("section");
    return box;
  }

  private Node foot(Chosen chosen) {
    var acknowledge = new Hyperlink(Messages.text("compare.acknowledge"));
    acknowledge.setOnAction(ignored -> acknowledge(chosen));
    var row =
        Pieces.row(8, Pieces.label(Messages.text("matrix.meant"), "small", "muted"), acknowledge);
    row.getStyleClass().add("section");
    return row;
  }

  void open(Chosen chosen) {
    compare.open(chosen.here(), chosen.left(), chosen.compared().map(c -> c.change().id()));
  }

  private void promote(Chosen chosen) {
    workspace
        .edits()
        .want(
            new EditWish.Ready(
                Messages.text("compare.promotetitle", chosen.left(), chosen.here()),
                new Promotion(
                    chosen.left(), chosen.here(), List.of(new Tick.Application(chosen.name()))),
                List.of(chosen.name())));
  }

  /** Everything this Application differs in is accepted. */
  void acknowledge(Chosen chosen) {
    Acknowledging.ask(
            ExpectedEntry.field("**").withApplication(chosen.name()), getScene().getWindow())
        .ifPresent(rules::expect);
  }

  private static Stream<Node> differences(ComparedApplication application) {
    Stream<Node> own = fields(application.change().fields());
    Stream<Node> unknown =
        application.change().reason().or(application::unknown).stream()
            .map(why -> Pieces.label("?  " + why, "small"));
    Stream<Node> below =
        application.resources().stream()
            .filter(resource -> resource.change() != Change.SAME)
            .flatMap(MatrixPane::resource);
    return Stream.of(unknown, own, below).flatMap(all -> all);
  }

  private static Stream<Node> resource(ResourceChange resource) {
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
    return Stream.concat(Stream.of(head), fields(resource.fields()));
  }

  private static Stream<Node> fields(List<FieldChange> fields) {
    return fields.stream().map(MatrixPane::field);
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
