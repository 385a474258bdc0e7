package dev.layerscope.ui.findings;

import dev.layerscope.finding.Severity;
import dev.layerscope.hierarchy.Hierarchy;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.hierarchy.NodeId;
import dev.layerscope.hierarchy.ResolvedRoot;
import dev.layerscope.ui.common.Messages;
import dev.layerscope.ui.common.Pieces;
import dev.layerscope.ui.findings.Row.Seen;
import dev.layerscope.ui.workspace.WorkspaceViewModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * Every finding of what is shown, filtered by severity and words; a row leads to the node it is
 * about.
 */
public final class FindingsController {
  private final WorkspaceViewModel workspace;
  private final Consumer<NodeId> go;
  private List<Seen> all = List.of();

  @FXML private Label summary;
  @FXML private ToggleButton errors;
  @FXML private ToggleButton warnings;
  @FXML private ToggleButton infos;
  @FXML private TextField filter;
  @FXML private ChoiceBox<Grouping> grouping;
  @FXML private ListView<Row> list;
  @FXML private VBox detail;

  private final FindingDetail text;

  public FindingsController(WorkspaceViewModel workspace, Consumer<NodeId> go) {
    this.workspace = workspace;
    this.go = go;
    this.text = new FindingDetail(workspace);
  }

  @FXML
  void initialize() {
    list.setCellFactory(ignored -> new FindingCell());
    list.getSelectionModel().selectedItemProperty().addListener((a, b, row) -> text.show(row));
    detail.getChildren().setAll(text.node());
    VBox.setVgrow(text.node(), Priority.ALWAYS);
    grouping.getItems().setAll(Grouping.values());
    grouping.setValue(Grouping.SEVERITY);
    grouping.valueProperty().addListener(ignored -> refresh());
    list.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> open(event.getClickCount() == 2));
    list.addEventHandler(KeyEvent.KEY_PRESSED, event -> open(event.getCode() == KeyCode.ENTER));
    for (ToggleButton button : List.of(errors, warnings, infos)) {
      button.setSelected(true);
      button.selectedProperty().addListener(ignored -> refresh());
    }
    filter.textProperty().addListener(ignored -> refresh());
    workspace.shown().addListener(ignored -> read());
    read();
  }

  /** Puts the keyboard into the list. */
  public void enter() {
    list.requestFocus();
  }

  private void read() {
    all = workspace.shown().get().map(shown -> seen(shown.hierarchy())).orElse(List.of());
    errors.setText(Messages.count("count.errors", count(Severity.ERROR)));
    warnings.setText(Messages.count("count.warnings", count(Severity.WARNING)));
    infos.setText(Messages.count("count.infos", count(Severity.INFO)));
    refresh();
  }

  private long count(Severity severity) {
    return all.stream().filter(seen -> seen.finding().severity() == severity).count();
  }

  private static List<Seen> seen(Hierarchy hierarchy) {
    var seen = new ArrayList<Seen>();
    hierarchy
        .generalFindings()
        .forEach(f -> seen.add(new Seen(f, "workspace.yaml", Optional.empty(), Grouping.NOWHERE)));
    for (ResolvedRoot root : hierarchy.roots()) {
      root.findings()
          .forEach(f ->
              seen.add(
                  new Seen(
                      f,
                      root.name(),
                      root.declared().stream().findFirst(),
                      new Grouping.Belongs(root.root().controlPlane(), "", ""))));
    }
    for (HierarchyNode node : hierarchy.nodes()) {
      node.findings()
          .forEach(f ->
              seen.add(
                  new Seen(f, node.label(), Optional.of(node.id()), Grouping.Belongs.of(node))));
    }
    seen.sort(Comparator.comparing(Seen::finding).thenComparing(Seen::where));
    return seen;
  }

  private void refresh() {
    String words = filter.getText().strip().toLowerCase(java.util.Locale.ROOT);
    List<Seen> kept = all.stream().filter(seen -> wanted(seen, words)).toList();
    list.getItems().setAll(grouping.getValue().rows(kept));
    int shown = kept.size();
    summary.setText(
        shown == all.size()
            ? Messages.count("count.findings", all.size())
            : Messages.text("findings.hiding", all.size() - shown, all.size()));
    list.setPlaceholder(
        Pieces.label(
            Messages.text(all.isEmpty() ? "findings.none" : "findings.hidden", all.size()),
            "muted"));
  }

  private boolean wanted(Seen seen, String words) {
    ToggleButton gate =
        switch (seen.finding().severity()) {
          case ERROR -> errors;
          case WARNING -> warnings;
          case INFO -> infos;
        };
    String text =
        seen.where() + " " + seen.finding().code().text() + " " + seen.finding().message();
    return gate.isSelected() && text.toLowerCase(java.util.Locale.ROOT).contains(words);
  }

  private void open(boolean wanted) {
    if (wanted && list.getSelectionModel().getSelectedItem() instanceof Seen chosen) {
      chosen.node().ifPresent(go);
    }
  }
}
