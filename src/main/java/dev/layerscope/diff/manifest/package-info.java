/**
 * Differences between Kubernetes objects, field by field.
 *
 * <p>From two {@link dev.layerscope.yaml.Mapping}s to {@link
 * dev.layerscope.diff.manifest.FieldChange}s. Start at {@link
 * dev.layerscope.diff.manifest.ManifestComparison}.
 */
@NullMarked
package dev.layerscope.diff.manifest;

import org.jspecify.annotations.NullMarked;
