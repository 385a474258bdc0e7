package dev.layerscope.ui.workspace;

import dev.layerscope.git.RepoUrl;
import dev.layerscope.operation.discovery.Discovered;
import dev.layerscope.operation.discovery.FoundRepository;
import dev.layerscope.operation.discovery.Start;
import dev.layerscope.ui.common.Background;
import dev.layerscope.ui.common.Messages;
import dev.layerscope.ui.workspace.DiscoveryViewModel.Seen;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;

/** Cloning from a bootstrap Application: the form, the live list, what to do at the end. */
public final class DiscoveryController {
  private final DiscoveryViewModel model;
  private final Map<String, FoundRow> rows = new HashMap<>();
  private long begun;
  private String given = "";
  private final ListForm listed = new ListForm(this::typed);
  private boolean many;

  @FXML private Label title;
  @FXML private Label text;
  @FXML private VBox listPlace;
  @FXML private HBox single;
  @FXML private TextField address;
  @FXML private TextField path;
  @FXML private TextField revision;
  @FXML private TextField folder;
  @FXML private CheckBox shallow;
  @FXML private Button begin;
  @FXML private Label why;
  @FXML private Button cancel;
  @FXML private Button draw;
  @FXML private Node progress;
  @FXML private Label counts;
  @FXML private Label followed;
  @FXML private Label size;
  @FXML private ProgressBar bar;
  @FXML private VBox list;
  @FXML private Label summary;

  public DiscoveryController(DiscoveryViewModel model) {
    this.model = model;
  }

  @FXML
  void initialize() {
    model.seen().addListener((ignored, before, now) -> show(now));
    address.textProperty().addListener(ignored -> typed());
    path.textProperty().addListener(ignored -> typed());
    revision.textProperty().addListener(ignored -> typed());
    for (TextField field : List.of(address, path, revision, folder)) {
      field.setOnAction(ignored -> begin());
    }
    listPlace.getChildren().setAll(listed);
    many(false, "discover");
    show(model.seen().get());
    Background.soon(address::requestFocus);
  }

  /** Fills in the form from what was dropped or pasted: a file, or an address. */
  public void fill(String dropped) {
    many(false, "discover");
    Optional<Start> parsed = Start.parse(dropped.strip());
    switch (parsed.orElse(
        new Start.InRepository(new RepoUrl(dropped.strip()), "", Optional.empty()))) {
      case Start.Listed ignored -> {}
      case Start.ManifestFile(Path file) -> address.setText(file.toString());
      case Start.InRepository(RepoUrl url, String inside, Optional<String> wanted) -> {
        address.setText(url.text());
        path.setText(inside);
        revision.setText(wanted.orElse(""));
      }
    }
    address.requestFocus();
  }

  /**
   * Asks for a list of repositories in place of a bootstrap Application.
   *
   * @param local whether for clones of this machine
   */
  public void list(boolean local) {
    many(true, local ? "discover.local" : "discover.list");
    listed.ask(local);
  }

  private void many(boolean list, String words) {
    many = list;
    title.setText(Messages.text(words + ".title"));
    text.setText(Messages.text(words + ".text"));
    listPlace.setVisible(list);
    listPlace.setManaged(list);
    single.setVisible(!list);
    single.setManaged(!list);
    typed();
  }

  private Optional<Start> start() {
    if (many) {
      return listed.start();
    }
    String typed = address.getText().strip();
    if (typed.isEmpty()) {
      return Optional.empty();
    }
    if (isFile(typed)) {
      return Optional.of(new Start.ManifestFile(Path.of(typed).toAbsolutePath().normalize()));
    }
    String inside = path.getText().strip();
    return inside.isEmpty()
        ? Start.parse(typed)
        : Optional.of(
            new Start.InRepository(
                new RepoUrl(typed),
                inside,
                Optional.of(revision.getText().strip()).filter(r -> !r.isEmpty())));
  }

  private static boolean isFile(String named) {
    try {
      return Files.isRegularFile(Path.of(named));
    } catch (InvalidPathException anAddress) {
      return false;
    }
  }

