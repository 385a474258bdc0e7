/**
 * Releases: from an image or a chart with its new version to every place that sets it on an
 * environment. Start at {@link dev.layerscope.edit.release.ReleasePlanner}.
 */
@NullMarked
package dev.layerscope.edit.release;

import org.jspecify.annotations.NullMarked;
