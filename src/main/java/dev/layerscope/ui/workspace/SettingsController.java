package dev.layerscope.ui.workspace;

import dev.layerscope.ui.common.Background;
import dev.layerscope.ui.common.CodeList;
import dev.layerscope.ui.common.Messages;
import dev.layerscope.ui.common.Motion;
import dev.layerscope.ui.common.Pieces;
import dev.layerscope.ui.common.SettingsFile;
import dev.layerscope.workspace.WorkspaceEdit;
import dev.layerscope.workspace.WorkspaceForm;
import dev.layerscope.workspace.WorkspaceForm.Section;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;

/** The page of settings: the repositories, everything of the workspace file, the program. */
public final class SettingsController {
  /** The setting that asks the remotes as soon as a workspace is open. */
  public static final String FETCH_ON_START = "fetch.on.start";

  private final WorkspaceViewModel workspace;
  private final SettingsFile settings;
  private final Releases releases;
  private final Runnable start;
  private final SettingsViewModel model;
  private final RepositoryList repositories;
  private final CloneList clones;
  private final CodeList text = new CodeList();

  @FXML private ListView<Place> places;
  @FXML private Label title;
  @FXML private Label hint;
  @FXML private Label said;
  @FXML private VBox content;
  @FXML private BorderPane file;
  @FXML private Button undo;

  /** One line of the list on the left. */
  sealed interface Place {
    record State() implements Place {}

    record OfFile(Section section) implements Place {}

    record Program() implements Place {}
  }

  /**
   * @param settings what the window remembers
   * @param releases the hint at newer ones
   * @param start leads to where one begins while nothing is open
   */
  public SettingsController(
      WorkspaceViewModel workspace, SettingsFile settings, Releases releases, Runnable start) {
    this.start = start;
    this.releases = releases;
    this.workspace = workspace;
    this.settings = settings;
    this.model = new SettingsViewModel(workspace);
    this.repositories = new RepositoryList(workspace);
    this.clones = new CloneList(workspace);
  }

  @FXML
  void initialize() {
    places.setCellFactory(ignored -> new PlaceCell());
    places
        .getSelectionModel()
        .selectedItemProperty()
        .addListener((ignored, before, now) -> {
          tell("");
          show();
        });
    offer();
    file.setCenter(text);
    text.setAccessibleText(Messages.text("settings.file"));
    // Later: the field that was left is one of those that are made anew.
    model.edit().addListener(ignored -> Background.soon(this::showAgain));
    model.said().addListener((ignored, before, now) -> tell(now));
    workspace.news().addListener(ignored -> repositories.show(Instant.now()));
    workspace.opened().addListener(ignored -> repositories.show(Instant.now()));
    tell("");
  }

  /** While nothing is open there is only the program to set. */
  private void offer() {
    var offered = new ArrayList<Place>();
    if (isOpen()) {
      offered.add(new Place.State());
      WorkspaceForm.sections().forEach(section -> offered.add(new Place.OfFile(section)));
    }
    offered.add(new Place.Program());
    if (!places.getItems().equals(offered)) {
      places.getItems().setAll(offered);
      places.getSelectionModel().selectFirst();
    }
  }

  private boolean isOpen() {
    return workspace.opened().get().isPresent();
  }

  /** The page is looked at: the file is read again. */
  public void enter() {
    offer();
    model.refresh();
    repositories.show(Instant.now());
    show();
    places.requestFocus();
  }

  /** Opens the page at the environments. */
  public void atEnvironments() {
    places.getItems().stream()
        .filter(
            place -> place instanceof Place.OfFile f && f.section().key().equals("environments"))
        .findFirst()
        .ifPresent(places.getSelectionModel()::select);
  }

  private void tell(String words) {
    said.setText(words);
    said.setVisible(!words.isEmpty());
    said.setManaged(!words.isEmpty());
  }

  @FXML
  void undo() {
    model.undo();
  }

  @FXML
  void fetchAll() {
    workspace.fetch();
  }

  /** Another text: the field somebody has gone on to is still theirs. */
  private void showAgain() {
    Optional<String> focused =
        Optional.ofNullable(content.getScene())
            .map(scene -> scene.getFocusOwner())
            .map(Node::getId);
    show();
    focused
        .flatMap(id -> Optional.ofNullable(content.lookup("#" + id)))
        .ifPresent(Node::requestFocus);
  }

  private void show() {
    Place place =
        Optional.ofNullable(places.getSelectionModel().getSelectedItem())
            .orElseGet(Place.State::new);
    title.setText(name(place));
    undo.setDisable(!model.canUndo());
    boolean ofFile = place instanceof Place.OfFile;
    file.setVisible(ofFile);
    file.setManaged(ofFile);
    switch (place) {
      case Place.State ignored -> {
        hint.setText(Messages.text("repositories.hint"));
        var all = new Button(Messages.text("repositories.fetch.all"));
        all.setOnAction(event -> workspace.fetch());
        content.getChildren().setAll(Pieces.row(8, all), repositories);
      }
      case Place.OfFile(Section section) -> {
        hint.setText(Messages.text("settings.hint.file"));
        model.edit().get().ifPresent(edit -> section(edit, section));
      }
      case Place.Program ignored -> program();
    }
  }

  private void program() {
    hint.setText(Messages.text("settings.hint.program"));
    var onStart = new CheckBox(Messages.text("settings.fetch.start"));
    onStart.setId("fetchOnStart");
    onStart.setSelected(settings.get(FETCH_ON_START).map(Boolean::parseBoolean).orElse(false));
    onStart.setOnAction(
        ignored -> settings.put(FETCH_ON_START, Boolean.toString(onStart.isSelected())));
    content
        .getChildren()
        .setAll(
            onStart,
            ahead(),
            still(),
            new ReleaseSettings(releases),
            Pieces.label(Messages.text("clones.title"), "heading"),
            clones);
    if (!isOpen()) {
      var back = new Button(Messages.text("settings.back"));
      back.setId("back");
      back.setOnAction(ignored -> start.run());
      content.getChildren().addFirst(back);
    }
    clones.refresh();
  }

  private CheckBox ahead() {
    var ahead = new CheckBox(Messages.text("settings.ahead"));
    ahead.setId("readAhead");
    ahead.setSelected(ReadingAhead.wantedBy(settings));
    ahead.setOnAction(
        ignored -> settings.put(ReadingAhead.SETTING, Boolean.toString(ahead.isSelected())));
    return ahead;
  }

  /** Until it is pressed it shows, and follows, what the system says. */
  private CheckBox still() {
    var still = new CheckBox(Messages.text("settings.motion"));
    still.setId("reduceMotion");
    still.setSelected(new Motion(settings).reduced());
    still.setOnAction(
        ignored -> settings.put(Motion.REDUCED, Boolean.toString(still.isSelected())));
    return still;
  }

  private void section(WorkspaceEdit edit, Section section) {
    text.show(edit.text());
    content.getChildren().setAll(new SectionForms(workspace, model, section).of(edit));
  }

  private static String name(Place place) {
    return switch (place) {
      case Place.State ignored -> Messages.text("repositories.title");
      case Place.OfFile(Section section) -> SettingsViewModel.title(section);
      case Place.Program ignored -> Messages.text("settings.program");
    };
  }

  private static final class PlaceCell extends javafx.scene.control.ListCell<Place> {
    @Override
    protected void updateItem(Place place, boolean empty) {
      super.updateItem(place, empty);
      setText(empty || place == null ? null : name(place));
    }
  }
}
