package dev.layerscope.ui.compare.matrix;

import dev.layerscope.diff.history.CommitsApart;
import dev.layerscope.diff.manifest.ResourceChange;
import dev.layerscope.edit.intention.Promotion;
import dev.layerscope.edit.intention.Tick;
import dev.layerscope.export.FleetWords;
import dev.layerscope.export.MatrixDocument;
import dev.layerscope.hierarchy.NodeId;
import dev.layerscope.operation.compare.Comparison.ComparedApplication;
import dev.layerscope.ui.common.Messages;
import dev.layerscope.ui.common.Pieces;
import dev.layerscope.ui.compare.TickNames;
import dev.layerscope.ui.compare.ToComparison;
import dev.layerscope.ui.compare.rule.Acknowledging;
import dev.layerscope.ui.compare.rule.RulesInForce;
import dev.layerscope.ui.workspace.EditWish;
import dev.layerscope.ui.workspace.WorkspaceViewModel;
import dev.layerscope.workspace.ExpectedEntry;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** What a cell of the matrix differs in from its left, beside the table. */
final class MatrixPane extends BorderPane {
  private static final int MOST = 200;

  private final WorkspaceViewModel workspace;
  private final RulesInForce rules;
  private final ToComparison compare;
  private final MatrixDifferences differences;
  private final VBox rows = new VBox();
  private final ToggleGroup tabs = new ToggleGroup();
  private boolean commits;

  /**
   * A chosen cell.
   *
   * @param namespace the Application's
   * @param left the environment it is compared with
   * @param here its own
   * @param roots the roots it is about
   * @param compared what it became, each result once with its roots
   * @param commits what either has that the other has not
   */
  record Chosen(
      String name,
      String namespace,
      String left,
      String here,
      List<String> roots,
      List<ComparedApplication> compared,
      List<Behind> commits) {
    Chosen {
      roots = List.copyOf(roots);
      compared = List.copyOf(compared);
      commits = List.copyOf(commits);
    }

    /** The node to go to: of the first result that differs. */
    Optional<NodeId> node() {
      return compared.stream()
          .filter(ComparedApplication::differs)
          .findFirst()
          .or(() -> compared.stream().findFirst())
          .map(c -> c.change().id());
    }
  }

  /**
   * A commit that only one of the two environments has, and that this Application reads.
   *
   * @param missing whether the chosen environment lacks it
   */
  record Behind(String repository, CommitsApart.Told told, boolean missing) {}

  MatrixPane(WorkspaceViewModel workspace, RulesInForce rules, ToComparison compare) {
    this.workspace = workspace;
    this.rules = rules;
    this.compare = compare;
    differences =
        new MatrixDifferences(
            rules::expect,
            field ->
                Acknowledging.ask(field.entry(), getScene().getWindow()).ifPresent(rules::expect));
    getStyleClass().add("matrix-pane");
    setPrefWidth(296);
    setMinWidth(260);
    rows.getStyleClass().add("section");
    var scroll = new ScrollPane(rows);
    scroll.setFitToWidth(true);
    setCenter(scroll);
    clear();
  }

  void clear() {
    setTop(null);
    setBottom(null);
    rows.getChildren().setAll(sentence(Messages.text("matrix.choosecell")));
  }

  private static Label sentence(String words) {
    Label sentence = Pieces.label(words, "muted");
    sentence.setWrapText(true);
    sentence.setMinHeight(USE_PREF_SIZE);
    return sentence;
  }

  private static String nothing(Chosen chosen) {
    long otherwise =
        chosen.compared().stream()
            .flatMap(c -> c.resources().stream())
            .filter(ResourceChange::formattingOnly)
            .count();
    return otherwise > 0
        ? Messages.text("matrix.onlyformatting", otherwise)
        : Messages.text("matrix.nothing");
  }

  private static VBox section(double spacing, Node... nodes) {
    var box = new VBox(spacing, nodes);
    box.getStyleClass().add("section");
    return box;
  }

  /** Where the repositories of an environment are. */
  void branches(String environment, String words, List<MatrixDocument.Head> heads) {
    setTop(section(8, Pieces.label(environment, "heading"), Pieces.label(words, "small", "muted")));
    setBottom(null);
    rows.getChildren().setAll(MatrixBranches.of(heads));
  }

  /** Says what is being looked at until it is known. */
  void waiting(Chosen chosen) {
    setTop(head(chosen));
    setBottom(null);
    rows.getChildren()
        .setAll(
            Pieces.label(Messages.text("status.comparing", chosen.here(), chosen.left()), "muted"));
  }

  void show(Chosen chosen) {
    setTop(head(chosen));
    List<Node> shown = commits ? commits(chosen) : differences(chosen);
    rows.getChildren().setAll(shown);
    setBottom(foot(chosen));
  }

