package dev.layerscope.ui.edit;

import dev.layerscope.diff.Change;
import dev.layerscope.edit.PlannedEdit;
import dev.layerscope.edit.Preview;
import dev.layerscope.export.picture.Estate;
import dev.layerscope.export.picture.LayerLooks;
import dev.layerscope.export.picture.Mark;
import dev.layerscope.hierarchy.Hierarchy;
import dev.layerscope.hierarchy.NodeId;
import dev.layerscope.hierarchy.NodeKind;
import dev.layerscope.hierarchy.ResolvedRoot;
import dev.layerscope.ui.common.Messages;
import dev.layerscope.ui.common.Pieces;
import dev.layerscope.ui.hierarchy.GraphView;
import dev.layerscope.ui.hierarchy.HierarchyViewModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;

/** The hierarchy a plan leads to, drawn over the one there is, one environment at a time. */
final class PlanHierarchy {
  private static final List<Mark> LEGEND =
      List.of(Mark.ADDED, Mark.CHANGED, Mark.REMOVED, Mark.MOVED);

  private final HierarchyViewModel model = new HierarchyViewModel();
  private final GraphView graph = new GraphView(model);
  private final HBox tools;
  private final Label sentence = Pieces.label("", "muted", "small");
  private final Label place = Pieces.label("", "small");
  private List<Preview> previews = List.of();
  private List<List<Preview>> steps = List.of();
  private int step;
  private List<NodeId> differing = List.of();
  private View view = View.BOTH;
  private int environment;
  private int at = -1;

  /** Which of the two is drawn. */
  private enum View {
    BEFORE,
    AFTER,
    BOTH
  }

  PlanHierarchy(HBox tools, Pane legend, Pane canvas) {
    this.tools = tools;
    canvas.getChildren().add(graph);
    sentence.setMinWidth(0);
    HBox.setHgrow(sentence, Priority.ALWAYS);
    for (Mark mark : LEGEND) {
      String style = "diff-" + (mark == Mark.CHANGED ? "changed" : word(mark));
      legend
          .getChildren()
          .addAll(
              Pieces.label(mark.sign(), "strong", style),
              Pieces.label(Messages.text("plan.mark." + word(mark)), "small", "muted"));
    }
    graph.shortcuts().on("F7", () -> step(1));
    graph.shortcuts().on("Shift+F7", () -> step(-1));
  }

  private static String word(Mark mark) {
    return mark.name().toLowerCase(java.util.Locale.ROOT);
  }

  void show(PlannedEdit edit) {
    var all = new ArrayList<>(List.of(edit.previews()));
    edit.steps().forEach(one -> all.add(one.previews()));
    steps = List.copyOf(all);
    step = Math.min(step, steps.size() - 1);
    previews = steps.get(step);
    environment = Math.min(environment, Math.max(0, previews.size() - 1));
    tools();
    draw();
  }

  private void tools() {
    tools.getChildren().clear();
    if (steps.size() > 1) {
      var names = new ArrayList<>(List.of(Messages.text("plan.steps.all")));
      IntStream.range(1, steps.size()).forEach(i -> names.add(Messages.text("plan.steps.one", i)));
      tools
          .getChildren()
          .add(
              new Segments(
                  names,
                  step,
                  chosen -> {
                    step = chosen;
                    previews = steps.get(step);
                    draw();
                  }));
    }
    if (previews.size() > 1) {
      List<String> names = previews.stream().map(Preview::environment).toList();
      tools
          .getChildren()
          .add(
              new Segments(
                  names,
                  environment,
                  chosen -> {
                    environment = chosen;
                    draw();
                  }));
    }
    List<String> views =
        List.of(View.values()).stream()
            .map(v -> Messages.text("plan.view." + v.name().toLowerCase(java.util.Locale.ROOT)))
            .toList();
    tools
        .getChildren()
        .addAll(
            new Segments(
                views,
                List.of(View.values()).indexOf(view),
                chosen -> {
                  view = View.values()[chosen];
                  draw();
                }),
            sentence,
            Pieces.spring(),
            Pieces.iconButton("fth-chevron-up", Messages.text("plan.previous"), () -> step(-1)),
            place,
            Pieces.iconButton("fth-chevron-down", Messages.text("plan.next"), () -> step(1)));
    place.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
  }

  private void draw() {
    if (previews.isEmpty()) {
      return;
    }
    Preview preview = previews.get(environment);
    Map<NodeId, Mark> marks = new LinkedHashMap<>();
    mark(marks, preview, Change.ADDED, Mark.ADDED);
    mark(marks, preview, Change.CHANGED, Mark.CHANGED);
    mark(marks, preview, Change.REMOVED, Mark.REMOVED);
    mark(marks, preview, Change.MOVED, Mark.MOVED);
    Hierarchy drawn =
        switch (view) {
          case BEFORE -> preview.before();
          case AFTER -> preview.after();
          case BOTH -> preview.after().over(preview.before());
        };
    Set<NodeId> there = drawn.nodes().stream().map(n -> n.id()).collect(Collectors.toSet());
    marks.keySet().retainAll(there);
    differing = drawn.nodes().stream().map(n -> n.id()).filter(marks::containsKey).toList();
    model.show(
        Estate.of(drawn, LayerLooks.of(drawn)), view == View.BEFORE ? Map.of() : marks, Map.of());
    sentence.setText(said(preview));
    at = -1;
    place.setText(Messages.text("plan.place", 0, differing.size()));
    differing.stream()
        .filter(id -> id.kind() == NodeKind.APPLICATION)
        .findFirst()
        .or(() -> differing.stream().findFirst())
        .ifPresent(id -> select(differing.indexOf(id)));
  }

  private void step(int direction) {
    if (!differing.isEmpty()) {
      select(Math.floorMod(at + direction, differing.size()));
    }
  }

  private void select(int index) {
    at = index;
    place.setText(Messages.text("plan.place", at + 1, differing.size()));
    model.select(differing.get(at));
    graph.reveal();
  }

  private static void mark(Map<NodeId, Mark> marks, Preview preview, Change change, Mark mark) {
    preview.ids(change).forEach(id -> marks.put(id, mark));
  }

  /** What changes, and how far it reaches. */
  private static String said(Preview preview) {
    Set<NodeId> changed = preview.changes().stream().map(c -> c.id()).collect(Collectors.toSet());
    long same = preview.after().nodes().stream().filter(n -> !changed.contains(n.id())).count();
    Set<String> roots =
        changed.stream()
            .flatMap(id ->
                List.of(preview.after(), preview.before()).stream()
                    .filter(h -> h.nodes().stream().anyMatch(n -> n.id().equals(id)))
                    .flatMap(h -> h.rootsReaching(id).stream()))
            .map(ResolvedRoot::name)
            .collect(Collectors.toSet());
    return Messages.text(
        "plan.change",
        preview.ids(Change.ADDED).size(),
        preview.ids(Change.CHANGED).size(),
        preview.ids(Change.REMOVED).size(),
        preview.ids(Change.MOVED).size(),
        same,
        roots.size(),
        preview.after().roots().size(),
        preview.environment());
  }
}
