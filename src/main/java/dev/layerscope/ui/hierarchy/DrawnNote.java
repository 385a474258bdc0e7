package dev.layerscope.ui.hierarchy;

import dev.layerscope.export.picture.Sheet;
import dev.layerscope.hierarchy.ResolvedRoot;
import dev.layerscope.ui.common.FindingRow;
import dev.layerscope.ui.common.Messages;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** Says how much of the estate a picture shows, and why where it shows nothing. */
final class DrawnNote {
  private final HierarchyViewModel model;
  private final Label count;
  private final Label empty;
  private @Nullable Sheet counted;

  /**
   * @param empty lies over the picture while that shows nothing
   */
  DrawnNote(HierarchyViewModel model, Label count, Label empty) {
    this.model = model;
    this.count = count;
    this.empty = empty;
    // What somebody searches for needs its room more.
    model
        .search()
        .found()
        .addListener(
            (ignored, before, now) -> count.setMinWidth(now.isOn() ? 0 : Region.USE_PREF_SIZE));
  }

  /** The tree was drawn; the same sheet is counted once. */
  @SuppressWarnings("ReferenceEquality") // the same sheet, not one that is equal
  void tree(GraphView view) {
    if (view.isVisible()) {
      model.sheet().get().filter(sheet -> sheet != counted).ifPresent(this::tree);
    }
  }

  private void tree(Sheet sheet) {
    counted = sheet;
    int all = sheet.picture().size();
    int shown = sheet.cards().size();
    say(
        Messages.count("count.nodes", all)
            + ": "
            + Messages.text("graph.drawn", shown, all - shown));
    empty.setVisible(sheet.cards().isEmpty());
    if (sheet.cards().isEmpty()) {
      empty.setText(nothing(sheet));
    }
  }

  /** A map was drawn; what it leaves out it says itself. */
  void map(String note) {
    counted = null;
    empty.setVisible(false);
    if (!note.equals(count.getText())) {
      say(note);
    }
  }

  /** Where the room is short, a tooltip has all of it. */
  private void say(String text) {
    count.setText(text);
    count.setTooltip(text.isEmpty() ? null : new Tooltip(text));
  }

  /** Why nothing is drawn: the filter, or the root. */
  private static String nothing(Sheet sheet) {
    ResolvedRoot root = sheet.picture().root();
    return sheet.picture().size() > 0
        ? Messages.text("filter.all", sheet.picture().size())
        : unread(root).orElse(Messages.text("graph.noroot", root.name()));
  }

  /** Why a root cannot be read, and where. */
  static Optional<String> unread(ResolvedRoot root) {
    return root.unknown()
        .map(why ->
            root.findings().stream()
                .flatMap(finding -> finding.locations().stream())
                .findFirst()
                .map(FindingRow::place)
                .map(place -> why + "\n" + place)
                .orElse(why));
  }
}
