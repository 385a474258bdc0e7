/**
 * Kubernetes objects: what they are, what they are called, and where they came from.
 *
 * <p>From {@link dev.layerscope.yaml.Mapping}s to {@link dev.layerscope.manifest.Manifest}s. Start
 * there.
 */
@NullMarked
package dev.layerscope.manifest;

import org.jspecify.annotations.NullMarked;
