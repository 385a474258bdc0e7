package dev.layerscope.ui.hierarchy;

import dev.layerscope.export.picture.LayerLook;
import dev.layerscope.export.picture.Mark;
import dev.layerscope.finding.Severity;
import dev.layerscope.ui.common.FindingRow;
import dev.layerscope.ui.common.GlyphIcon;
import dev.layerscope.ui.common.Pieces;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * What a row of the outline shows. Made once for each row in sight and filled anew when the row
 * shows something else: making and dressing labels is what scrolling and opening would wait for.
 */
final class OutlineLine extends HBox {
  /** Sign, name and the room between them and the rest. */
  private static final int FIXED = 3;

  private static final int LAST = 100;

  private final Label name = Pieces.label("");
  private Optional<Label> errors = Optional.empty();
  private Optional<Label> warnings = Optional.empty();
  private Optional<Label> count = Optional.empty();
  private Optional<Label> unsure = Optional.empty();
  private Node sign = new Region();
  private @Nullable LayerLook signOf;
  private boolean signHollow;
  private Optional<Label> tile = Optional.empty();

  OutlineLine() {
    super(6);
    setAlignment(Pos.CENTER_LEFT);
    name.setMinWidth(20);
    getChildren().addAll(sign, name, Pieces.spring());
  }

  private static Label badge(Severity severity, String style) {
    var icon = FindingRow.icon(severity);
    icon.setStyle(icon.getStyle() + ";-fx-icon-size: 13px;");
    Label badge = Pieces.label("", style, "caption");
    badge.setGraphic(icon);
    badge.setGraphicTextGap(3);
    badge.setMinWidth(USE_PREF_SIZE);
    return badge;
  }

  /** The layer's sign. */
  void sign(LayerLook look, boolean hollow) {
    if (signOf == null || signOf.number() != look.number() || signHollow != hollow) {
      signOf = look;
      signHollow = hollow;
      sign = new GlyphIcon(look, hollow);
      getChildren().set(0, sign);
    }
  }

  void name(String text, boolean root, boolean match, boolean unresolved) {
    name.setText(text);
    style(name, "strong", root);
    style(name, "outline-name", !root);
    style(name, "match", match);
    style(name, "unresolved", unresolved);
  }

  private static void style(Node node, String style, boolean wanted) {
    if (wanted && !node.getStyleClass().contains(style)) {
      node.getStyleClass().add(style);
    } else if (!wanted) {
      node.getStyleClass().remove(style);
    }
  }

  void findings(long errorCount, long warningCount) {
    errors = text(errors, () -> badge(Severity.ERROR, "error"), number(errorCount), 0);
    int at = errorCount > 0 ? 1 : 0;
    warnings = text(warnings, () -> badge(Severity.WARNING, "warning"), number(warningCount), at);
  }

  private static String number(long count) {
    return count > 0 ? Long.toString(count) : "";
  }

  /** How many are below; empty for nothing to say. */
  void count(String text) {
    count = text(count, () -> Pieces.label("", "count"), text, LAST);
  }

  /** Whether it is not resolved. */
  void unsure(boolean wanted) {
    unsure = text(unsure, () -> Pieces.label("", "muted", "caption"), wanted ? "?" : "", LAST);
  }

  /** A label is made when it has something to say for the first time: most rows have little. */
  private Optional<Label> text(Optional<Label> made, Supplier<Label> make, String text, int after) {
    if (text.isEmpty()) {
      made.ifPresent(getChildren()::remove);
      return made;
    }
    Label label = made.orElseGet(make);
    label.setText(text);
    if (!getChildren().contains(label)) {
      getChildren().add(Math.min(getChildren().size(), FIXED + after), label);
    }
    return Optional.of(label);
  }

  /** How it differs from another environment. */
  void mark(Optional<Mark> mark) {
    tile.ifPresent(getChildren()::remove);
    tile = mark.map(ModeRow::tile);
    tile.ifPresent(getChildren()::add);
  }
}
