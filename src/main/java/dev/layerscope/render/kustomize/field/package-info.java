/**
 * Which fields of which kinds a transformer changes.
 *
 * <p>From our table and a kustomization's {@code configurations} to {@link
 * dev.layerscope.render.kustomize.field.FieldSpec}s, and a walk along them. Start at {@link
 * dev.layerscope.render.kustomize.field.FieldTable}.
 */
@NullMarked
package dev.layerscope.render.kustomize.field;

import org.jspecify.annotations.NullMarked;