  private List<Node> differences(Chosen chosen) {
    boolean several = chosen.compared().size() > 1;
    List<Node> all =
        chosen.compared().stream()
            .flatMap(c -> several ? onRoots(c) : differences.of(c))
            .limit(MOST)
            .toList();
    return all.isEmpty() ? List.of(sentence(nothing(chosen))) : all;
  }

  /** One of several results, with the roots it holds for. */
  private Stream<Node> onRoots(ComparedApplication one) {
    List<Node> all = differences.of(one).toList();
    Label roots =
        Pieces.label(
            Messages.text("matrix.onroots", FleetWords.brief(one.change().roots())), "strong");
    return Stream.of(
            Stream.of(roots),
            all.stream(),
            all.isEmpty()
                ? Stream.of(sentence(Messages.text("matrix.nothing")))
                : Stream.<Node>empty())
        .flatMap(nodes -> nodes);
  }

  private static List<Node> commits(Chosen chosen) {
    return chosen.commits().isEmpty()
        ? List.of(sentence(Messages.text("matrix.nocommits")))
        : chosen.commits().stream().limit(MOST).map(MatrixPane::commit).toList();
  }

  private static Node commit(Behind behind) {
    var commit = behind.told().commit();
    boolean same = behind.told().equivalent().isPresent();
    Label subject = Pieces.label(commit.subject(), same ? "subtle" : "small");
    subject.setMinWidth(20);
    subject.setTooltip(new Tooltip(commit.subject()));
    Label sign =
        Pieces.label(
            behind.missing() ? "−" : "+", behind.missing() ? "diff-removed" : "diff-added");
    Label below =
        Pieces.label(
            behind.repository()
                + " · "
                + commit.id().substring(0, 7)
                + " · "
                + commit.author().name()
                + (same ? " · " + Messages.text("compare.samepatch") : ""),
            "small",
            "muted");
    var box = new VBox(2, Pieces.row(6, sign, subject), below);
    box.getStyleClass().add("matrix-difference");
    return box;
  }

  private Node tabs(Chosen chosen, int count) {
    var first = tab(Messages.text("matrix.differences", count), false, chosen);
    var second = tab(Messages.text("matrix.commits", chosen.commits().size()), true, chosen);
    second.setId("matrixCommits");
    HBox row = Pieces.row(0, first, second);
    row.getStyleClass().add("segments");
    row.setMaxWidth(USE_PREF_SIZE);
    return row;
  }

  private ToggleButton tab(String words, boolean ofCommits, Chosen chosen) {
    var button = new ToggleButton(words);
    button.setToggleGroup(tabs);
    button.setSelected(commits == ofCommits);
    button.setOnAction(ignored -> {
      commits = ofCommits;
      show(chosen);
    });
    return button;
  }

  private Node head(Chosen chosen) {
    int count =
        chosen.compared().stream().mapToInt(c -> c.size() + c.change().fields().size()).sum();
    Label words =
        Pieces.label(
            Messages.text("matrix.between", chosen.left(), chosen.here()), "small", "muted");
    var open = new Button(Messages.text("matrix.open"), Pieces.icon("fth-columns", 13));
    open.getStyleClass().add("accent");
    open.setOnAction(ignored -> open(chosen));
    var promote = new Button(Messages.text("compare.promote"), Pieces.icon("fth-git-merge", 13));
    promote.setOnAction(ignored -> promote(chosen));
    return section(
        8,
        Pieces.label(chosen.name(), "heading"),
        words,
        Pieces.row(8, open, promote),
        tabs(chosen, count));
  }

  private Node foot(Chosen chosen) {
    var acknowledge = new Hyperlink(Messages.text("compare.acknowledge"));
    acknowledge.setOnAction(ignored -> acknowledge(chosen));
    var row =
        Pieces.row(8, Pieces.label(Messages.text("matrix.meant"), "small", "muted"), acknowledge);
    row.getStyleClass().add("section");
    return row;
  }

  void open(Chosen chosen) {
    compare.open(chosen.here(), chosen.left(), chosen.node());
  }

  void promote(Chosen chosen) {
    workspace
        .edits()
        .want(
            new EditWish.Ready(
                Messages.text("compare.promotetitle", chosen.left(), chosen.here()),
                new Promotion(
                    chosen.left(),
                    chosen.here(),
                    chosen.roots().stream()
                        .map(root -> TickNames.on(root, chosen.namespace(), chosen.name()))
                        .<Tick>map(Tick.Application::new)
                        .toList()),
                List.of(chosen.name())));
  }

  /** Everything this Application differs in is accepted. */
  void acknowledge(Chosen chosen) {
    Acknowledging.ask(
            ExpectedEntry.field("**").withApplication(chosen.name()), getScene().getWindow())
        .ifPresent(rules::expect);
  }
}
