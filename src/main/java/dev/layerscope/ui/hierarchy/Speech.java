package dev.layerscope.ui.hierarchy;

import dev.layerscope.export.picture.CardFace;
import dev.layerscope.finding.Severity;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.ui.common.Messages;
import java.util.ArrayList;

/** A card in words: for a screen reader, and for the tooltip. */
final class Speech {
  private Speech() {}

  /** "baseline-deps, Application, baseline layer, level 3, 9 below, 1 warning". */
  static String of(HierarchyViewModel model, HierarchyNode node) {
    var parts = new ArrayList<String>();
    parts.add(node.label());
    parts.add(node.kind().text());
    parts.add(Messages.text("speech.layer", node.layer()));
    model
        .picture()
        .filter(picture -> picture.has(node.id()))
        .ifPresent(picture -> {
          int at = picture.indexOf(node.id());
          parts.add(Messages.text("speech.level", picture.depth(at) + 1));
          if (picture.below(at) > 0) {
            parts.add(Messages.text("badge.below", picture.below(at)));
          }
        });
    if (node.count(Severity.ERROR) > 0) {
      parts.add(Messages.count("count.errors", node.count(Severity.ERROR)));
    }
    if (node.count(Severity.WARNING) > 0) {
      parts.add(Messages.count("count.warnings", node.count(Severity.WARNING)));
    }
    if (!node.certainty().exact()) {
      parts.add(node.certainty().level().word() + ": " + String.join("; ", node.certainty().why()));
    }
    node.unresolved().ifPresent(parts::add);
    node.dormant().ifPresent(parts::add);
    return String.join(", ", parts);
  }

  /** The same, with the names a card cuts short. */
  static String tooltip(HierarchyViewModel model, HierarchyNode node) {
    var text = new StringBuilder(of(model, node));
    node.sources()
        .forEach(source ->
            text.append('\n')
                .append(source.repository())
                .append(source.declared().path().map(path -> " " + path).orElse(""))
                .append('@')
                .append(source.declared().targetRevision().orElse("HEAD")));
    node.application().map(CardFace::destination).ifPresent(to -> text.append("\n→ ").append(to));
    return text.toString();
  }
}
