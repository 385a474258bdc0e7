package dev.layerscope.ui.hierarchy;

import dev.layerscope.git.RepoUrl;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.operation.place.RepositoryPaths;
import dev.layerscope.ui.common.Messages;
import dev.layerscope.ui.common.Pieces;
import dev.layerscope.ui.workspace.WorkspaceViewModel;
import dev.layerscope.ui.workspace.WorkspaceViewModel.Shown;
import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

/** Asks for any file or directory of any repository: what a change to it reaches is shown then. */
final class PlaceDialog extends Dialog<ButtonType> {
  private static final int MOST = 200;

  private final WorkspaceViewModel workspace;
  private final ComboBox<String> repositories = new ComboBox<>();
  private final TextField path = new TextField();
  private final ListView<String> paths = new ListView<>();
  private NavigableSet<String> all = new TreeSet<>();

  /**
   * @param node whose repository is offered first
   */
  PlaceDialog(WorkspaceViewModel workspace, Optional<HierarchyNode> node, Window owner) {
    this.workspace = workspace;
    initOwner(owner);
    setTitle(Messages.text("place.title"));
    setHeaderText(Messages.text("place.header"));
    repositories.setId("placeRepository");
    repositories.setAccessibleText(Messages.text("inspector.repository"));
    repositories.setMaxWidth(Double.MAX_VALUE);
    path.setId("placePath");
    path.setPromptText(Messages.text("place.prompt"));
    path.setAccessibleText(Messages.text("place.prompt"));
    paths.setId("placePaths");
    paths.setAccessibleText(Messages.text("place.list"));
    paths.setFixedCellSize(24);
    paths.setPrefSize(520, 260);
    path.textProperty().addListener(ignored -> list());
    paths
        .getSelectionModel()
        .selectedItemProperty()
        .addListener((ignored, before, now) -> {
          if (now != null && !now.equals(path.getText())) {
            path.setText(now);
            path.end();
          }
        });
    repositories.valueProperty().addListener(ignored -> read());
    getDialogPane()
        .setContent(
            new VBox(
                8,
                Pieces.label(Messages.text("inspector.repository"), "small"),
                repositories,
                Pieces.label(Messages.text("inspector.path"), "small"),
                path,
                paths));
    getDialogPane().getButtonTypes().setAll(ButtonType.OK, ButtonType.CANCEL);
    workspace
        .opened()
        .get()
        .ifPresent(opened ->
            opened
                .workspace()
                .repositories()
                .forEach(entry -> repositories.getItems().add(entry.url().display())));
    repositories.getSelectionModel().selectFirst();
    node.flatMap(this::repositoryOf).ifPresent(url -> repositories.setValue(url.display()));
    Pieces.begin(this, path);
  }

  /** Shows it, and takes what was chosen. */
  void ask(BiConsumer<RepoUrl, String> take) {
    showAndWait()
        .filter(ButtonType.OK::equals)
        .flatMap(ignored -> repository())
        .ifPresent(url -> {
          String typed = path.getText().strip();
          String place = typed.replaceFirst("/+$", "");
          take.accept(url, place.isEmpty() ? "." : place);
        });
  }

  private Optional<RepoUrl> repositoryOf(HierarchyNode node) {
    return node.sources().stream()
        .flatMap(source -> declared(new RepoUrl(source.repository())::sameRepositoryAs).stream())
        .findFirst();
  }

  private Optional<RepoUrl> repository() {
    return declared(url -> url.display().equals(repositories.getValue()));
  }

  private Optional<RepoUrl> declared(Predicate<RepoUrl> which) {
    return workspace
        .opened()
        .get()
        .flatMap(opened ->
            opened.workspace().repositories().stream()
                .map(entry -> entry.url())
                .filter(which)
                .findFirst());
  }

  private void read() {
    Optional<Shown> shown = workspace.shown().get();
    Optional<RepoUrl> url = repository();
    if (shown.isPresent() && url.isPresent()) {
      workspace
          .background()
          .ask(
              "paths",
              Messages.text("place.reading", url.get().shortName()),
              progress ->
                  RepositoryPaths.of(shown.get().opened(), shown.get().selection(), url.get()),
              found -> {
                all = found;
                list();
              },
              error -> workspace.fail(error, this::read));
    }
  }

  private void list() {
    String typed = path.getText().strip().toLowerCase(Locale.ROOT);
    List<String> some =
        all.stream()
            .filter(one -> one.toLowerCase(Locale.ROOT).contains(typed))
            .limit(MOST)
            .toList();
    if (!some.equals(paths.getItems())) {
      paths.getItems().setAll(some);
    }
  }
}
