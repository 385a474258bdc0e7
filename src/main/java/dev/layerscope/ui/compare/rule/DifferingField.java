package dev.layerscope.ui.compare.rule;

import dev.layerscope.edit.intention.Tick;
import dev.layerscope.manifest.ResourceKey;
import dev.layerscope.workspace.ExpectedEntry;

/**
 * A field of an object that differs: something to be meant, or to be promoted.
 *
 * @param application by name
 * @param ticked the same as a promotion names it
 */
public record DifferingField(String application, String ticked, ResourceKey key, String path) {
  /** The field as something that is meant to differ. */
  public ExpectedEntry entry() {
    return ExpectedEntry.field(path)
        .withKind(key.kind())
        .withApplication(application)
        .withObject(key.name());
  }

  /** The field as something to promote. */
  public Tick tick() {
    return new Tick.Field(ticked, key, path);
  }
}
