package dev.layerscope.ui.findings;

import dev.layerscope.export.FindingsDocument.Looked;
import dev.layerscope.finding.Severity;
import dev.layerscope.hierarchy.NodeId;
import dev.layerscope.ui.common.Messages;
import dev.layerscope.ui.findings.Row.Seen;
import dev.layerscope.ui.workspace.WorkspaceViewModel;
import java.io.File;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.fxml.FXML;
import javafx.scene.Node;
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
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;

/**
 * Every finding of what is shown, filtered by severity and words; a row leads to the node it is
 * about.
 */
public final class FindingsController {
  private final WorkspaceViewModel workspace;
  private final Consumer<NodeId> go;
  private boolean stale;
  private List<Seen> all = List.of();
  private Predicate<Seen> news = seen -> true;

  @FXML private Label summary;
  @FXML private ToggleButton errors;
  @FXML private ToggleButton warnings;
  @FXML private ToggleButton infos;
  @FXML private ToggleButton waived;
  @FXML private ChoiceBox<HeldAgainst> against;
  @FXML private TextField filter;
  @FXML private ChoiceBox<Grouping> grouping;
  @FXML private ListView<Row> list;
  @FXML private Label looked;
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
    waived.selectedProperty().addListener(ignored -> refresh());
    against.valueProperty().addListener((a, b, chosen) -> hold(chosen));
    filter.textProperty().addListener(ignored -> refresh());
    workspace.shown().addListener(ignored -> changed());
    read();
  }

  /** Nobody pays for a list that nobody looks at. */
  private void changed() {
    stale = true;
    if (list.getScene() != null) {
      read();
    }
  }

  /** Puts the keyboard into the list. */
  public void enter() {
    if (stale) {
      read();
    }
    if (list.getSelectionModel().isEmpty()) {
      list.getItems().stream()
          .filter(Seen.class::isInstance)
          .findFirst()
          .ifPresent(list.getSelectionModel()::select);
    }
    list.requestFocus();
  }

  private void read() {
    stale = false;
    all =
        workspace.shown().get().map(shown -> SeenFindings.of(shown.hierarchy())).orElse(List.of());
    errors.setText(Messages.count("count.errors", count(Severity.ERROR)));
    warnings.setText(Messages.count("count.warnings", count(Severity.WARNING)));
    infos.setText(Messages.count("count.infos", count(Severity.INFO)));
    long accepted = all.stream().filter(seen -> seen.accepted().isPresent()).count();
    waived.setText(Messages.text("findings.waived", accepted));
    waived.setVisible(accepted > 0);
    waived.setManaged(accepted > 0);
    workspace.shown().get().ifPresent(this::lookedAt);
    news = seen -> true;
    against
        .getItems()
        .setAll(
            workspace
                .shown()
                .get()
                .map(s -> HeldAgainst.choices(s.opened().workspace(), s.selection()))
                .orElse(List.of(new HeldAgainst.Nothing())));
    against.setValue(against.getItems().getFirst());
    refresh();
  }

  private void lookedAt(WorkspaceViewModel.Shown shown) {
    new LookedLine(looked).show(Looked.of(shown.hierarchy(), shown.opened().repositories().all()));
  }

  private long count(Severity severity) {
    return all.stream()
        .filter(seen -> seen.accepted().isEmpty() && seen.finding().severity() == severity)
        .count();
  }

  private void hold(@Nullable HeldAgainst chosen) {
    Optional<WorkspaceViewModel.Shown> shown = workspace.shown().get();
    if (chosen == null || shown.isEmpty()) {
      return;
    }
    switch (chosen) {
      case HeldAgainst.Nothing ignored -> keep(seen -> true);
      case HeldAgainst.Environment(String name) ->
          workspace
              .background()
              .ask(
                  "findings",
                  chosen.toString(),
                  progress ->
                      HeldAgainst.notIn(
                          name, shown.get().opened(), shown.get().hierarchy(), progress),
                  this::keep,
                  error -> workspace.fail(error, () -> hold(chosen)));
      case HeldAgainst.File ignored -> fromFile();
    }
  }

  private void fromFile() {
    var chooser = new FileChooser();
    chooser.setTitle(Messages.text("findings.notinbaseline"));
    File file = chooser.showOpenDialog(list.getScene().getWindow());
    if (file == null) {
      against.setValue(against.getItems().getFirst());
      return;
    }
    workspace
        .background()
        .ask(
            "findings",
            file.getName(),
            progress -> HeldAgainst.notIn(file.toPath()),
            this::keep,
            error -> workspace.fail(error, this::fromFile));
  }

  private void keep(Predicate<Seen> wanted) {
    news = wanted;
    refresh();
  }

  private void refresh() {
    String words = filter.getText().strip().toLowerCase(java.util.Locale.ROOT);
    List<Seen> kept = all.stream().filter(seen -> wanted(seen, words)).toList();
    Row chosen = list.getSelectionModel().getSelectedItem();
    list.getItems().setAll(grouping.getValue().rows(kept));
    list.getSelectionModel().clearSelection();
    if (list.getItems().contains(chosen)) {
      list.getSelectionModel().select(chosen);
    }
    long counted = all.stream().filter(seen -> seen.accepted().isEmpty()).count();
    long shown = kept.stream().filter(seen -> seen.accepted().isEmpty()).count();
    summary.setText(
        shown == counted
            ? Messages.count("count.findings", counted)
            : Messages.text("findings.hiding", counted - shown, counted));
    if (list.getItems().isEmpty()) {
      list.setPlaceholder(why());
    }
  }

  /** Why nothing is listed. */
  private Node why() {
    long accepted = all.stream().filter(seen -> seen.accepted().isPresent()).count();
    if (all.isEmpty()) {
      return NothingListed.none(looked.getText());
    }
    if (accepted == all.size() && !waived.isSelected()) {
      return NothingListed.waivedOnly(looked.getText(), accepted, () -> waived.setSelected(true));
    }
    if (all.stream().noneMatch(news)) {
      return NothingListed.noNews(
          all.size(),
          String.valueOf(against.getValue()),
          () -> against.setValue(against.getItems().getFirst()));
    }
    return NothingListed.filtered(all.size(), this::clearFilter);
  }

  private void clearFilter() {
    filter.clear();
    List.of(errors, warnings, infos).forEach(button -> button.setSelected(true));
    against.setValue(against.getItems().getFirst());
    waived.setSelected(all.stream().allMatch(seen -> seen.accepted().isPresent()));
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
    boolean counts = seen.accepted().isEmpty() || waived.isSelected();
    return counts
        && news.test(seen)
        && gate.isSelected()
        && text.toLowerCase(java.util.Locale.ROOT).contains(words);
  }

  private void open(boolean wanted) {
    if (wanted && list.getSelectionModel().getSelectedItem() instanceof Seen chosen) {
      chosen.node().ifPresent(go);
    }
  }
}
