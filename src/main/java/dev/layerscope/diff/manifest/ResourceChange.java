package dev.layerscope.diff.manifest;

import dev.layerscope.diff.Change;
import dev.layerscope.manifest.Manifest;
import dev.layerscope.manifest.ResourceKey;
import java.util.List;
import java.util.Optional;

/**
 * What happened to one rendered object between two sides.
 *
 * @param change {@code SAME} when only the writing differs, or when everything that differs is
 *     hidden
 * @param fields that differ in meaning and are not hidden
 * @param hidden that differ and are expected to
 * @param risks what is dangerous about it
 * @param from,to with the values of Secrets masked
 */
public record ResourceChange(
    ResourceKey key,
    Change change,
    List<FieldChange> fields,
    List<ExpectedChange> hidden,
    List<Risk> risks,
    Optional<Manifest> from,
    Optional<Manifest> to) {
  public ResourceChange {
    fields = List.copyOf(fields);
    hidden = List.copyOf(hidden);
    risks = List.copyOf(risks);
  }

  /** The same with some fields taken out as expected. */
  public ResourceChange expecting(
      Change left, List<FieldChange> shown, List<ExpectedChange> expected) {
    return new ResourceChange(
        key, left, shown, expected, ResourceRisks.of(key, left, shown, from, to), from, to);
  }

  /** Same meaning, other bytes. */
  public boolean formattingOnly() {
    return change == Change.SAME && hidden.isEmpty();
  }
}