  private void typed() {
    boolean file = isFile(address.getText().strip());
    path.setDisable(file);
    revision.setDisable(file);
    Optional<Start> start = start();
    begin.setDisable(start.isEmpty());
    why.setText(Messages.text(many ? "discover.list.why" : "discover.begin.why"));
    why.setVisible(start.isEmpty());
    why.setManaged(start.isEmpty());
    start.ifPresent(from -> folder.setPromptText(belowHome(proposed(from))));
  }

  private static String belowHome(Path path) {
    Path home = Path.of(System.getProperty("user.home", "."));
    return path.startsWith(home) ? "~/" + home.relativize(path) : path.toString();
  }

  /** A folder of its own in the home, named after the start. */
  private static Path proposed(Start start) {
    String name =
        switch (start) {
          case Start.ManifestFile(Path file) ->
              String.valueOf(file.getFileName()).replaceFirst("\\.(ya?ml|json)$", "");
          case Start.InRepository in -> in.url().shortName();
          case Start.Listed ignored -> "workspace";
        };
    Path home = Path.of(System.getProperty("user.home", "."), "layerscope");
    Path wanted = home.resolve(name.isBlank() ? "workspace" : name);
    for (int i = 2; Files.exists(wanted.resolve("workspace.yaml")); i++) {
      wanted = home.resolve(name + "-" + i);
    }
    return wanted;
  }

  @FXML
  void begin() {
    Optional<Start> start = start();
    if (start.isEmpty()) {
      return;
    }
    begun = System.nanoTime();
    given =
        switch (start.get()) {
          case Start.ManifestFile(Path file) -> Messages.text("discover.given", file.getFileName());
          case Start.InRepository in -> Messages.text("discover.given", in.path());
          case Start.Listed ignored -> Messages.text("discover.list.given");
        };
    String into = folder.getText().isBlank() ? folder.getPromptText() : folder.getText().strip();
    rows.clear();
    model.begin(
        start.get(),
        Path.of(into.replaceFirst("^~(?=/)", System.getProperty("user.home", "."))),
        shallow.isSelected() ? OptionalInt.of(1) : OptionalInt.empty());
  }

  @FXML
  void cancel() {
    model.cancel();
  }

  @FXML
  void draw() {
    model.draw();
  }

  @FXML
  void chooseFile() {
    var chooser = new FileChooser();
    chooser.setTitle(Messages.text("discover.choose"));
    Optional.ofNullable(chooser.showOpenDialog(address.getScene().getWindow()))
        .ifPresent(file -> fill(file.toString()));
  }

  @FXML
  void chooseFolder() {
    var chooser = new DirectoryChooser();
    chooser.setTitle(Messages.text("discover.folder"));
    Optional.ofNullable(chooser.showDialog(folder.getScene().getWindow()))
        .map(File::toString)
        .ifPresent(folder::setText);
  }

  private void show(Seen now) {
    boolean any = !now.found().isEmpty() || now.running();
    progress.setVisible(any);
    list.setVisible(any);
    counts.setText(Messages.text("discover.counts", now.done(), now.found().size()));
    followed.setText(Messages.text("discover.followed", now.followed(), now.applications()));
    size.setText(
        Messages.text(
            "discover.size",
            Sizes.text(now.bytes()),
            Duration.ofNanos(System.nanoTime() - begun).toSeconds()));
    bar.setProgress(DiscoveryProgress.of(now));
    rows(now);
    cancel.setVisible(any);
    draw.setVisible(any);
    cancel.setDisable(!now.running());
    draw.setDisable(now.done() == 0);
    summary.setText(DiscoveryProgress.summary(now));
  }

  private void rows(Seen now) {
    var shown = new ArrayList<Node>();
    for (FoundRepository one : DiscoveryViewModel.arranged(now.found())) {
      FoundRow row = rows.computeIfAbsent(one.url().identity(), ignored -> new FoundRow(model));
      row.show(one, now.looks(), given);
      shown.add(row);
    }
    now.outcome()
        .map(Discovered::lookalikes)
        .ifPresent(pairs ->
            pairs.forEach(pair -> shown.add(new LookalikeRow(pair, () -> model.merge(pair)))));
    if (!shown.equals(list.getChildren())) {
      list.getChildren().setAll(shown);
    }
  }
}
