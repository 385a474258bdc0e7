package dev.layerscope.ui.hierarchy;

import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.manifest.Manifest;
import dev.layerscope.operation.resolve.Resolve;
import dev.layerscope.ui.common.CodeList;
import dev.layerscope.ui.common.Messages;
import dev.layerscope.ui.common.Pieces;
import dev.layerscope.ui.workspace.WorkspaceViewModel;
import dev.layerscope.yaml.YamlPrinter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;

/**
 * What a node renders: the objects by kind, and the YAML of the one chosen, with the file it was
 * written in. Read again from git, and only while somebody looks.
 */
final class ManifestsPane extends SplitPane {
  private static final Comparator<Manifest> ORDER =
      Comparator.comparing(Manifest::namespace).thenComparing(Manifest::name);

  private final WorkspaceViewModel workspace;
  private final ListView<Row> rows = new ListView<>();
  private final CodeList code = new CodeList();
  private Optional<HierarchyNode> shown = Optional.empty();

  /** A line of the list. */
  private sealed interface Row {
    /** Every object of a kind follows. */
    record Kind(String name, String group, int count) implements Row {}

    record One(Manifest manifest) implements Row {}
  }

  ManifestsPane(WorkspaceViewModel workspace) {
    this.workspace = workspace;
    setId("manifests");
    setOrientation(Orientation.VERTICAL);
    setDividerPositions(0.4);
    code.setAccessibleText(Messages.text("inspector.yaml"));
    rows.setFixedCellSize(24);
    rows.setAccessibleText(Messages.text("inspector.manifests"));
    rows.setPlaceholder(Pieces.label(Messages.text("inspector.nomanifests"), "muted"));
    rows.setCellFactory(ignored -> new GraphicCell<>(ManifestsPane::row));
    rows.getSelectionModel()
        .selectedItemProperty()
        .addListener((ignored, before, now) ->
            code.show(now instanceof Row.One(Manifest one) ? YamlPrinter.print(one.root()) : ""));
    getItems().setAll(rows, code);
  }

  private static Node row(Row row) {
    return switch (row) {
      case Row.Kind(String name, String group, int count) -> {
        Label title = Pieces.label(name, "strong", "small");
        Label of = Pieces.label(group, "muted", "caption");
        of.setMinWidth(0);
        yield Pieces.row(
            6, title, of, Pieces.spring(), Pieces.label(Integer.toString(count), "count"));
      }
      case Row.One(Manifest one) -> {
        Label name = Pieces.label(one.name(), "small");
        name.setMinWidth(0);
        Label namespace = Pieces.label(one.namespace(), "muted", "caption");
        namespace.setMinWidth(0);
        yield Pieces.row(6, Pieces.label("  "), name, Pieces.spring(), namespace);
      }
    };
  }

  /** Another hierarchy is shown: what was read is not true any more. */
  void forget() {
    shown = Optional.empty();
  }

  /** Reads them, unless they are shown already. */
  void show(HierarchyNode node) {
    if (shown.filter(node::equals).isPresent()) {
      return;
    }
    shown = Optional.of(node);
    rows.getItems().clear();
    workspace
        .shown()
        .get()
        .ifPresent(now ->
            workspace
                .background()
                .ask(
                    "manifests",
                    Messages.text("status.rendering", node.label()),
                    progress ->
                        grouped(Resolve.manifests(now.opened(), now.hierarchy(), node, progress)),
                    this::list,
                    error ->
                        workspace.fail(
                            error,
                            () -> {
                              forget();
                              show(node);
                            })));
  }

  private static List<Row> grouped(List<Manifest> all) {
    Map<String, List<Manifest>> kinds =
        all.stream()
            .collect(
                Collectors.groupingBy(
                    m -> m.gvk().kind() + "\n" + m.gvk().group(),
                    TreeMap::new,
                    Collectors.toList()));
    var rows = new ArrayList<Row>();
    kinds.forEach((kind, manifests) -> {
      Manifest first = manifests.getFirst();
      rows.add(new Row.Kind(first.gvk().kind(), first.gvk().group(), manifests.size()));
      manifests.stream().sorted(ORDER).map(Row.One::new).forEach(rows::add);
    });
    return rows;
  }

  private void list(List<Row> all) {
    rows.getItems().setAll(all);
    if (!all.isEmpty()) {
      rows.getSelectionModel().select(1);
    }
  }
}
