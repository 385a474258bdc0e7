/**
 * Layerscope: estates of Argo CD Applications, shown, compared and edited straight from git.
 *
 * <p>From a workspace to a window or a line of text. Start at {@code Main}: a command goes to
 * {@code cli}, no command to {@code ui}; both call {@code operation}.
 */
@NullMarked
package dev.layerscope;

import org.jspecify.annotations.NullMarked;
