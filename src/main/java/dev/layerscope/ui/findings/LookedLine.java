package dev.layerscope.ui.findings;

import dev.layerscope.export.FindingsDocument.Looked;
import dev.layerscope.export.Inert;
import dev.layerscope.ui.common.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;

/**
 * Says below the findings what was looked at, and how much of it may hide more: a short list means
 * something only together with that.
 */
final class LookedLine {
  private static final int MOST_NAMED = 12;

  private final Label label;
  private final Tooltip named = new Tooltip();

  LookedLine(Label label) {
    this.label = label;
    named.setWrapText(true);
    named.setMaxWidth(600);
  }

  void show(Looked looked) {
    label.setText(text(looked));
    String more = details(looked);
    named.setText(more);
    label.setTooltip(more.isEmpty() ? null : named);
  }

  /** {@code 91 nodes looked at: all of them exact.} */
  static String text(Looked looked) {
    String nodes = Messages.count("count.looked", looked.nodes());
    if (looked.everything()) {
      return Messages.text("findings.looked.all", nodes);
    }
    var doubts = new ArrayList<String>();
    if (!looked.doubts().isEmpty()) {
      doubts.add(looked.doubts());
    }
    if (!looked.unreadable().isEmpty()) {
      doubts.add(Messages.count("count.unreadable", looked.unreadable().size()));
    }
    if (!looked.unknownRoots().isEmpty()) {
      doubts.add(Messages.count("count.unknownroots", looked.unknownRoots().size()));
    }
    return Messages.text("findings.looked.some", nodes, String.join(", ", doubts));
  }

  private static String details(Looked looked) {
    List<String> lines = new ArrayList<>();
    looked.unknownRoots().entrySet().forEach(one -> lines.add(line(one)));
    looked.unreadable().entrySet().forEach(one -> lines.add(line(one)));
    int more = lines.size() - MOST_NAMED;
    return String.join("\n", lines.subList(0, Math.min(lines.size(), MOST_NAMED)))
        + (more > 0 ? "\n" + Messages.text("findings.looked.more", more) : "");
  }

  private static String line(Map.Entry<String, String> one) {
    return Inert.line(one.getKey() + ": " + one.getValue());
  }
}
