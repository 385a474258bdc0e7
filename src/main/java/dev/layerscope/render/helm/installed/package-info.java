/**
 * The user's own {@code helm}, where the workspace prefers it.
 *
 * <p>From a chart in memory to what the program prints, over a private copy of the files. Start at
 * {@link dev.layerscope.render.helm.installed.InstalledHelm}.
 */
@NullMarked
package dev.layerscope.render.helm.installed;

import org.jspecify.annotations.NullMarked;
