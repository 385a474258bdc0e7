package dev.layerscope.ui.hierarchy;

import dev.layerscope.finding.Location;
import dev.layerscope.git.Commit;
import dev.layerscope.git.FileHistory;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.operation.place.DeclaringHistory;
import dev.layerscope.ui.common.FindingRow;
import dev.layerscope.ui.common.Messages;
import dev.layerscope.ui.common.Pieces;
import dev.layerscope.ui.workspace.Ages;
import dev.layerscope.ui.workspace.WorkspaceViewModel;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

/** Who wrote the lines that declare a node, and the commits of the files it comes from. */
final class HistoryPane extends VBox {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

  private final WorkspaceViewModel workspace;
  private final PlaceLinks links;
  private Optional<HierarchyNode> shown = Optional.empty();

  HistoryPane(WorkspaceViewModel workspace, PlaceLinks links) {
    this.workspace = workspace;
    this.links = links;
    setId("history");
  }

  /** Reads it, unless it is shown already. */
  void show(HierarchyNode node) {
    if (shown.filter(node::equals).isPresent()) {
      return;
    }
    shown = Optional.of(node);
    getChildren().setAll(note(Messages.text("history.reading")));
    workspace
        .shown()
        .get()
        .ifPresent(now ->
            workspace
                .background()
                .ask(
                    "history",
                    Messages.text("history.running", node.label()),
                    progress -> DeclaringHistory.of(now.opened(), node, progress),
                    this::list,
                    error ->
                        workspace.fail(
                            error,
                            () -> {
                              shown = Optional.empty();
                              show(node);
                            })));
  }

  private void list(List<DeclaringHistory.Part> parts) {
    getChildren().clear();
    for (DeclaringHistory.Part part : parts) {
      getChildren().add(part(part));
    }
    if (parts.isEmpty()) {
      getChildren().add(note(Messages.text("history.none")));
    }
  }

  private Node part(DeclaringHistory.Part part) {
    String key = part.declares() ? "history.declared" : "history.source";
    var section = new VBox(8, Pieces.label(Messages.text(key), "section-title"));
    section.getStyleClass().add("section");
    Location place = part.place();
    section.getChildren().add(links.file(FindingRow.place(place), place));
    FileHistory history = part.history();
    for (FileHistory.Written lines : part.lines()) {
      String range =
          lines.first() == lines.last()
              ? Messages.text("history.line", Integer.toString(lines.first()))
              : Messages.text(
                  "history.lines", Integer.toString(lines.first()), Integer.toString(lines.last()));
      section.getChildren().add(commit(place, lines.commit(), range));
    }
    if (!part.lines().isEmpty()) {
      section.getChildren().add(Pieces.label(Messages.text("history.commits"), "muted", "caption"));
    }
    history.commits().forEach(c -> section.getChildren().add(commit(place, c, "")));
    if (history.more()) {
      section.getChildren().add(Pieces.label(Messages.text("history.more"), "muted", "caption"));
    }
    if (history.cut()) {
      section.getChildren().add(Pieces.label(Messages.text("history.cut"), "warning", "caption"));
    }
    if (history.commits().isEmpty()) {
      section.getChildren().add(Pieces.label(Messages.text("history.unknown"), "muted", "small"));
    }
    return section;
  }

  private Node commit(Location place, Commit commit, String range) {
    Label subject = Pieces.label(commit.subject(), "small");
    subject.setMinWidth(0);
    String when = DAY.format(commit.author().when().atZone(commit.author().zone()));
    subject.setTooltip(
        new Tooltip(commit.author().name() + ", " + when + "\n\n" + commit.message().strip()));
    var url = new RepoUrl(place.repoUrl());
    Label who =
        Pieces.label(
            commit.author().name() + ", " + Ages.text(commit.author().when(), Instant.now()),
            "muted",
            "caption");
    who.setMinWidth(0);
    Label lines = Pieces.label(range, "muted", "caption");
    lines.setMinWidth(USE_PREF_SIZE);
    var id = links.commit(url, commit.id(), commit.id().substring(0, 7));
    id.setMinWidth(USE_PREF_SIZE);
    return new VBox(0, Pieces.row(8, id, subject), Pieces.row(8, who, Pieces.spring(), lines));
  }

  private static Node note(String text) {
    var section = new VBox(Pieces.label(text, "muted", "small"));
    section.getStyleClass().add("section");
    return section;
  }
}
