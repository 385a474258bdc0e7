package dev.layerscope.diff.manifest;

import dev.layerscope.diff.Change;
import dev.layerscope.manifest.Manifest;
import dev.layerscope.manifest.ResourceKey;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What happened to one rendered object between two sides.
 *
 * @param change {@code SAME} when only the writing differs, or when everything that differs is
 *     hidden; {@code UNKNOWN} for one of a side whose other could not be looked at
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

  /** The same with one more danger. */
  public ResourceChange also(Risk risk) {
    List<Risk> all = Stream.concat(risks.stream(), Stream.of(risk)).toList();
    return new ResourceChange(key, change, fields, hidden, all, from, to);
  }

  /** Same meaning, other bytes. */
  public boolean formattingOnly() {
    return change == Change.SAME && hidden.isEmpty();
  }
}
