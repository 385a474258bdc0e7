/**
 * How long work reports and learns to stop.
 *
 * <p>From nothing to {@link dev.layerscope.work.Progress}: every operation that may take longer
 * than a blink takes one. Start there.
 */
@NullMarked
package dev.layerscope.work;

import org.jspecify.annotations.NullMarked;
