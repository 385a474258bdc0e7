package dev.layerscope.ui.compare.matrix;

import dev.layerscope.export.MatrixDocument;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.ui.common.Messages;
import dev.layerscope.ui.common.Pieces;
import dev.layerscope.ui.workspace.WorkspaceViewModel;
import dev.layerscope.workspace.Workspace;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

/** What stands above a column: its newest commit, and how far it is from the column on its left. */
final class MatrixHeadings {
  private final WorkspaceViewModel workspace;

  MatrixHeadings(WorkspaceViewModel workspace) {
    this.workspace = workspace;
  }

  /**
   * The heading of a column.
   *
   * @param left the environment on its left; the leftmost has none
   */
  Node of(MatrixDocument.Column column, Optional<String> left) {
    boolean first = left.isEmpty();
    Optional<MatrixDocument.Head> newest =
        column.heads().stream().max(Comparator.comparing(MatrixHeadings::when));
    var box =
        new VBox(
            2,
            Pieces.row(
                6,
                Pieces.label(column.environment(), "strong"),
                Pieces.label(newest.map(h -> commit(h.commit())).orElse(""), "code", "subtle")),
            Pieces.label(newest.map(MatrixHeadings::newest).orElse(""), "subtle", "caption"),
            Pieces.label(
                left.map(name -> apart(column.heads(), name))
                    .orElse(Messages.text("matrix.leftmost")),
                "subtle",
                "caption"));
    box.setAlignment(Pos.CENTER_LEFT);
    Tooltip.install(box, new Tooltip(all(column, first)));
    return box;
  }

  /** Every repository: its commit, and how far it is from the left. */
  private static String all(MatrixDocument.Column column, boolean first) {
    return column.heads().stream()
        .sorted(Comparator.comparing(MatrixHeadings::when).reversed())
        .map(head ->
            Messages.text(
                first ? "matrix.headfirst" : "matrix.head",
                new RepoUrl(head.repository()).shortName(),
                commit(head.commit()),
                ago(when(head)),
                head.subject(),
                head.behind(),
                head.ahead()))
        .collect(Collectors.joining("\n"));
  }

  /** What stands above the names: how much is compared, and with what. */
  Node ofNames(MatrixDocument document) {
    long repositories =
        document.rows().stream()
            .map(MatrixDocument.Row::repository)
            .filter(repository -> !repository.isEmpty())
            .distinct()
            .count();
    var box =
        new VBox(
            2,
            Pieces.label(document.workspace(), "strong"),
            Pieces.label(
                Messages.text("matrix.size", document.rows().size(), repositories),
                "subtle",
                "caption"),
            Pieces.label(Messages.text("matrix.first"), "subtle", "caption"));
    box.setAlignment(Pos.CENTER_LEFT);
    return box;
  }

  private static String newest(MatrixDocument.Head head) {
    return Messages.text(
        "matrix.newest", ago(when(head)), new RepoUrl(head.repository()).shortName());
  }

  static String ago(Instant when) {
    Duration since = Duration.between(when, Instant.now());
    return since.toDays() > 0
        ? Messages.text("matrix.days", since.toDays())
        : since.toHours() > 0
            ? Messages.text("matrix.hours", since.toHours())
            : Messages.text("matrix.minutes", Math.max(0, since.toMinutes()));
  }

  static Instant when(MatrixDocument.Head head) {
    try {
      return head.date().isEmpty() ? Instant.EPOCH : Instant.parse(head.date());
    } catch (DateTimeException e) {
      return Instant.EPOCH;
    }
  }

  static String commit(String id) {
    return id.length() < 7 ? id : id.substring(0, 7);
  }

  private static String apart(List<MatrixDocument.Head> heads, String left) {
    int behind = heads.stream().mapToInt(MatrixDocument.Head::behind).sum();
    int ahead = heads.stream().mapToInt(MatrixDocument.Head::ahead).sum();
    return behind + ahead == 0
        ? Messages.text("matrix.levelwith", left)
        : Messages.text("matrix.behind", behind, ahead, left) + uncertain(heads);
  }

  /** The same of one layer or repository: of the repositories that are in it. */
  String ofGroup(MatrixDocument.Column column, boolean first, MatrixRow.Group group) {
    List<MatrixDocument.Head> heads = of(column, group);
    if (heads.isEmpty()) {
      return "";
    }
    int behind = heads.stream().mapToInt(MatrixDocument.Head::behind).sum();
    int ahead = heads.stream().mapToInt(MatrixDocument.Head::ahead).sum();
    return first
        ? Messages.text("matrix.leftmost")
        : behind + ahead == 0
            ? Messages.text("matrix.level")
            : Messages.text("matrix.apart", behind, ahead) + uncertain(heads);
  }

  /** The repositories that are in a group. */
  List<MatrixDocument.Head> of(MatrixDocument.Column column, MatrixRow.Group group) {
    return column.heads().stream().filter(head -> isIn(head, group)).toList();
  }

  /** A question mark, as everywhere, for numbers that end where a shallow clone ends. */
  private static String uncertain(List<MatrixDocument.Head> heads) {
    return heads.stream().anyMatch(MatrixDocument.Head::uncertain) ? " ?" : "";
  }

  private boolean isIn(MatrixDocument.Head head, MatrixRow.Group group) {
    return switch (group.by()) {
      case LAYER -> layer(head).equals(group.name());
      case REPOSITORY, TEAM -> new RepoUrl(head.repository()).shortName().equals(group.name());
      case NONE -> false;
    };
  }

  private String layer(MatrixDocument.Head head) {
    var url = new RepoUrl(head.repository());
    return workspace
        .opened()
        .get()
        .flatMap(opened -> opened.workspace().repository(url))
        .flatMap(Workspace.RepositoryEntry::layer)
        .orElse(url.shortName());
  }
}
