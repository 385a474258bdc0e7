package dev.layerscope.ui.workspace;

import dev.layerscope.git.Clone;
import dev.layerscope.git.RefMove;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.Repositories.Access;
import dev.layerscope.operation.open.FetchAll.Fetched;
import dev.layerscope.operation.open.Opened;
import dev.layerscope.ui.common.Messages;
import dev.layerscope.ui.common.Pieces;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Every repository with its age, what the last fetch brought, and a button to fetch it alone. */
final class RepositoryList extends VBox {
  private static final int MOST_MOVES = 6;

  private final WorkspaceViewModel workspace;

  RepositoryList(WorkspaceViewModel workspace) {
    this.workspace = workspace;
    getStyleClass().add("found-list");
  }

  void show(Instant now) {
    var rows = new ArrayList<Node>();
    workspace
        .opened()
        .get()
        .map(Opened::access)
        .ifPresent(access -> access.all().forEach(one -> rows.add(row(one, now))));
    getChildren().setAll(rows);
  }

  private VBox row(Access access, Instant now) {
    return switch (access) {
      case Access.Available(RepoUrl url, Clone clone) ->
          row(
              url,
              clone.isShallow(),
              clone.fetchedAt(),
              Optional.ofNullable(workspace.news().get().get(url)),
              now);
      case Access.Unavailable(RepoUrl url, var kind, String reason) ->
          row(
              url,
              false,
              Optional.empty(),
              Optional.of(new Fetched(url, Optional.of(reason), List.of(), Optional.empty())),
              now);
      case Access.Unknown(RepoUrl url) -> row(url, false, Optional.empty(), Optional.empty(), now);
    };
  }

  private VBox row(
      RepoUrl url,
      boolean shallow,
      Optional<Instant> fetched,
      Optional<Fetched> news,
      Instant now) {
    var name = Pieces.label(url.display(), "strong");
    name.setMinWidth(0);
    Label age = Pieces.label(Messages.text("repositories.age", Ages.text(fetched, now)), "muted");
    age.setMinWidth(Region.USE_PREF_SIZE);
    var fetch = new Button(Messages.text("repositories.fetch"));
    fetch.getStyleClass().add("quiet");
    fetch.setMinWidth(Region.USE_PREF_SIZE);
    fetch.setAccessibleText(Messages.text("repositories.fetch.named", url.shortName()));
    fetch.setOnAction(ignored -> workspace.fetch(url));
    boolean trouble = news.flatMap(Fetched::trouble).isPresent();
    Node sign =
        trouble
            ? Pieces.icon("fth-alert-circle", 16, "error")
            : Pieces.icon("fth-check-circle", 16, "ok");
    Label newest = Pieces.label(shallow ? Messages.text("repository.shallow") : "", "chip");
    newest.setVisible(shallow);
    newest.setManaged(shallow);
    newest.setMinWidth(Region.USE_PREF_SIZE);
    var row = new VBox(2, Pieces.row(10, sign, name, newest, Pieces.spring(), age, fetch));
    row.getStyleClass().add("found-row");
    news.map(RepositoryList::said)
        .filter(text -> !text.isEmpty())
        .ifPresent(text -> {
          Label label = Pieces.label(text, trouble ? "error" : "muted", "small");
          label.setWrapText(true);
          label.setPadding(new javafx.geometry.Insets(0, 0, 8, 26));
          row.getChildren().add(label);
        });
    return row;
  }

  private static String said(Fetched news) {
    if (news.trouble().isPresent()) {
      return news.trouble().get();
    }
    List<RefMove> moved = news.moved();
    String first =
        moved.stream()
            .limit(MOST_MOVES)
            .map(RepositoryList::said)
            .collect(Collectors.joining(", "));
    return moved.size() > MOST_MOVES
        ? Messages.text("repositories.moved.more", first, moved.size() - MOST_MOVES)
        : first;
  }

  private static String said(RefMove move) {
    return switch (move.how()) {
      case NEW -> Messages.text("moved.new", move.name());
      case FORWARD ->
          Messages.text("moved.forward", move.name(), brief(move.from()), brief(move.to()));
      case FORCED ->
          Messages.text("moved.forced", move.name(), brief(move.from()), brief(move.to()));
      case GONE -> Messages.text("moved.gone", move.name(), brief(move.from()));
    };
  }

  private static String brief(Optional<String> commit) {
    return commit.map(id -> id.substring(0, 7)).orElse("");
  }
}
