package dev.layerscope.ui.compare.text;

import dev.layerscope.diff.Change;
import dev.layerscope.diff.manifest.ExpectedChange;
import dev.layerscope.diff.manifest.FieldChange;
import dev.layerscope.diff.manifest.ResourceChange;
import dev.layerscope.diff.manifest.Risk;
import dev.layerscope.manifest.Manifest;
import dev.layerscope.manifest.ResourceKey;
import dev.layerscope.operation.compare.Comparison.ComparedApplication;
import dev.layerscope.ui.common.Messages;
import dev.layerscope.ui.compare.RiskWords;
import dev.layerscope.ui.compare.TickNames;
import java.util.List;
import java.util.Optional;

/**
 * An object that differs between two sides, whether an Application renders it or is it.
 *
 * @param application the Application it belongs to, by name
 * @param ticked the same as a promotion names it
 * @param note what is to be said before anything else; empty for nothing
 */
record ComparedObject(
    String application,
    String ticked,
    ResourceKey key,
    Optional<Manifest> from,
    Optional<Manifest> to,
    List<FieldChange> fields,
    List<ExpectedChange> hidden,
    List<Risk> risks,
    String note) {

  ComparedObject {
    fields = List.copyOf(fields);
    hidden = List.copyOf(hidden);
    risks = List.copyOf(risks);
  }

  static ComparedObject of(ComparedApplication application, ResourceChange resource) {
    return new ComparedObject(
        application.change().node().name(),
        TickNames.of(application),
        resource.key(),
        resource.from(),
        resource.to(),
        resource.fields(),
        resource.hidden(),
        resource.risks(),
        note(resource));
  }

  private static String note(ResourceChange resource) {
    return resource.formattingOnly()
        ? Messages.text("compare.formatting")
        : resource.change() == Change.UNKNOWN ? Messages.text("compare.oneside") : "";
  }

  /** The node's own manifest. */
  static ComparedObject of(ComparedApplication application) {
    var change = application.change();
    return new ComparedObject(
        change.node().name(),
        TickNames.of(application),
        change.node().manifest().key(),
        change.from().map(node -> node.manifest()),
        change.to().map(node -> node.manifest()),
        change.fields(),
        change.hidden(),
        change.risks(),
        change.reason().or(application::unknown).orElse(""));
  }

  /** The same where a note has been said already. */
  ComparedObject without(String said) {
    return note.equals(said)
        ? new ComparedObject(application, ticked, key, from, to, fields, hidden, risks, "")
        : this;
  }

  /** What is dangerous about one of its fields, in a few words; empty for nothing. */
  String risk(FieldChange field) {
    return risks.stream()
        .filter(risk -> risk.path().filter(field.path()::equals).isPresent())
        .findFirst()
        .map(RiskWords::of)
        .orElse("");
  }
}
