package dev.layerscope.ui.hierarchy;

import dev.layerscope.export.picture.Mark;
import dev.layerscope.operation.place.Impact;
import dev.layerscope.ui.common.Messages;
import dev.layerscope.ui.common.Pieces;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** Says in words which mode the picture is in, and how to leave it. */
final class ModeRow extends HBox {
  private static final int LONG = 40;
  private static final double LEAST_TITLE = 260;
  private static final double MOST_TITLE = 420;

  private final HierarchyViewModel model;
  private final Runnable leave;
  private @Nullable OverlayWalk overlay;
  private Optional<MovedMarks.Walk> moved = Optional.empty();

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

  void overlay(@Nullable OverlayWalk shown) {
    overlay = shown;
    show();
  }

  /** What fetches have changed since the last look; empty for nothing. */
  void moved(Optional<MovedMarks.Walk> since) {
    moved = since;
    show();
  }

  private void show() {
    getChildren().clear();
    Optional<Radius> blast = model.blast().get();
    if (overlay != null) {
      differences(overlay);
    } else if (blast.isPresent()) {
      radius(blast.get());
    } else {
      moved.ifPresent(this::news);
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
    getChildren().add(title(Messages.text("blast.of", radius.of())));
    Label reach =
        Pieces.label(
            Messages.text(
                "blast.reaches",
                impact.roots().size(),
                impact.of(),
                Messages.count("count.applications", impact.applications()),
                Messages.count("count.manifests", impact.manifests())),
            "muted");
    reach.setTooltip(new Tooltip(reach.getText()));
    getChildren().addAll(reach, Pieces.spring());
  }

  /** What the mode is comes before what it reaches; a name can be longer than the row. */
  private static Label title(String text) {
    Label title = Pieces.label(text, "strong");
    title.setTooltip(new Tooltip(text));
    title.setMaxWidth(MOST_TITLE);
    title.setMinWidth(text.length() > LONG ? LEAST_TITLE : USE_PREF_SIZE);
    return title;
  }

  private void differences(OverlayWalk walk) {
    Overlay shown = walk.overlay();
    getChildren().add(Pieces.icon("fth-layers", 14, "accent"));
    getChildren()
        .add(Pieces.label(Messages.text("overlay.drawn", shown.over(), shown.base()), "strong"));
    if (walk.list().isEmpty() && shown.whole()) {
      getChildren().add(Pieces.label(Messages.text("overlay.equal"), "muted"));
    }
    tiles(walk.counts());
    if (!shown.whole()) {
      Label partly = Pieces.label(Messages.text("overlay.partly"), "warning", "small");
      partly.setId("partly");
      partly.setTooltip(new Tooltip(Messages.text("overlay.partly.why")));
      getChildren().add(partly);
    }
    steps(walk.walk());
  }

  private void news(MovedMarks.Walk since) {
    getChildren().add(Pieces.icon("fth-download-cloud", 14, "accent"));
    getChildren().add(Pieces.label(Messages.text("since.title"), "strong"));
    tiles(since.walk().counts());
    if (since.elsewhere() > 0) {
      getChildren().add(Pieces.label(Messages.text("since.elsewhere", since.elsewhere()), "muted"));
    }
    if (!since.gone().isEmpty()) {
      Label gone = Pieces.label(Messages.text("since.gone", since.gone().size()), "muted");
      gone.setTooltip(new Tooltip(String.join("\n", since.gone())));
      getChildren().add(Pieces.row(5, tile(Mark.REMOVED), gone));
    }
    steps(since.walk());
  }

  private void tiles(Map<Mark, Long> counts) {
    for (Map.Entry<Mark, Long> count : counts.entrySet()) {
      getChildren()
          .add(Pieces.row(5, tile(count.getKey()), Pieces.label(Long.toString(count.getValue()))));
    }
  }

  private void steps(MarkWalk walk) {
    int all = walk.list().size();
    String place =
        walk.place() < 0
            ? Messages.count("count.differences", all)
            : Messages.text("search.of", walk.place() + 1, all);
    Label key = Pieces.label("F7", "chip");
    key.setMinWidth(USE_PREF_SIZE);
    getChildren()
        .addAll(
            Pieces.spring(),
            step("fth-chevron-up", "overlay.previous", -1),
            Pieces.label(place, "muted"),
            step("fth-chevron-down", "overlay.next", 1),
            key);
  }

  private Button step(String icon, String key, int direction) {
    return Pieces.iconButton(icon, Messages.text(key), () -> next(direction));
  }

  /** Goes to the next difference, or the one before. */
  void next(int direction) {
    if (overlay != null) {
      overlay.go(direction);
    } else {
      moved.ifPresent(since -> since.walk().go(direction));
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
