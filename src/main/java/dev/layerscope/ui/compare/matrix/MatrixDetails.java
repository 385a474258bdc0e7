package dev.layerscope.ui.compare.matrix;

import dev.layerscope.export.MatrixDocument;
import dev.layerscope.operation.Selection;
import dev.layerscope.operation.compare.Compare;
import dev.layerscope.operation.compare.Comparison;
import dev.layerscope.operation.compare.Comparison.ComparedApplication;
import dev.layerscope.operation.open.Opened;
import dev.layerscope.operation.side.Question;
import dev.layerscope.ui.common.Messages;
import dev.layerscope.ui.compare.rule.RulesInForce;
import dev.layerscope.ui.workspace.WorkspaceViewModel;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the chosen cell of the matrix differs in from the one on its left. */
final class MatrixDetails {
  private final WorkspaceViewModel workspace;
  private final RulesInForce rules;
  private final MatrixPane pane;
  private final Map<Integer, Comparison> compared = new HashMap<>();
  private Optional<MatrixPane.Chosen> chosen = Optional.empty();

  MatrixDetails(WorkspaceViewModel workspace, RulesInForce rules, MatrixPane pane) {
    this.workspace = workspace;
    this.rules = rules;
    this.pane = pane;
  }

  /** The chosen cell; the leftmost has nothing beside it. */
  Optional<MatrixPane.Chosen> chosen() {
    return chosen;
  }

  /** What was compared is so no longer. */
  void forget() {
    compared.clear();
  }

  void clear() {
    chosen = Optional.empty();
    pane.clear();
  }

  /**
   * Shows a cell.
   *
   * @param focused a row of an Application, or of one of its roots
   * @param column of the environment, from 1 on: the leftmost has nothing to be compared with
   * @param roots the roots wanted; empty for all
   */
  void look(MatrixDocument matrix, MatrixRow focused, int column, Set<String> roots) {
    Optional<MatrixDocument.Row> about = focused.row();
    if (about.isEmpty()) {
      return;
    }
    MatrixDocument.Row row = about.get();
    List<MatrixDocument.Column> all = matrix.columns();
    var bare =
        new MatrixPane.Chosen(
            row.name(),
            row.namespace(),
            all.get(column - 1).environment(),
            all.get(column).environment(),
            focused instanceof MatrixRow.OfRoot(var ignored, var line)
                ? List.of(line.root())
                : row.lines().stream().map(MatrixDocument.Line::root).toList(),
            List.of(),
            List.of());
    chosen = Optional.of(bare);
    Comparison known = compared.get(column);
    if (known != null) {
      show(bare, row, known);
    } else {
      pane.waiting(bare);
      rules.opened().ifPresent(opened -> compare(opened, column, bare, row, roots));
    }
  }

  private void compare(
      Opened opened,
      int column,
      MatrixPane.Chosen bare,
      MatrixDocument.Row row,
      Set<String> roots) {
    Question question =
        Question.tips(Selection.environment(bare.left()), Selection.environment(bare.here()))
            .about(roots);
    workspace
        .background()
        .ask(
            "matrix cell",
            Messages.text("status.comparing", bare.here(), bare.left()),
            progress -> Compare.compare(opened, question, progress),
            answer -> {
              compared.put(column, answer);
              if (chosen.filter(bare::equals).isPresent()) {
                show(bare, row, answer);
              }
            },
            error -> workspace.fail(error, () -> compare(opened, column, bare, row, roots)));
  }

  private void show(MatrixPane.Chosen bare, MatrixDocument.Row row, Comparison comparison) {
    List<ComparedApplication> found =
        comparison.applications().stream()
            .filter(a ->
                a.change().node().name().equals(row.name())
                    && a.change().id().namespace().equals(row.namespace())
                    && a.change().node().kind().text().equals(row.kind())
                    && a.change().roots().stream().anyMatch(bare.roots()::contains))
            .sorted(Comparator.comparing(a -> !a.differs()))
            .toList();
    var whole =
        new MatrixPane.Chosen(
            bare.name(),
            bare.namespace(),
            bare.left(),
            bare.here(),
            bare.roots(),
            found,
            MatrixCommits.of(comparison, row.name()));
    chosen = Optional.of(whole);
    pane.show(whole);
  }
}
