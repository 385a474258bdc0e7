/**
 * Differences that are meant: hidden, always counted.
 *
 * <p>From fields that differ and the rules of a workspace to those that are shown and those that
 * are hidden. Start at {@link dev.layerscope.diff.expected.Expectations}.
 */
@NullMarked
package dev.layerscope.diff.expected;

import org.jspecify.annotations.NullMarked;
