package dev.layerscope.ui.workspace;

import dev.layerscope.ui.common.Messages;
import dev.layerscope.ui.common.Pieces;
import dev.layerscope.ui.common.Views;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** What there is to do while nothing is open: begin somewhere on the left, clone on the right. */
public final class WelcomeController {
  private final WorkspaceViewModel workspace;
  private final DiscoveryController discovery;
  private final Recent recent;
  private final Runnable choose;
  private final Runnable settings;

  @FXML private VBox choices;
  @FXML private VBox recentBox;
  @FXML private VBox recentPlace;
  @FXML private Label version;
  @FXML private StackPane page;

  /**
   * @param choose asks for a workspace to open
   * @param settings leads to the settings of the program
   */
  public WelcomeController(
      WorkspaceViewModel workspace,
      DiscoveryViewModel discovery,
      Recent recent,
      Runnable choose,
      Runnable settings) {
    this.settings = settings;
    this.workspace = workspace;
    this.discovery = new DiscoveryController(discovery);
    this.recent = recent;
    this.choose = choose;
  }

  @FXML
  void initialize() {
    page.getChildren().setAll(Views.load(discovery));
    Button clone = choice("fth-download-cloud", "welcome.clone", "welcome.clone.more");
    clone.getStyleClass().add("on");
    Button open = choice("fth-folder", "welcome.open", "welcome.open.more");
    open.setOnAction(ignored -> choose.run());
    Button list = choice("fth-list", "welcome.list", "welcome.list.more");
    Button local = choice("fth-hard-drive", "welcome.local", "welcome.local.more");
    List<Button> forms = List.of(clone, list, local);
    clone.setOnAction(ignored -> chosen(clone, forms, () -> discovery.fill("")));
    list.setOnAction(ignored -> chosen(list, forms, () -> discovery.list(false)));
    local.setOnAction(ignored -> chosen(local, forms, () -> discovery.list(true)));
    choices.getChildren().setAll(clone, list, local, open, sampleChoice());
    version.setText(Messages.text("welcome.version", Releases.running()));
    recents();
  }

  @FXML
  void settings() {
    settings.run();
  }

  private static void chosen(Button one, List<Button> all, Runnable form) {
    all.forEach(other -> other.getStyleClass().remove("on"));
    one.getStyleClass().add("on");
    form.run();
  }

  private Node sampleChoice() {
    Button sample = choice("fth-book-open", "welcome.sample", "welcome.sample.more");
    Optional<Path> at = sample();
    at.ifPresent(path -> sample.setOnAction(ignored -> workspace.open(path)));
    sample.setDisable(at.isEmpty());
    if (at.isPresent()) {
      return sample;
    }
    // A disabled button shows no tooltip: its place does.
    var place = new VBox(sample);
    Tooltip.install(place, new Tooltip(Messages.text("welcome.sample.none")));
    return place;
  }

  /** A file or an address that was dropped on the window. */
  public void take(String dropped) {
    discovery.fill(dropped);
  }

  private void recents() {
    List<Recent.Entry> all = recent.all();
    recentBox.setVisible(!all.isEmpty());
    var rows = new ArrayList<Node>();
    all.forEach(entry -> rows.add(row(entry)));
    recentPlace.getChildren().setAll(rows);
  }

  private Button row(Recent.Entry entry) {
    var place = Pieces.label(shortened(entry.file()), "muted", "caption");
    place.setTextOverrun(javafx.scene.control.OverrunStyle.LEADING_ELLIPSIS);
    place.setMaxWidth(200);
    var words = new VBox(1, Pieces.label(entry.name()), place);
    words.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    Label when = Pieces.label(recent.when(entry), "muted", "caption");
    when.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
    var line = Pieces.row(12, Pieces.icon("fth-layers", 16), words, Pieces.spring(), when);
    line.setMinWidth(290);
    var button = new Button("", line);
    button.getStyleClass().add("choice-row");
    button.setAccessibleText(Messages.text("recent.open", entry.name(), entry.file()));
    button.setTooltip(new Tooltip(entry.file().toString()));
    button.setOnAction(ignored -> workspace.open(entry.file()));
    var forget = new MenuItem(Messages.text("recent.forget"));
    forget.setOnAction(ignored -> {
      recent.forget(entry.file());
      recents();
    });
    button.setContextMenu(new ContextMenu(forget));
    return button;
  }

  private static String shortened(Path file) {
    Path home = Path.of(System.getProperty("user.home", "."));
    return file.startsWith(home) ? home.relativize(file).toString() : file.toString();
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
