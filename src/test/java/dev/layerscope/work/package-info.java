/**
 * What the smallest parts promise: faults of ours and how they are told. Start at {@link
 * dev.layerscope.work.FaultTest}.
 */
@NullMarked
package dev.layerscope.work;

import org.jspecify.annotations.NullMarked;
