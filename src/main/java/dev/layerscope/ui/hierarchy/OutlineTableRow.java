package dev.layerscope.ui.hierarchy;

import javafx.scene.control.TreeTableRow;
import javafx.scene.control.skin.TreeTableRowSkin;
import org.jspecify.annotations.Nullable;

/** Where a row of the outline begins, and which item it stands for. */
final class OutlineTableRow extends TreeTableRow<OutlineRow> {
  /** The same as in the style sheet, which rows made while one is selected do not see in time. */
  private static final double INDENT = 13;

  OutlineTableRow() {
    skinProperty()
        .subscribe(skin -> {
          if (skin instanceof TreeTableRowSkin<?> made) {
            made.setIndent(INDENT);
          }
        });
  }

  /** Another item can say the same, and be open where the one before was closed. */
  @Override
  protected boolean isItemChanged(@Nullable OutlineRow before, @Nullable OutlineRow now) {
    return true;
  }
}
