package dev.layerscope.diff.manifest;

import dev.layerscope.diff.Change;
import dev.layerscope.manifest.Manifest;
import dev.layerscope.manifest.ResourceKey;
import java.util.List;
import java.util.Optional;

/** What happened to one rendered object between two sides. */
public record ResourceChange(
    ResourceKey key,
    Change change,
    List<FieldChange> fields,
    Optional<Manifest> from,
    Optional<Manifest> to) {
  public ResourceChange {
    fields = List.copyOf(fields);
  }
}
