package dev.layerscope.ui.hierarchy;

import dev.layerscope.export.picture.Mark;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.hierarchy.NodeId;
import dev.layerscope.operation.Impact;
import dev.layerscope.ui.common.Messages;
import dev.layerscope.ui.common.Pieces;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** Says in words which mode the picture is in, and how to leave it. */
final class ModeRow extends HBox {
  private final HierarchyViewModel model;
  private final Runnable leave;
  private @Nullable Overlay overlay;

  ModeRow(HierarchyViewModel model, Runnable leave) {
    super(10);
    this.model = model;
    this.leave = leave;
    setId("modeRow");
    getStyleClass().addAll("tool-row", "last", "mode-row");
    model.blast().addListener((ignored, before, now) -> show());
    model.selected().addListener(ignored -> show());
    show();
  }

  void overlay(@Nullable Overlay shown) {
    overlay = shown;
    show();
  }

  private void show() {
    getChildren().clear();
    Optional<Radius> blast = model.blast().get();
    if (overlay != null) {
      differences(overlay);
    } else {
      blast.ifPresent(this::radius);
    }
    boolean any = !getChildren().isEmpty();
    if (any) {
      var clear = new Hyperlink(Messages.text("mode.clear"));
      clear.setOnAction(ignored -> leave.run());
      Label esc = Pieces.label(Messages.text("mode.esc"), "chip");
      clear.setMinWidth(USE_PREF_SIZE);
      esc.setMinWidth(USE_PREF_SIZE);
      getChildren().addAll(clear, esc);
    }
    setVisible(any);
    setManaged(any);
  }

  private void radius(Radius radius) {
    Impact impact = radius.impact();
    getChildren().add(Pieces.icon("fth-radio", 14, "accent"));
    getChildren().add(Pieces.label(Messages.text("blast.of", radius.of()), "strong"));
    Label reach =
        Pieces.label(
            Messages.text(
                "blast.reaches",
                impact.roots().size(),
                impact.of(),
                impact.applications(),
                impact.manifests()),
            "muted");
    getChildren().addAll(reach, Pieces.spring());
  }

  private void differences(Overlay shown) {
    getChildren().add(Pieces.icon("fth-layers", 14, "accent"));
    getChildren()
        .add(Pieces.label(Messages.text("overlay.drawn", shown.over(), shown.base()), "strong"));
    List<NodeId> here = here(shown);
    if (here.isEmpty()) {
      getChildren().add(Pieces.label(Messages.text("overlay.equal"), "muted"));
    }
    for (Map.Entry<Mark, Long> count : shown.counts(here::contains).entrySet()) {
      getChildren()
          .add(Pieces.row(5, tile(count.getKey()), Pieces.label(Long.toString(count.getValue()))));
    }
    int at = model.selected().get().map(here::indexOf).orElse(-1);
    String place =
        at < 0
            ? Messages.count("count.differences", here.size())
            : Messages.text("search.of", at + 1, here.size());
    getChildren().addAll(Pieces.spring(), Pieces.label(place, "muted"));
    getChildren().add(Pieces.label("F7", "chip"));
  }

  /** What differs in the root drawn, in the order of the outline. */
  List<NodeId> here(Overlay shown) {
    return model
        .picture()
        .map(picture -> {
          List<HierarchyNode> nodes = picture.walk().stream().map(picture::node).toList();
          return shown.differing(nodes);
        })
        .orElse(List.of());
  }

  /** Goes to the next difference, or the one before. */
  void next(int direction) {
    if (overlay == null) {
      return;
    }
    List<NodeId> here = here(overlay);
    if (!here.isEmpty()) {
      int at = model.selected().get().map(here::indexOf).orElse(-1);
      int from = at < 0 && direction < 0 ? 0 : at;
      model.select(here.get(Math.floorMod(from + direction, here.size())));
    }
  }

  /** The sign of a difference in its colour. */
  static Label tile(Mark mark) {
    return Pieces.label(mark.sign(), "tile", "tile-" + style(mark));
  }

  private static String style(Mark mark) {
    return switch (mark) {
      case ADDED -> "added";
      case REMOVED -> "removed";
      case CHANGED, RETARGETED -> "changed";
      case MOVED -> "moved";
      case UNKNOWN -> "unknown";
    };
  }
}
