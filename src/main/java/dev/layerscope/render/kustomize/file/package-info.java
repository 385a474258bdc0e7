/**
 * What a kustomization file says, read as strictly as the tool reads it.
 *
 * <p>From a {@link dev.layerscope.yaml.Mapping} to a {@link
 * dev.layerscope.render.kustomize.file.Kustomization}. Start there.
 */
@NullMarked
package dev.layerscope.render.kustomize.file;

import org.jspecify.annotations.NullMarked;
