/**
 * Plain directories of manifests, selected and read as Argo CD does it.
 *
 * <p>From a folder of a {@link dev.layerscope.git.Snapshot} and the {@code directory} block of a
 * source to {@link dev.layerscope.render.directory.Found} manifests (specification §3). Start at
 * {@link dev.layerscope.render.directory.DirectoryRenderer}.
 */
@NullMarked
package dev.layerscope.render.directory;

import org.jspecify.annotations.NullMarked;
