package dev.layerscope.ui.edit;

import dev.layerscope.edit.PlannedEdit;
import dev.layerscope.edit.Preview;
import dev.layerscope.finding.Finding;
import dev.layerscope.finding.Severity;
import dev.layerscope.hierarchy.Hierarchy;
import dev.layerscope.ui.common.FindingRow;
import dev.layerscope.ui.common.Messages;
import dev.layerscope.ui.common.Pieces;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;

/** What a plan does to the findings: how many before and after, which are new, cured, unchanged. */
final class PlanFindings {
  private static final int MOST_UNCHANGED = 40;

  private final Pane place;

  PlanFindings(Pane place) {
    this.place = place;
  }

  /** Shows them and says how many are new. */
  int show(PlannedEdit edit) {
    var nodes = new ArrayList<Node>();
    nodes.add(numbers(edit));
    List<Finding> fresh = findings(edit.previews().stream().map(Preview::newFindings));
    List<Finding> gone = findings(edit.previews().stream().map(Preview::goneFindings));
    group(nodes, "plan.findings.new", fresh);
    group(nodes, "plan.findings.cured", gone);
    List<Finding> rest = new ArrayList<>(all(edit, true).toList());
    fresh.forEach(rest::remove);
    unchanged(nodes, rest.stream().distinct().toList());
    place.getChildren().setAll(nodes);
    return fresh.size();
  }

  private static List<Finding> findings(Stream<List<Preview.Seen>> seen) {
    return seen.flatMap(List::stream).map(Preview.Seen::finding).distinct().toList();
  }

  private static Stream<Finding> all(PlannedEdit edit, boolean after) {
    return edit.previews().stream().flatMap(p -> all(after ? p.after() : p.before()));
  }

  private static Stream<Finding> all(Hierarchy hierarchy) {
    return Stream.concat(
        hierarchy.roots().stream().flatMap(r -> r.findings().stream()),
        hierarchy.nodes().stream().flatMap(n -> n.findings().stream()));
  }

  private static Node numbers(PlannedEdit edit) {
    HBox row = Pieces.row(48);
    for (Severity severity : List.of(Severity.ERROR, Severity.WARNING, Severity.INFO)) {
      long before = all(edit, false).filter(f -> f.severity() == severity).count();
      long after = all(edit, true).filter(f -> f.severity() == severity).count();
      long fresh = count(edit.previews().stream().map(Preview::newFindings), severity);
      long gone = count(edit.previews().stream().map(Preview::goneFindings), severity);
      String word = severity.name().toLowerCase(Locale.ROOT);
      row.getChildren()
          .add(
              new VBox(
                  2,
                  Pieces.label(before + " → " + after, "heading"),
                  Pieces.label(Messages.text("plan.severity." + word), "small"),
                  Pieces.label(Messages.text("plan.newcured", fresh, gone), "caption", "muted")));
    }
    boolean blocked = !edit.newErrors().isEmpty();
    Label verdict =
        Pieces.label(
            blocked
                ? Messages.text("plan.blocked", edit.newErrors().size())
                : Messages.text("plan.unblocked"),
            "small",
            blocked ? "error" : "muted");
    verdict.setWrapText(true);
    Node sign =
        blocked ? FindingRow.icon(Severity.ERROR) : Pieces.icon("fth-check-circle", 15, "ok");
    row.getChildren().addAll(Pieces.spring(), Pieces.row(8, sign, verdict));
    return row;
  }

  private static long count(Stream<List<Preview.Seen>> seen, Severity severity) {
    return seen.flatMap(List::stream).filter(s -> s.finding().severity() == severity).count();
  }

  private static void group(List<Node> nodes, String key, List<Finding> findings) {
    if (!findings.isEmpty()) {
      nodes.add(head(key, findings.size()));
      findings.forEach(finding -> nodes.add(FindingRow.of(finding)));
    }
  }

  private static Node head(String key, int count) {
    HBox head =
        Pieces.row(8, Pieces.label(Messages.text(key), "strong"), Pieces.label("" + count, "chip"));
    head.getStyleClass().add("group-head");
    return head;
  }

  /** Only on request: they are not this plan's. */
  private static void unchanged(List<Node> nodes, List<Finding> rest) {
    if (rest.isEmpty()) {
      return;
    }
    var list = new VBox(8);
    var show = new Hyperlink(Messages.text("plan.findings.rest", rest.size()));
    show.setOnAction(ignored -> {
      list.getChildren().setAll(head("plan.findings.unchanged", rest.size()));
      rest.stream().limit(MOST_UNCHANGED).forEach(f -> list.getChildren().add(FindingRow.of(f)));
      if (rest.size() > MOST_UNCHANGED) {
        list.getChildren()
            .add(
                Pieces.label(
                    Messages.text("plan.findings.more", rest.size() - MOST_UNCHANGED), "muted"));
      }
    });
    list.getChildren().add(show);
    nodes.add(list);
  }
}
