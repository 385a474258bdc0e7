/**
 * What holds when things go wrong: programs that die at any step, disks that are full. {@link
 * dev.layerscope.faults.Step} names the steps; begin at {@code KilledAnywhereTest}.
 */
@NullMarked
package dev.layerscope.faults;

import org.jspecify.annotations.NullMarked;
